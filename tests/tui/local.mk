if HAVE_CMOCKA
tui_test_libraries = src/tui/libtui.a src/present/libpresent.a src/document/libdocument.a \
	src/model/libmodel.a src/base/libbase.a \
	$(CMOCKA_LIBS) $(YAML_LIBS) $(CMARK_LIBS) $(XML_LIBS) $(QRENCODE_LIBS) $(UTF8PROC_LIBS) $(LTLIBINTL)
tui_test_sample = %reldir%/sample.c %reldir%/sample.h
tui_test_play = %reldir%/play.c %reldir%/play.h %reldir%/sound.c %reldir%/sound.h \
	$(tui_test_sample)
tui_tests = \
	tests/tui/test_screen \
	tests/tui/test_list \
	tests/tui/test_layout \
	tests/tui/test_grid \
	tests/tui/test_grid_window \
	tests/tui/test_keymap \
	tests/tui/test_linear \
	tests/tui/test_rebinding \
	tests/tui/test_keeper \
	tests/tui/test_addresses \
	tests/tui/test_prompt \
	tests/tui/test_progress_screen \
	tests/tui/test_qr \
	tests/tui/test_room_cell \
	tests/tui/test_search \
	tests/tui/test_search_steps \
	tests/tui/test_timeline \
	tests/tui/test_links \
	tests/tui/test_filter \
	tests/tui/test_related \
	tests/tui/test_golden \
	tests/tui/test_pane_grid \
	tests/tui/test_app \
	tests/tui/test_cursor \
	tests/tui/test_carry \
	tests/tui/test_news \
	tests/tui/test_note \
	tests/tui/test_plan \
	tests/tui/test_reminder \
	tests/tui/test_random

check_PROGRAMS += $(tui_tests)
TESTS += $(tui_tests)

tests_tui_test_screen_SOURCES = %reldir%/test_screen.c
tests_tui_test_screen_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_screen_LDADD = $(tui_test_libraries)

tests_tui_test_room_cell_SOURCES = %reldir%/test_room_cell.c
tests_tui_test_room_cell_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_room_cell_LDADD = $(tui_test_libraries)

tests_tui_test_list_SOURCES = %reldir%/test_list.c
tests_tui_test_list_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_list_LDADD = $(tui_test_libraries)

tests_tui_test_layout_SOURCES = %reldir%/test_layout.c
tests_tui_test_layout_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_layout_LDADD = $(tui_test_libraries)

tests_tui_test_grid_SOURCES = %reldir%/test_grid.c %reldir%/grid_day.c %reldir%/grid_day.h
tests_tui_test_grid_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_grid_LDADD = $(tui_test_libraries)

tests_tui_test_grid_window_SOURCES = %reldir%/test_grid_window.c %reldir%/grid_day.c \
	%reldir%/grid_day.h %reldir%/reach.c %reldir%/reach.h
tests_tui_test_grid_window_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_grid_window_LDADD = $(tui_test_libraries)

tests_tui_test_linear_SOURCES = %reldir%/test_linear.c $(tui_test_play)
tests_tui_test_linear_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_linear_LDADD = $(tui_test_libraries)

tests_tui_test_keymap_SOURCES = %reldir%/test_keymap.c
tests_tui_test_keymap_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_keymap_LDADD = $(tui_test_libraries)

tests_tui_test_rebinding_SOURCES = %reldir%/test_rebinding.c $(tui_test_play)
tests_tui_test_rebinding_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_rebinding_LDADD = $(tui_test_libraries)

tests_tui_test_keeper_SOURCES = %reldir%/test_keeper.c $(tui_test_sample)
tests_tui_test_keeper_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_keeper_LDADD = $(tui_test_libraries)

tests_tui_test_addresses_SOURCES = %reldir%/test_addresses.c
tests_tui_test_addresses_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_addresses_LDADD = $(tui_test_libraries)

tests_tui_test_prompt_SOURCES = %reldir%/test_prompt.c
tests_tui_test_prompt_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_prompt_LDADD = $(tui_test_libraries)

tests_tui_test_progress_screen_SOURCES = %reldir%/test_progress_screen.c
tests_tui_test_progress_screen_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_progress_screen_LDADD = $(tui_test_libraries)
tests_tui_test_qr_SOURCES = %reldir%/test_qr.c %reldir%/zbar.c %reldir%/zbar.h
tests_tui_test_qr_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_qr_LDADD = $(tui_test_libraries)

tests_tui_test_search_steps_SOURCES = %reldir%/test_search_steps.c $(tui_test_play)
tests_tui_test_search_steps_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_search_steps_LDADD = $(tui_test_libraries)
tests_tui_test_search_SOURCES = %reldir%/test_search.c $(tui_test_play)
tests_tui_test_search_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_search_LDADD = $(tui_test_libraries)

tests_tui_test_timeline_SOURCES = %reldir%/test_timeline.c
tests_tui_test_timeline_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_timeline_LDADD = $(tui_test_libraries)
tests_tui_test_links_SOURCES = %reldir%/test_links.c $(tui_test_play)
tests_tui_test_links_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_links_LDADD = $(tui_test_libraries)
tests_tui_test_filter_SOURCES = %reldir%/test_filter.c $(tui_test_play)
tests_tui_test_filter_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_filter_LDADD = $(tui_test_libraries)

tests_tui_test_related_SOURCES = %reldir%/test_related.c $(tui_test_play)
tests_tui_test_related_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_related_LDADD = $(tui_test_libraries)

tui_test_scene = %reldir%/golden_file.c %reldir%/golden_file.h %reldir%/scene.c %reldir%/scene.h \
	$(tui_test_play)
tests_tui_test_golden_SOURCES = %reldir%/test_golden.c $(tui_test_scene)
tests_tui_test_golden_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_golden_LDADD = $(tui_test_libraries)

tests_tui_test_app_SOURCES = %reldir%/test_app.c $(tui_test_play)
tests_tui_test_app_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_app_LDADD = $(tui_test_libraries)

tests_tui_test_cursor_SOURCES = %reldir%/test_cursor.c $(tui_test_play)
tests_tui_test_cursor_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_cursor_LDADD = $(tui_test_libraries)

tests_tui_test_carry_SOURCES = %reldir%/test_carry.c $(tui_test_play)
tests_tui_test_carry_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_carry_LDADD = $(tui_test_libraries)
tests_tui_test_news_SOURCES = %reldir%/test_news.c $(tui_test_play)
tests_tui_test_news_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_news_LDADD = $(tui_test_libraries)

tests_tui_test_note_SOURCES = %reldir%/test_note.c $(tui_test_play)
tests_tui_test_note_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_note_LDADD = $(tui_test_libraries)

tests_tui_test_plan_SOURCES = %reldir%/test_plan.c $(tui_test_play)
tests_tui_test_plan_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_plan_LDADD = $(tui_test_libraries)
tests_tui_test_pane_grid_SOURCES = %reldir%/test_pane_grid.c %reldir%/reach.c %reldir%/reach.h \
	$(tui_test_play)
tests_tui_test_pane_grid_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_pane_grid_LDADD = src/tui/libtui.a $(libraries_below_tui) $(CMOCKA_LIBS) \
	$(ICAL_LIBS) $(system_libraries)

tests_tui_test_reminder_SOURCES = %reldir%/test_reminder.c $(tui_test_play)
tests_tui_test_reminder_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_reminder_LDADD = $(tui_test_libraries)

tests_tui_test_random_SOURCES = %reldir%/test_random.c $(tui_test_play)
tests_tui_test_random_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_tui_test_random_LDADD = $(tui_test_libraries)
endif
EXTRA_DIST += tests/tui/golden
