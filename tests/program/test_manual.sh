#!/bin/sh
# The manual: sound, whole, and in both languages.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

builddir=$(cd "${builddir:-.}" && pwd)
program=$builddir/nec-agenda
: >"$work/nothing"
cd "$work"

# page NAME: where it is. Some are made in the build tree, or were when the tarball was.
page() {
	if [ -e "$builddir/docs/$1" ]; then echo "$builddir/docs/$1"; else echo "$srcdir/docs/$1"; fi
}

# The words of a page, without what roff needs.
words() {
	sed 's/\\&//g; s/\\-/-/g; s/\\(dq/"/g; s/\\e/\\/g' "$(page "$1")"
}

# all_in NAME PAGE WORDS PATTERN: for each line of WORDS, the page has the pattern, in which NAME
# stands for it.
all_in() {
	words "$2" >page.txt
	while read -r word; do
		grep -Eq -e "$(printf '%s\n' "$4" | sed "s/NAME/$word/g")" page.txt || echo "$word"
	done <"$3" >missing
	same "$1" nothing missing
}

pages="nec-agenda.1 fr/nec-agenda.1 nec-agenda.5 fr/nec-agenda.5"
for name in $pages; do
	if command -v mandoc >/dev/null; then
		mandoc -Tlint -Wwarning "$(page "$name")" >found 2>&1 || :
		same "$name is without a flaw" nothing found
		mandoc -Tutf8 "$(page "$name")" | grep -c . >lines
		equal "$name is not empty" yes "$([ "$(cat lines)" -gt 100 ] && echo yes)"
	else
		skip "mandoc is not here"
	fi
done
for name in nec-agenda.1 fr/nec-agenda.1; do
	LC_ALL=C grep -n '[^ -~]' "$(page "$name")" >found || :
	same "$name is ASCII, as every reader takes it" nothing found
	grep -n '^@\|@$' "$(page "$name")" >found || :
	same "$name has no marker left" nothing found
done

# What the program tells of itself, the manual does.
"$program" --help | grep -o '^ *\(-[a-zA-Z], \)\?--[a-z-]*' | sed 's/.*--//' >options
"$program" --help | sed '1,/^Formats:/d; /^$/,$d' | grep -o '^  [a-z]*' | tr -d ' ' | grep . >formats
sed -n 's/^	{"\([a-z-]*\)", {.*/\1/p' "$srcdir/src/tui/command.c" >commands
sed -n '/preferences_row rows/,/^};/s/^	{"\([a-z]*\)".*/\1/p' "$srcdir/src/store/preferences.c" >settings
equal "there is something to look for" "yes yes yes yes" \
	"$(for list in options formats commands settings; do [ "$(wc -l <$list)" -gt 3 ] && echo yes; done |
		tr '\n' ' ' | sed 's/ $//')"
for name in nec-agenda.1 fr/nec-agenda.1; do
	all_in "$name: every option" "$name" options '^\.It .*Fl -NAME( |$)'
	all_in "$name: every format" "$name" formats '^\.It Cm NAME$'
	all_in "$name: every command" "$name" commands '^\.It Li .* Pq Cm NAME$'
	all_in "$name: every setting" "$name" settings '^\.It Cm NAME$'
done
for name in nec-agenda.5 fr/nec-agenda.5; do
	all_in "$name: every setting" "$name" settings '^\.It Cm NAME'
done

# The sentences of the tables are in the language of the page.
for sentence in 'Next day\|Day after' 'Show this help'; do
	equal "English: $sentence" "yes no" \
		"$(for name in nec-agenda.1 fr/nec-agenda.1; do
			if words $name | grep -q "$sentence"; then echo yes; else echo no; fi
		done | tr '\n' ' ' | sed 's/ $//')"
done

# Both manuals of the files say the same: the same keys, examples and sections.
for name in nec-agenda.5 fr/nec-agenda.5; do
	grep -c '^\.\(Sh\|It Cm\|Bd\)' "$srcdir/docs/$name"
done >counts
equal "the French manual of the files has what the English one has" 1 "$(uniq counts | wc -l)"

end_of_tests
