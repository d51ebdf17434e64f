#include "config.h"

#include "tui/action.h"
#include "tui/app_private.h"

/* While a line is typed */

void action_accept(struct app *app, int argument, struct effects *effects)
{
	(void)argument;
	ask_accept(app, effects);
}

void action_cancel(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	ask_cancel(app);
}

void action_erase_back(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	prompt_erase(ask_prompt(app), (enum prompt_reach)argument, -1);
	ask_typed(app);
}

void action_erase_on(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	prompt_erase(ask_prompt(app), (enum prompt_reach)argument, 1);
	ask_typed(app);
}

void action_erase_all(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	prompt_erase_all(ask_prompt(app));
	ask_typed(app);
}

void action_caret_back(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	prompt_move(ask_prompt(app), (enum prompt_reach)argument, -1);
}

void action_caret_on(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	prompt_move(ask_prompt(app), (enum prompt_reach)argument, 1);
}

void action_recall(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	if (prompt_recall(ask_prompt(app), argument))
		ask_typed(app);
}

/* While a question stands */

void action_answer(struct app *app, int argument, struct effects *effects)
{
	question_answer(app, argument, effects);
}
