#!/bin/sh
# The pages that show organisers how to write one, in English and in French: --check is content
# with them, and what their readers expect is found.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=${builddir:-.}/nec-agenda
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
tab=$(printf '\t')
: >"$work/nothing"

# What stands in column COLUMN of those sessions whose line fits PATTERN: column COLUMN PATTERN
column() {
	sed 1d "$work/tsv" | grep -E "$2" | cut -f "$1"
}

# How often each of some names stands in a column: counts COLUMN
counts() {
	sed 1d "$work/tsv" | cut -f "$1" | tr ';' '\n' | sed 's/^ *//' | grep . | sort | uniq -c |
		sort -k 1,1nr -k 2 | sed 's/^ *//' | tr '\n' ',' | sed 's/,$//'
}

# expect PAGE: reads one. What both pages have alike.
expect() {
	name=$1
	equal "$name: nothing to mend" 0 \
		"$("$program" --check "$srcdir/docs/$name" >"$work/check" && echo 0 || echo $?)"
	same "$name: nothing to say" "$work/nothing" "$work/check"
	"$program" --print=tsv "$srcdir/docs/$name" >"$work/tsv"
	equal "$name: two days, with so many sessions" "2025-09-12 2025-09-13, 9 8" \
		"$(sed 1d "$work/tsv" | cut -f 2 | sort -u | tr '\n' ' ' | sed 's/ $//'), $(
			column 1 ^2025-09-12 | wc -l) $(column 1 ^2025-09-13 | wc -l)"
	equal "$name: all have a start, all but the one without an end" "17 16" \
		"$(sed 1d "$work/tsv" | cut -f 3 | grep -c :) $(sed 1d "$work/tsv" | cut -f 4 | grep -c :)"
	equal "$name: the last one of Friday ends past midnight" "20:00 01:00" \
		"$(column 3,4 ^2025-09-12 | tail -n 1 | tr "$tab" ' ')"
	equal "$name: and is on Friday" "2025-09-12T20:00 2025-09-13T01:00" \
		"$("$program" --print=json "$srcdir/docs/$name" | grep '"start": "20:00"' |
			sed 's/.*"starts_at": "\([0-9T:-]*\):00[+].*"ends_at": "\([0-9T:-]*\):00[+].*/\1 \2/')"
	equal "$name: three sessions at a quarter to eleven, in three rooms" 3 \
		"$(column 3,8 "${tab}10:45" | cut -f 2 | sort -u | grep -c .)"
	equal "$name: a session has its own page" 1 "$(cut -f 10 "$work/tsv" | grep -c /)"
	"$program" --print "$srcdir/docs/$name" >"$work/text"
}

expect example-event.md
equal "rooms" "5 Threshing Floor,4 Loft,2 Cart Shed" "$(counts 8 | sed 's/,$//')"
equal "themes" "4 Maps,3 Commons,2 Energy,2 Networks" "$(counts 6)"
equal "formats" "5 workshop,4 talk,3 panel" "$(counts 7)"
equal "a list of names below is of speakers" "Colm Aster; Brid Heath" "$(column 9 rain-gauge)"
equal "names in a sentence" "Nora Quill; Tomas Wren; Aoife Marl" "$(column 9 valley)"
equal "names in a cell" "Nora Quill; Lena Dock" "$(column 9 Paying)"
for fact in 'usually 30 min' 'children from eight' 'through two winters' 'sixty people' 'Line 7'; do
	equal "text: $fact" yes "$(tr -s '[:space:]' ' ' <"$work/text" | grep -qi "$fact" && echo yes)"
done
equal "its introduction and its image" "1 1" \
	"$(grep -c '^Two days for people' "$work/text") $(grep -c 'Image: A stone barn' "$work/text")"

expect fr/exemple-evenement.md
equal "salles" "5 Aire à battre,4 Grenier,2 Remise" "$(counts 8)"
equal "thèmes" "4 Cartes,3 Communs,2 Réseaux,2 Énergie" "$(counts 6)"
equal "formats en français" "5 atelier,4 conférence,3 table ronde" "$(counts 7)"
equal "intervenants" "Colin Astre; Brune Héas" "$(column 9 Souder)"

end_of_tests
