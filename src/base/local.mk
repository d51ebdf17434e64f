noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(ICAL_CFLAGS) $(JANSSON_CFLAGS) $(QRENCODE_CFLAGS) $(SECCOMP_CFLAGS) \
	$(UTF8PROC_CFLAGS) $(XML_CFLAGS) $(YAML_CFLAGS) $(ZLIB_CFLAGS)
src_base_libbase_a_SOURCES = \
	%reldir%/arena.c %reldir%/arena.h \
	%reldir%/array.h \
	%reldir%/ascii.c %reldir%/ascii.h \
	%reldir%/bisect.h \
	%reldir%/buffer.c %reldir%/buffer.h \
	%reldir%/civil.c %reldir%/civil.h \
	%reldir%/fold.c %reldir%/fold.h \
	%reldir%/i18n.c %reldir%/i18n.h \
	%reldir%/ical.h \
	%reldir%/jansson.h \
	%reldir%/late.c %reldir%/late.h \
	%reldir%/locale.c %reldir%/locale.h \
	%reldir%/lookup.c %reldir%/lookup.h \
	%reldir%/memory.c %reldir%/memory.h \
	%reldir%/node.c %reldir%/node.h \
	%reldir%/progress.c %reldir%/progress.h \
	%reldir%/qrencode.h \
	%reldir%/report.c %reldir%/report.h \
	%reldir%/seccomp.h \
	%reldir%/slip.c %reldir%/slip.h \
	%reldir%/steady.c %reldir%/steady.h \
	%reldir%/utf8.c %reldir%/utf8.h \
	%reldir%/utf8proc.h \
	%reldir%/xml.h \
	%reldir%/zlib.h \
	%reldir%/zoneinfo.c %reldir%/zoneinfo.h

# Of each library that is loaded late, a macro for each of its functions that is used.
late_libraries = ical jansson qrencode seccomp utf8proc xml zlib
nodist_src_base_libbase_a_SOURCES = $(late_libraries:%=src/base/%_names.h)
BUILT_SOURCES += $(nodist_src_base_libbase_a_SOURCES)
CLEANFILES += $(nodist_src_base_libbase_a_SOURCES)
$(nodist_src_base_libbase_a_SOURCES): src/base/%_names.h: $(srcdir)/src/base/%.h
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	  $(SED) -n 's/^	each(\([A-Za-z0-9_]*\)).*/#define \1 $*_functions()->\1/p' $< >$@.new && mv $@.new $@
