program_tests = \
	%reldir%/test_cli.sh \
	%reldir%/test_layers.sh \
	%reldir%/test_pages.sh \
	%reldir%/test_real_page.sh \
	%reldir%/test_schedules.sh \
	%reldir%/test_settings.sh \
	%reldir%/test_translations.sh
TESTS += $(program_tests)
dist_check_SCRIPTS += $(program_tests)
EXTRA_DIST += \
	%reldir%/built-in.tsv \
	%reldir%/layers.awk \
	%reldir%/lossless.py \
	%reldir%/tap.sh
