noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS) $(UTF8PROC_CFLAGS) $(XML_CFLAGS) $(YAML_CFLAGS)
src_base_libbase_a_SOURCES = \
	%reldir%/arena.c %reldir%/arena.h \
	%reldir%/array.h \
	%reldir%/ascii.c %reldir%/ascii.h \
	%reldir%/buffer.c %reldir%/buffer.h \
	%reldir%/civil.c %reldir%/civil.h \
	%reldir%/fold.c %reldir%/fold.h \
	%reldir%/i18n.c %reldir%/i18n.h \
	%reldir%/ical.h %reldir%/ical_functions.c %reldir%/ical_functions.h \
	%reldir%/late.c %reldir%/late.h \
	%reldir%/locale.c %reldir%/locale.h \
	%reldir%/lookup.c %reldir%/lookup.h \
	%reldir%/memory.c %reldir%/memory.h \
	%reldir%/node.c %reldir%/node.h \
	%reldir%/progress.c %reldir%/progress.h \
	%reldir%/report.c %reldir%/report.h \
	%reldir%/slip.c %reldir%/slip.h \
	%reldir%/steady.c %reldir%/steady.h \
	%reldir%/utf8.c %reldir%/utf8.h \
	%reldir%/xml.h %reldir%/xml_functions.c %reldir%/xml_functions.h \
	%reldir%/zoneinfo.c %reldir%/zoneinfo.h
nodist_src_base_libbase_a_SOURCES = src/base/ical_names.h src/base/xml_names.h

# A macro for each function of a list.
BUILT_SOURCES += $(nodist_src_base_libbase_a_SOURCES)
CLEANFILES += $(nodist_src_base_libbase_a_SOURCES)
src/base/ical_names.h: $(srcdir)/%reldir%/ical_functions.h
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	  $(SED) -n 's/^	each(\([A-Za-z0-9_]*\)).*/#define \1 ical_functions()->\1/p' \
	    $(srcdir)/%reldir%/ical_functions.h >$@.new && mv $@.new $@
src/base/xml_names.h: $(srcdir)/%reldir%/xml_functions.h
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	  $(SED) -n 's/^	each(\([A-Za-z0-9_]*\)).*/#define \1 xml_functions()->\1/p' \
	    $(srcdir)/%reldir%/xml_functions.h >$@.new && mv $@.new $@
