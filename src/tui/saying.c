#include "config.h"

#include "tui/saying.h"

#include "document/composer.h"

struct document *saying_new(const char *strong, const char *text, const char *more)
{
	struct composer *composer = composer_new();

	if (strong)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, strong, SPAN_STRONG);
	if (text)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, text, 0);
	if (more)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, more, 0);
	return composer_finish(composer);
}
