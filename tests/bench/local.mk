# What the program costs. These are built and run by `make bench` alone.
bench_programs = \
	tests/bench/idle \
	tests/bench/keys \
	tests/bench/paint \
	tests/bench/run \
	tests/bench/sax
EXTRA_PROGRAMS = $(bench_programs)
tests_bench_idle_SOURCES = %reldir%/idle.c
tests_bench_idle_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS) $(YAML_CFLAGS) $(CMARK_CFLAGS) \
	$(XML_CFLAGS) $(ICAL_CFLAGS) $(JANSSON_CFLAGS) $(QRENCODE_CFLAGS) \
	$(UTF8PROC_CFLAGS)
tests_bench_idle_LDADD = $(NCURSES_LIBS) $(system_libraries) $(ICAL_LIBS) $(JANSSON_LIBS) $(QRENCODE_LIBS) $(SECCOMP_LIBS) $(UTF8PROC_LIBS) $(XML_LIBS) $(ZLIB_LIBS)
tests_bench_keys_SOURCES = %reldir%/keys.c
tests_bench_keys_CFLAGS = $(AM_CFLAGS) -pthread
tests_bench_keys_LDADD = src/term/libterm.a src/tui/libtui.a $(libraries_below_tui) \
	$(NCURSES_LIBS) $(system_libraries)
tests_bench_paint_SOURCES = %reldir%/paint.c
tests_bench_paint_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
tests_bench_paint_LDADD = $(NCURSES_LIBS)
tests_bench_run_SOURCES = %reldir%/run.c
tests_bench_sax_SOURCES = %reldir%/sax.c
tests_bench_sax_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_bench_sax_LDADD = $(XML_LIBS)
EXTRA_DIST += %reldir%/bench.py %reldir%/invent.py docs/performance.md
CLEANFILES += $(bench_programs)

# FILES="a.xml b.xml" measures those instead of the schedules beside the source tree.
.PHONY: bench
bench: nec-agenda$(EXEEXT) $(bench_programs)
	builddir='$(abs_builddir)' srcdir='$(abs_srcdir)' python3 $(srcdir)/tests/bench/bench.py $(FILES)
