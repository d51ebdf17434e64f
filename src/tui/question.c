#include "config.h"

#include "tui/question.h"

#include "tui/app_private.h"
#include "tui/saying.h"

void question_free(struct question *question)
{
	text_free(&question->text);
	*question = (struct question){0};
}

void question_ask(struct app *app, const char *text, question_yes *yes, uint32_t item)
{
	question_free(&app->question);
	text_set(&app->question.text, saying_new(NULL, text, NULL));
	app->question.yes = yes;
	app->question.item = item;
}

void question_ask_either(struct app *app, const char *text, question_yes *yes, question_yes *no)
{
	question_ask(app, text, yes, 0);
	app->question.no = no;
}

bool question_stands(const struct app *app)
{
	return app->question.yes;
}

void question_answer(struct app *app, bool yes, struct effects *effects)
{
	question_yes *act = yes ? app->question.yes : app->question.no;
	uint32_t item = app->question.item;

	question_free(&app->question);
	if (act)
		act(app, item, effects);
}
