# Fuzzers: built with clang in a tree of their own, configured with --enable-fuzzers, by `make fuzz`.
fuzzers = \
	tests/fuzz/fuzz_app \
	tests/fuzz/fuzz_bookmark \
	tests/fuzz/fuzz_document \
	tests/fuzz/fuzz_reader \
	tests/fuzz/fuzz_settings
EXTRA_DIST += %reldir%/run.sh %reldir%/seeds %reldir%/words

EXTRA_PROGRAMS += $(fuzzers)
CLEANFILES += $(fuzzers)
fuzz_common = %reldir%/fuzz.c %reldir%/fuzz.h
fuzz_libraries = $(libraries_below_tui) $(ICAL_LIBS) $(system_libraries)

tests_fuzz_fuzz_app_SOURCES = %reldir%/fuzz_app.c $(fuzz_common) \
	tests/tui/play.c tests/tui/play.h tests/tui/sample.c tests/tui/sample.h \
	tests/tui/sound.c tests/tui/sound.h
tests_fuzz_fuzz_app_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/tui $(CMOCKA_CFLAGS)
tests_fuzz_fuzz_app_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_app_LDADD = src/tui/libtui.a $(fuzz_libraries) $(CMOCKA_LIBS)

tests_fuzz_fuzz_bookmark_SOURCES = %reldir%/fuzz_bookmark.c $(fuzz_common)
tests_fuzz_fuzz_bookmark_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_bookmark_LDADD = $(fuzz_libraries)

tests_fuzz_fuzz_document_SOURCES = %reldir%/fuzz_document.c $(fuzz_common)
tests_fuzz_fuzz_document_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_document_LDADD = $(fuzz_libraries)

tests_fuzz_fuzz_reader_SOURCES = %reldir%/fuzz_reader.c $(fuzz_common)
tests_fuzz_fuzz_reader_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_reader_LDADD = $(fuzz_libraries)

tests_fuzz_fuzz_settings_SOURCES = %reldir%/fuzz_settings.c $(fuzz_common)
tests_fuzz_fuzz_settings_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_settings_LDADD = src/tui/libtui.a $(fuzz_libraries)

# FUZZ_SECONDS=600 gives each fuzzer ten minutes.
.PHONY: fuzz fuzz-here
fuzz: $(BUILT_SOURCES)
	$(MKDIR_P) fuzz-build
	cd fuzz-build && { test -e Makefile || \
	  $(abs_srcdir)/configure --quiet --enable-fuzzers CC='$(FUZZ_CC)' CFLAGS='-g -O1'; }
	$(MAKE) -C fuzz-build fuzz-here
fuzz-here: $(BUILT_SOURCES)
	$(MAKE) $(fuzzers)
	srcdir='$(srcdir)' $(SHELL) $(srcdir)/tests/fuzz/run.sh
