noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS)
src_store_libstore_a_SOURCES = \
	%reldir%/store.c %reldir%/store.h
