# The finder of programmes in pages.
noinst_LIBRARIES += src/programme/libprogramme.a
src_programme_libprogramme_a_SOURCES = \
	%reldir%/almanac.c %reldir%/almanac.h \
	%reldir%/announcement.c %reldir%/announcement.h \
	%reldir%/content.c %reldir%/content.h \
	%reldir%/entry.c %reldir%/entry.h \
	%reldir%/facts.c %reldir%/facts.h \
	%reldir%/finder.c %reldir%/finder.h \
	%reldir%/format.c %reldir%/format.h \
	%reldir%/item.c %reldir%/item.h \
	%reldir%/labels.c %reldir%/labels.h \
	%reldir%/lexeme.c %reldir%/lexeme.h \
	%reldir%/line.c %reldir%/line.h \
	%reldir%/outline.c %reldir%/outline.h \
	%reldir%/point.c %reldir%/point.h \
	%reldir%/programme.c %reldir%/programme.h \
	%reldir%/rooms.c %reldir%/rooms.h \
	%reldir%/rows.c %reldir%/rows.h \
	%reldir%/rules.c %reldir%/rules.h \
	%reldir%/shape.c %reldir%/shape.h \
	%reldir%/speakers.c %reldir%/speakers.h \
	%reldir%/stamp.c %reldir%/stamp.h \
	%reldir%/temporal.c %reldir%/temporal.h \
	%reldir%/timetable.c %reldir%/timetable.h \
	%reldir%/topics.c %reldir%/topics.h \
	%reldir%/words.c %reldir%/words.h
