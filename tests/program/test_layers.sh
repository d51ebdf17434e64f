#!/bin/sh
# The house stands on its layers: a file includes from its own folder or from a lower rank, curses
# is known in term/ alone, config.h comes first, and a header's functions bear its name.
#
# The tree to look at is the first argument, else the project's.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

root=${1:-$srcdir}

offences() {
	(cd "$1/src" && find . -name '*.[ch]' | sed 's|^\./||' | sort |
		xargs awk -f "$srcdir/tests/program/layers.awk")
}

# A sound little house, to be spoilt.
build_house() {
	rm -rf "$work/house"
	mkdir -p "$work/house/src/base" "$work/house/src/model" "$work/house/src/document" \
		"$work/house/src/tui" "$work/house/src/term"
	cd "$work/house/src"
	printf '#include "config.h"\n\n#include "base/stone.h"\n' >base/stone.c
	printf 'int stone_weight(void);\nconst char *stone_name(int stone);\n' >base/stone.h
	printf '#include "base/stone.h"\n' >model/wall.h
	printf 'char *text_of(int text);\n' >document/text.h
	printf '#include "model/wall.h"\n#include "document/text.h"\n' >tui/room.h
	printf '#include "config.h"\n#include <ncursesw/curses.h>\n' >term/door.c
	printf '#include "config.h"\n#include "tui/room.h"\n#include <stdio.h>\n' >main.c
	cd - >/dev/null
}

# spoils NAME FILE LINE: this line, added to this file, is an offence, and the only one.
spoils() {
	build_house
	mkdir -p "$(dirname "$work/house/src/$2")"
	printf '%s\n' "$3" >>"$work/house/src/$2"
	offences "$work/house" >"$work/offences"
	equal "$1" "$2:$(wc -l <"$work/house/src/$2")" "$(sed 's/\(:[0-9]*\):.*/\1/' "$work/offences")"
}

offences "$root" >"$work/offences"
: >"$work/nothing"
same "the sources keep to the layers" "$work/nothing" "$work/offences"
equal "there are sources" yes "$([ -e "$root/src/main.c" ] && echo yes)"

build_house
offences "$work/house" >"$work/offences"
same "a sound house is left in peace" "$work/nothing" "$work/offences"

spoils "a lower rank may not include from a higher one" base/stone.h '#include "model/wall.h"'
spoils "two folders of a rank may not include from each other" model/wall.h '#include "document/text.h"'
spoils "no folder may include from the top" tui/room.h '#include "options.h"'
spoils "an include without its folder is from the top" base/stone.c '#include "stone.h"'
spoils "the interface does not know curses" tui/room.h '#include <curses.h>'
spoils "the program does not know curses" main.c '# include <ncursesw/ncurses.h>'
spoils "terminfo is curses too" tui/room.h '#include <term.h>'
spoils "config.h is in every source" base/brick.c '#include <stdio.h>'
spoils "an unknown folder has no rank" garden/tree.h 'int tree_height(void);'
spoils "what is in an unknown folder is not included" main.c '#include "garden/tree.h"'
spoils "a function bears the name of its header" base/stone.h 'struct sand *pebble_grind(int pebble);'

end_of_tests
