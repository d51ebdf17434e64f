noinst_LIBRARIES += src/calendar/libcalendar.a
src_calendar_libcalendar_a_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS)
src_calendar_libcalendar_a_SOURCES = \
	%reldir%/counterparts.c %reldir%/counterparts.h \
	%reldir%/extension.c %reldir%/extension.h \
	%reldir%/moment.c %reldir%/moment.h \
	%reldir%/uid.c %reldir%/uid.h \
	%reldir%/vevent.c %reldir%/vevent.h \
	%reldir%/zone.c %reldir%/zone.h
