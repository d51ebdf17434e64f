/*
 * The kinds of panes, one per file.
 */
#ifndef NEC_TUI_PANES_H
#define NEC_TUI_PANES_H

#include "tui/pane.h"

extern const struct pane_kind pane_days;
extern const struct pane_kind pane_sessions;
extern const struct pane_kind pane_themes;
extern const struct pane_kind pane_theme;
extern const struct pane_kind pane_kept;
extern const struct pane_kind pane_spare;
extern const struct pane_kind pane_grid;
extern const struct pane_kind pane_carry;
extern const struct pane_kind pane_now;
extern const struct pane_kind pane_detail;
extern const struct pane_kind pane_traits;
extern const struct pane_kind pane_values;
extern const struct pane_kind pane_related;
extern const struct pane_kind pane_event;
extern const struct pane_kind pane_help;
extern const struct pane_kind pane_code;

#endif
