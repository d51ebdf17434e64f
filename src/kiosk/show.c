#include "config.h"

#include "kiosk/show.h"

#include "kiosk/draw.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/slide.h"

/* The next slide that applies, round the end. That of information always does. */
static void next_slide(struct kiosk *kiosk)
{
	do
		kiosk->slide = (kiosk->slide + 1) % slide_count();
	while (!slide_at(kiosk->slide)->applies(kiosk));
	kiosk->leaf = 0;
}

void show_begin(struct kiosk *kiosk)
{
	kiosk->showing = true;
	kiosk->slide = slide_count() - 1;
	if (kiosk->agenda)
		next_slide(kiosk);
	kiosk->turned = kiosk->milliseconds;
}

void show_turn(struct kiosk *kiosk)
{
	if (!kiosk->agenda)
		return;
	if (!slide_at(kiosk->slide)->applies(kiosk)) {
		next_slide(kiosk);
		kiosk->turned = kiosk->milliseconds;
	}
	if (kiosk->milliseconds - kiosk->turned < SHOW_LEAF_MILLISECONDS)
		return;
	kiosk->turned = kiosk->milliseconds;
	if (kiosk->leaf + 1 < slide_at(kiosk->slide)->leaves(kiosk))
		kiosk->leaf++;
	else
		next_slide(kiosk);
}

int show_patience(const struct kiosk *kiosk)
{
	int64_t left = kiosk->turned + SHOW_LEAF_MILLISECONDS - kiosk->milliseconds;

	return left < 1 ? 1 : left > SHOW_LEAF_MILLISECONDS ? SHOW_LEAF_MILLISECONDS : (int)left;
}

bool show_is_tall(const struct kiosk *kiosk)
{
	const struct slide *slide = slide_at(kiosk->slide);

	return slide->is_tall && slide->is_tall(kiosk);
}

void show_settle(struct kiosk *kiosk)
{
	const struct slide *slide = slide_at(kiosk->slide);
	struct rectangle area = kiosk->scene.body;
	size_t leaves;

	text_set(&kiosk->text, slide->text ? slide->text(kiosk) : NULL);
	if (!slide->text)
		return;
	text_fit(&kiosk->text, area.columns, area.rows);
	leaves = kiosk_leaves(kiosk);
	if (kiosk->leaf >= leaves)
		kiosk->leaf = leaves - 1;
	text_scroll(&kiosk->text, (int)kiosk->leaf * area.rows);
}

void show_draw(const struct kiosk *kiosk, struct screen *screen)
{
	const struct slide *slide = slide_at(kiosk->slide);
	struct rectangle area = kiosk->scene.body;
	struct buffer title = {0};

	if (slide->title)
		slide->title(kiosk, &title);
	if (title.length)
		draw_title(kiosk, screen, buffer_text(&title));
	slide->draw(kiosk, screen, area);
	draw_invitation(kiosk, screen);
	buffer_free(&title);
}

void show_stop(struct kiosk *kiosk)
{
	struct spot place;

	kiosk->showing = false;
	kiosk_home(kiosk);
	if (!kiosk->agenda)
		return;
	place = slide_at(kiosk->slide)->place(kiosk, kiosk->leaf);
	if (place.page == PAGE_HOME)
		return;
	kiosk_go(kiosk, place.page, place.item, place.part);
	kiosk_place(kiosk)->cursor = place.cursor;
	kiosk_place(kiosk)->leaf = place.leaf;
}
