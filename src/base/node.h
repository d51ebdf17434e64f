/*
 * Nodes: a piece of YAML as a tree, where every value knows its place in the source.
 *
 * Built from libyaml's events without recursion. Values are texts as they are written: 2023-10-19
 * and 9:30 stay what they look like, whatever YAML would make of them.
 */
#ifndef NEC_BASE_NODE_H
#define NEC_BASE_NODE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

/* How deep values may lie in each other, and how many there may be; more is an error. */
enum { NODE_DEEPEST = 100, NODE_MOST = 500000 };

struct node {
	enum node_kind kind;
	struct place place; /* where it begins; its file is the caller's */
	const char *text;   /* a scalar's; NULL where nothing is said (null, ~, "", left out) */
	int text_line;	    /* where its text begins: behind a | or > that is the next line */
	const char *key;    /* what it is called, where its parent is a map */
	struct place key_place;
	const struct node *parent, *first, *next; /* what a map or a list holds, in order */
};

/*
 * Parses valid UTF-8. `place` names the file, which must outlive the nodes, and the line of the
 * first byte. Returns NULL with one error (FILE:LINE:COLUMN) where it is no YAML, where its top is
 * no map, and where it uses what no file of ours needs and others misuse: aliases, keys that are no
 * texts, more depth or more values than above. Of a key that is there twice the first one counts,
 * with a warning. Text without any value gives an empty map.
 */
const struct node *node_parse(struct arena *arena, const char *text, size_t length,
			      struct place place, struct report *report);

/* The value of a key; NULL where it is missing or says nothing, and where `map` is no map or NULL.
 */
const struct node *node_find(const struct node *map, const char *key);

/* Whether nothing is said: a scalar without text, a map or a list that holds nothing. */
bool node_is_empty(const struct node *node);

/* Whether a text means yes: true, yes, on, 1, oui. */
bool node_is_true(const struct node *node);

/* Appends every text of a node, whatever holds it, in order, with `separator` between them. */
void node_join(struct buffer *out, const struct node *node, const char *separator);

#endif
