#!/bin/sh
# What the sources say and what the French catalogue says are the same sentences, each translated,
# and set as French is.
#
# The tree to look at is the first argument, else the project's.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

root=${1:-$srcdir}
options=$(sed -n 's/^XGETTEXT_OPTIONS = //p' "$srcdir/po/Makevars")
: >"$work/nothing"

if ! command -v xgettext >/dev/null; then
	skip "xgettext is not here"
	end_of_tests
	exit
fi

# extract ROOT: all the sentences of its sources
extract() {
	# shellcheck disable=SC2046,SC2086 # names without blanks, several options
	(cd "$1" && xgettext $options --output=- $(find src -name '*.[ch]' | sort))
}

# A catalogue's sentences, without what stands before them.
without_head() {
	sed '1,/^$/d'
}

# What is wrong with the catalogue itself: flaws ROOT
flaws() {
	msgfmt --check --output-file=/dev/null "$1/po/fr.po" 2>&1 || :
	for kind in untranslated only-fuzzy only-obsolete; do
		msgattrib --$kind "$1/po/fr.po" | without_head
	done
}

# The sources that hold sentences, but are not listed, or the other way round: unlisted ROOT
unlisted() {
	extract "$1" | sed -n 's/^#: //p' | tr ' ' '\n' | sed 's/:[0-9]*$//' | sort -u >"$work/holding"
	sed '/^#/d; /^$/d' "$1/po/POTFILES.in" | sort >"$work/listed"
	comm -3 "$work/holding" "$work/listed"
}

# The sentences that only the sources have, or only the catalogue: unmatched ROOT
unmatched() {
	extract "$1" >"$work/sources.pot"
	msgcomm --unique "$work/sources.pot" "$1/po/fr.po" | without_head
}

# The translations with a typewriter's apostrophe, or with a space where French has one that does
# not break: misset ROOT
misset() {
	msgattrib --no-wrap "$1/po/fr.po" |
		awk '/^msgstr/ { sub(/^[^"]*/, ""); said = 1 } !/^"/ { said = 0 } said' |
		grep -E "[[:alpha:]]'[[:alpha:]]| [;?»]| :( |\"|\\\\n|\$)|[[:alnum:]] !|« " || :
}

# A sound little house, to be spoilt.
build_house() {
	rm -rf "$work/house"
	mkdir -p "$work/house/src" "$work/house/po"
	printf 'say(_("Hello"));\nsay(C_("noon", "Bye: %%s"), name);\n' >"$work/house/src/door.c"
	printf '# listed\nsrc/door.c\n' >"$work/house/po/POTFILES.in"
	cat >"$work/house/po/fr.po" <<-'PO'
		msgid ""
		msgstr ""
		"Project-Id-Version: house\n"
		"PO-Revision-Date: 2023-10-19 09:00+0200\n"
		"Last-Translator: Someone\n"
		"Language-Team: French\n"
		"Language: fr\n"
		"MIME-Version: 1.0\n"
		"Content-Type: text/plain; charset=UTF-8\n"
		"Content-Transfer-Encoding: 8bit\n"

		msgid "Hello"
		msgstr "Bonjour, et qu’il fasse beau"

		#, c-format
		msgctxt "noon"
		msgid "Bye: %s"
		msgstr "À bientôt : %s"
	PO
}

# finds NAME CHECK: the check finds something in the house.
finds() {
	if [ -n "$("$2" "$work/house")" ]; then
		pass "$1"
	else
		fail "$1"
	fi
}

# spoils NAME CHECK FILE SCRIPT: this edit of this file is found.
spoils() {
	build_house
	sed "$4" "$work/house/$3" >"$work/spoilt"
	mv "$work/spoilt" "$work/house/$3"
	finds "$1" "$2"
}

# holds NAME CHECK ROOT: the check finds nothing there.
holds() {
	"$2" "$3" >"$work/found"
	same "$1" "$work/nothing" "$work/found"
}

holds "the catalogue is whole, without a flaw" flaws "$root"
holds "the sources that speak are listed, and no others" unlisted "$root"
holds "the sources and the catalogue hold the same sentences" unmatched "$root"
holds "the French is set as French is" misset "$root"

build_house
for check in flaws unlisted unmatched misset; do
	holds "a sound house is left in peace: $check" "$check" "$work/house"
done

spoils "a sentence without a translation" flaws po/fr.po 's/^msgstr "Bon.*/msgstr ""/'
spoils "a translation that is a guess" flaws po/fr.po 's/^#, c-format/#, fuzzy, c-format/'
spoils "a translation left over" flaws po/fr.po 's/^\(msg.*\)\("Hello"\|"Bonjour.*\)/#~ \1\2/'
spoils "a translation that lost its argument" flaws po/fr.po '/^msgstr "À/s/%s/tous/'
spoils "a source that is not listed" unlisted po/POTFILES.in '/door/d'
spoils "a listed source that is not there" unlisted po/POTFILES.in '1a src/window.c'
spoils "a sentence that is not in the catalogue" unmatched src/door.c '1a say(N_("More"));'
spoils "a sentence that is no longer in the sources" unmatched src/door.c 1d
spoils "the same sentence in another context" unmatched src/door.c s/noon/night/
spoils "a typewriter's apostrophe" misset po/fr.po "s/’/'/"
spoils "a space that may break" misset po/fr.po '/^msgstr/s/ / /'

end_of_tests
