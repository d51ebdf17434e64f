#!/bin/sh
# Every sentence that the sources mark for translation stands in the French catalogue, translated.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

if ! command -v xgettext >/dev/null; then
	skip "xgettext is not here"
	end_of_tests
	exit
fi
catalogue=$srcdir/po/fr.po
options=$(sed -n 's/^XGETTEXT_OPTIONS = //p' "$srcdir/po/Makevars")
: >"$work/nothing"
cd "$srcdir"

extract() {
	# shellcheck disable=SC2086 # words on purpose
	xgettext --output=- $options "$@"
}

# The sentences that msgattrib picks from the merged catalogue: sentences OPTION
sentences() {
	msgattrib "$1" --no-wrap "$work/merged.po" |
		sed -n 's/^\(#~ \)\{0,1\}msgid "\(..*\)"$/\2/p'
}

find src -name '*.[ch]' | sort | while read -r file; do
	[ -z "$(extract "$file")" ] || echo "$file"
done >"$work/marked"
grep -v '^#' po/POTFILES.in | sort >"$work/listed"
same "POTFILES.in lists the sources that speak" "$work/marked" "$work/listed"

# shellcheck disable=SC2046 # names without blanks
extract $(cat "$work/marked") >"$work/all.pot" 2>"$work/warnings"
msgmerge --quiet --no-fuzzy-matching --output-file="$work/merged.po" "$catalogue" \
	"$work/all.pot" 2>"$work/warnings"
sentences --untranslated >"$work/missing"
same "every sentence is translated" "$work/nothing" "$work/missing"
sentences --only-fuzzy >"$work/fuzzy"
same "no translation is only a guess" "$work/nothing" "$work/fuzzy"
sentences --only-obsolete >"$work/obsolete"
same "no translation is left over" "$work/nothing" "$work/obsolete"
if msgfmt --check --output-file=/dev/null "$catalogue" 2>"$work/flaws"; then
	pass "the catalogue has no flaw"
else
	fail "the catalogue has no flaw"
	tell <"$work/flaws"
fi

end_of_tests
