#include "config.h"

#include "scene.h"

#include "sample.h"

static const struct bookmark gone_bookmark = {
    .id = (char *)"2031-06-12-the-tar-kettle",
    .title = (char *)"The tar kettle, and other smells of a working quay",
    .room = (char *)"Net loft",
    .note = (char *)"ask Piet for the recipe",
    .lost = true,
};

static void keep_gone(struct play *play)
{
	struct bookmark gone = gone_bookmark;

	gone.day = civil_day_of_moment(sample_at(1, 0, 0));
	gone.start = sample_at(1, 9, 45);
	gone.end = sample_at(1, 10, 15);
	play_bookmark(play, &gone);
}

static struct agenda *sample_of(enum scene_agenda agenda)
{
	static struct agenda *(*const samples[])(void) = {[LANTERNS] = sample_lanterns,
							  [EMPTY] = sample_empty,
							  [CONGRESS] = sample_congress,
							  [REGATTA] = sample_regatta,
							  [FAIR] = sample_fair};

	return samples[agenda]();
}

void scene_play(struct play *play, const struct scene *scene, int rows, int columns)
{
	play_begin(play, sample_of(scene->agenda), sample_at(1, 10, 12), rows, columns);
	if (scene->disk == KEPT_GONE)
		keep_gone(play);
	else if (scene->disk == KEPT_BEFORE)
		play_revision(play);
	app_set_linear(play->app, scene->linear);
	app_set_blocks(play->app, !scene->plain);
	play_script(play, scene->script);
}
