noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS)
src_store_libstore_a_SOURCES = \
	%reldir%/catalogue.c %reldir%/catalogue.h \
	%reldir%/failure.c %reldir%/failure.h \
	%reldir%/file_name.c %reldir%/file_name.h \
	%reldir%/folder.c %reldir%/folder.h \
	%reldir%/former.c %reldir%/former.h \
	%reldir%/record.c %reldir%/record.h \
	%reldir%/vcalendar.c %reldir%/vcalendar.h \
	%reldir%/paths.c %reldir%/paths.h \
	%reldir%/preferences.c %reldir%/preferences.h \
	%reldir%/save.c %reldir%/save.h \
	%reldir%/store.c %reldir%/store.h \
	%reldir%/watch.c %reldir%/watch.h
