noinst_LIBRARIES += src/tui/libtui.a
src_tui_libtui_a_CPPFLAGS = $(AM_CPPFLAGS) $(QRENCODE_CFLAGS)
src_tui_libtui_a_SOURCES = \
	%reldir%/action.c %reldir%/action.h \
	%reldir%/action_now.c \
	%reldir%/action_links.c \
	%reldir%/action_filter.c \
	%reldir%/action_prompt.c \
	%reldir%/action_related.c \
	%reldir%/addresses.c %reldir%/addresses.h \
	%reldir%/anchors.c %reldir%/anchors.h \
	%reldir%/announcer.c %reldir%/announcer.h \
	%reldir%/app.c %reldir%/app.h %reldir%/app_private.h \
	%reldir%/ask.c %reldir%/ask.h \
	%reldir%/carry.c %reldir%/carry.h \
	%reldir%/carry_row.c %reldir%/carry_row.h \
	%reldir%/chips.c %reldir%/chips.h \
	%reldir%/code.c %reldir%/code.h \
	%reldir%/command.c %reldir%/command.h \
	%reldir%/command_row.c %reldir%/command_row.h \
	%reldir%/wrapped_row.c %reldir%/wrapped_row.h \
	%reldir%/excuse.c %reldir%/excuse.h \
	%reldir%/filter.c %reldir%/filter.h \
	%reldir%/footer.c %reldir%/footer.h \
	%reldir%/grid.c %reldir%/grid.h \
	%reldir%/grid_box.c %reldir%/grid_box.h \
	%reldir%/grid_draw.c %reldir%/grid_draw.h \
	%reldir%/grid_window.c %reldir%/grid_window.h \
	%reldir%/former.c %reldir%/former.h \
	%reldir%/header.c %reldir%/header.h \
	%reldir%/keeper.c %reldir%/keeper.h \
	%reldir%/key.c %reldir%/key.h \
	%reldir%/keymap.c %reldir%/keymap.h \
	%reldir%/layout.c %reldir%/layout.h \
	%reldir%/list.c %reldir%/list.h \
	%reldir%/match.c %reldir%/match.h \
	%reldir%/mouse.c %reldir%/mouse.h \
	%reldir%/motion.h \
	%reldir%/news.c %reldir%/news.h \
	%reldir%/note.c %reldir%/note.h \
	%reldir%/pane.c %reldir%/pane.h %reldir%/panes.h \
	%reldir%/pane_carry.c \
	%reldir%/pane_code.c \
	%reldir%/pane_days.c \
	%reldir%/pane_detail.c \
	%reldir%/pane_event.c \
	%reldir%/pane_grid.c \
	%reldir%/pane_help.c \
	%reldir%/pane_kept.c \
	%reldir%/pane_now.c \
	%reldir%/pane_related.c \
	%reldir%/pane_sessions.c \
	%reldir%/pane_sort_list.c \
	%reldir%/pane_sort_text.c \
	%reldir%/pane_spare.c \
	%reldir%/pane_theme.c \
	%reldir%/pane_themes.c \
	%reldir%/pane_traits.c \
	%reldir%/pane_values.c \
	%reldir%/picker.c %reldir%/picker.h \
	%reldir%/plan_row.c %reldir%/plan_row.h \
	%reldir%/progress_screen.c %reldir%/progress_screen.h \
	%reldir%/prompt.c %reldir%/prompt.h \
	%reldir%/qr.c %reldir%/qr.h \
	%reldir%/question.c %reldir%/question.h \
	%reldir%/reading.c %reldir%/reading.h \
	%reldir%/rebinding.c %reldir%/rebinding.h \
	%reldir%/reminder.c %reldir%/reminder.h \
	%reldir%/related.c %reldir%/related.h \
	%reldir%/room_cell.c %reldir%/room_cell.h \
	%reldir%/row.c %reldir%/row.h \
	%reldir%/saved.c %reldir%/saved.h \
	%reldir%/saying.c %reldir%/saying.h \
	%reldir%/screen.c %reldir%/screen.h \
	%reldir%/search.c %reldir%/search.h \
	%reldir%/sentence.c %reldir%/sentence.h \
	%reldir%/session_row.c %reldir%/session_row.h \
	%reldir%/session_rows.c %reldir%/session_rows.h \
	%reldir%/target.c %reldir%/target.h \
	%reldir%/text.c %reldir%/text.h \
	%reldir%/theme_index.c %reldir%/theme_index.h \
	%reldir%/timeline.c %reldir%/timeline.h \
	%reldir%/value_row.c %reldir%/value_row.h \
	%reldir%/view.c %reldir%/view.h \
	%reldir%/walk.c %reldir%/walk.h \
	%reldir%/warnings.c %reldir%/warnings.h \
	%reldir%/where.c %reldir%/where.h
