#!/bin/sh
# The documents: what they name is there, and those in two languages have the same parts.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

documents="README.md README.fr.md docs/architecture.md docs/calendar.md docs/export.md docs/kiosk.md
	docs/organiser.md docs/performance.md docs/fr/borne.md docs/fr/calendar.md
	docs/fr/organisateur.md"
: >"$work/nothing"
cd "$srcdir"

# What a document has in code, a line each.
# shellcheck disable=SC2016 # backquotes as Markdown has them
in_code() {
	sed '/^```/,/^```/d; /^    /d' "$1" | grep -o '`[^`]*`' | tr -d '`' | sort -u
}

# Files and folders: `src/term/glyphs.c`, `model/builder.h`, `test_calls.c`; not what a build makes,
# what is no part of the tarball, or a name of somebody else's file.
paths() {
	in_code "$1" | grep -E '^[.a-z_][a-zA-Z_.0-9-]*(/[a-zA-Z_.0-9-]+)*(/|\.([ach5y]|ac|mk|po|sh|yml))$' |
		grep -vE '^(build|fuzz-build|coverage-build|completions|debian)/|^config\.h$|NAME' || :
}

missing_paths() {
	paths "$1" | while read -r path; do
		[ -e "$path" ] || [ -e "src/$path" ] || [ -e "src/${path#src/}" ] ||
			find src tests tools docs data po -name "$path" 2>/dev/null | grep -q . ||
			echo "$1: $path"
	done
}

# Where links lead, but for the web.
missing_links() {
	folder=$(dirname "$1")
	grep -o '](\([^)]*\))' "$1" | sed 's/^](//; s/)$//' | grep -v '^http' | while read -r link; do
		[ -e "$folder/$link" ] || echo "$1: $link"
	done
}

# Functions: `builder_finish()`.
missing_functions() {
	in_code "$1" | sed -n 's/^\([a-z_]*\)()$/\1/p' | while read -r function; do
		grep -rqE "\\b$function\\(" src || echo "$1: $function()"
	done
}

for document in $documents; do
	for check in missing_paths missing_links missing_functions; do
		$check "$document" >"$work/found"
		same "$document: $check" "$work/nothing" "$work/found"
	done
done

# A document that names what is not there is found out.
mkdir -p "$work/house"
# shellcheck disable=SC2016 # code in a document
printf 'See `tui/window_pane.c`, `app_dance()` and [this](no-such.md).\n' >"$work/house/wrong.md"
for check in missing_paths missing_links missing_functions; do
	equal "a wrong document: $check" 1 "$($check "$work/house/wrong.md" | wc -l)"
done
equal "there is enough to look for" yes \
	"$([ "$(paths docs/architecture.md | wc -l)" -gt 40 ] && echo yes)"

# alike ENGLISH FRENCH: the same headings, lists, tables and commands in the same order.
alike() {
	awk -f "$srcdir/tests/program/skeleton.awk" "$1" >"$work/english"
	awk -f "$srcdir/tests/program/skeleton.awk" "$2" >"$work/french"
	same "$2 has the parts of $1" "$work/english" "$work/french"
}

alike README.md README.fr.md
alike docs/kiosk.md docs/fr/borne.md
alike docs/organiser.md docs/fr/organisateur.md
alike docs/calendar.md docs/fr/calendar.md

end_of_tests
