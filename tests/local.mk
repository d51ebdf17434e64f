# A test is a program that speaks TAP; cmocka's do when asked to.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .sh
LOG_COMPILER = $(SHELL) $(srcdir)/tests/cmocka.sh
# Locale, zone, home and colours are pinned; what a test needs otherwise it sets itself.
AM_TESTS_ENVIRONMENT = \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	srcdir='$(abs_srcdir)'; export srcdir; \
	builddir='$(abs_builddir)'; export builddir; \
	. '$(abs_srcdir)/tests/environment.sh';
EXTRA_DIST += tests/coverage.sh tests/cmocka.sh tests/environment.sh

include tests/base/local.mk
include tests/model/local.mk
include tests/document/local.mk
include tests/programme/local.mk
include tests/read/local.mk
include tests/calendar/local.mk
include tests/store/local.mk
include tests/present/local.mk
include tests/write/local.mk
include tests/tui/local.mk
include tests/kiosk/local.mk
include tests/term/local.mk
include tests/program/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk
