noinst_LIBRARIES += src/read/libread.a
src_read_libread_a_CPPFLAGS = $(AM_CPPFLAGS) $(YAML_CFLAGS) $(XML_CFLAGS) $(ZLIB_CFLAGS) $(JANSSON_CFLAGS) \
	$(ICAL_CFLAGS)
src_read_libread_a_SOURCES = \
	%reldir%/bounds.c %reldir%/bounds.h \
	%reldir%/calendar_clock.c %reldir%/calendar_clock.h \
	%reldir%/calendar_event.c %reldir%/calendar_event.h \
	%reldir%/calendar_file.c %reldir%/calendar_file.h \
	%reldir%/calendar_length.c %reldir%/calendar_length.h \
	%reldir%/calendar_time.c %reldir%/calendar_time.h \
	%reldir%/calendar_zones.c %reldir%/calendar_zones.h \
	%reldir%/duration.c %reldir%/duration.h \
	%reldir%/feed.c %reldir%/feed.h \
	%reldir%/gzip.c %reldir%/gzip.h \
	%reldir%/json_mend.c %reldir%/json_mend.h \
	%reldir%/occurrences.c %reldir%/occurrences.h \
	%reldir%/rich.c %reldir%/rich.h \
	%reldir%/schedule.c %reldir%/schedule.h \
	%reldir%/schedule_json.c %reldir%/schedule_json.h \
	%reldir%/schedule_xml.c %reldir%/schedule_xml.h \
	%reldir%/reference.c %reldir%/reference.h \
	%reldir%/xml_mend.c %reldir%/xml_mend.h \
	%reldir%/unfold.c %reldir%/unfold.h \
	%reldir%/zone_alias.c %reldir%/zone_alias.h
nodist_src_read_libread_a_SOURCES = src/read/builtin_page.c

# The built-in agenda, as an array of bytes.
CLEANFILES += src/read/builtin_page.c
src/read/builtin_page.c: $(srcdir)/data/nec-2023.md
	$(AM_V_GEN)$(MKDIR_P) $(@D) && { \
	  echo '#include "read/builtin_page.h"'; \
	  echo 'const unsigned char builtin_page[] = {'; \
	  od -An -v -tx1 $< | $(SED) 's/ \([0-9a-f][0-9a-f]\)/0x\1,/g'; \
	  echo '0};'; \
	  echo 'const unsigned long builtin_page_length = sizeof builtin_page - 1;'; \
	} >$@.new && mv $@.new $@

# Sources, pages and folders of them.
src_read_libread_a_SOURCES += \
	%reldir%/body.c %reldir%/body.h \
	%reldir%/builtin_page.h \
	%reldir%/charset.c %reldir%/charset.h \
	%reldir%/collection.c %reldir%/collection.h \
	%reldir%/event_keys.c %reldir%/event_keys.h \
	%reldir%/front_matter.c %reldir%/front_matter.h \
	%reldir%/info.c %reldir%/info.h \
	%reldir%/keys.c %reldir%/keys.h \
	%reldir%/page.c %reldir%/page.h \
	%reldir%/reader.c %reldir%/reader.h \
	%reldir%/session_keys.c %reldir%/session_keys.h \
	%reldir%/source.c %reldir%/source.h \
	%reldir%/theme_keys.c %reldir%/theme_keys.h \
	%reldir%/value.c %reldir%/value.h
