/*
 * Describes the program from its own tables: what a build makes the manual and the completions
 * with. What it prints belongs into the tarball, so that whoever builds from that never runs it.
 *
 *     describe manual LANGUAGE CATALOGUES TEMPLATE
 *     describe bash | zsh | fish
 */
#include "config.h"

#include "completions.h"
#include "manual.h"

#include "base/locale.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

static int complain(const char *what, const char *name)
{
	fprintf(stderr, "describe: %s%s%s\n", what, *name ? ": " : "", name);
	return 1;
}

static bool read_file(const char *path, struct buffer *text)
{
	FILE *file = fopen(path, "re");
	char piece[4096];
	size_t got;
	bool good;

	if (!file)
		return false;
	while ((got = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_append(text, piece, got);
	good = !ferror(file);
	fclose(file);
	return good;
}

static bool print(const struct buffer *text)
{
	return fwrite(buffer_text(text), 1, text->length, stdout) == text->length &&
	       fflush(stdout) == 0;
}

static int describe(const char *shell)
{
	struct buffer text = {0};
	bool good = completions_write(&text, shell);
	int status = 0;

	if (!good)
		status = complain("no such shell", shell);
	else if (!print(&text))
		status = complain("the output could not be written", "");
	buffer_free(&text);
	return status;
}

static int describe_in_manual(const char *language, const char *catalogues, const char *template)
{
	struct buffer page = {0}, text = {0};
	int status = 0;

	locale_speak(language);
	bindtextdomain(PACKAGE, catalogues);
	if (!read_file(template, &page))
		status = complain("this could not be read", template);
	else if (!manual_fill(&text, buffer_text(&page)))
		status = complain("a marker in this is not known", template);
	else if (!print(&text))
		status = complain("the output could not be written", "");
	buffer_free(&page);
	buffer_free(&text);
	return status;
}

int main(int argc, char **argv)
{
	locale_begin();
	if (argc == 5 && !strcmp(argv[1], "manual"))
		return describe_in_manual(argv[2], argv[3], argv[4]);
	if (argc == 2)
		return describe(argv[1]);
	return complain("wrong usage; see the comment in its source", "");
}
