#!/bin/sh
# A friend's calendar: what is bookmarked of it, what is not recognised, and what both attend.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=$(cd "${builddir:-.}" && pwd)/nec-agenda
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
folder=$XDG_DATA_HOME/nec-agenda/numerique-en-commun-s-a-bordeaux-2023
cd "$work"
: >nothing

run() {
	status=0
	timeout 100 "$program" "$@" >out 2>errors </dev/null || status=$?
}

# kept NAME TITLES: these sessions are bookmarked, and no others
kept() {
	equal "$1" "$2" "$("$program" --bookmarked --print=tsv | sed 1d | cut -f 5 | tr '\n' '|')"
}

# says NAME LINE: what was printed has this line
says() {
	if grep -Fxq -e "$2" out; then
		pass "$1"
	else
		fail "$1"
		cat out errors | tell
	fi
}

# refused PATTERN ARGS...: an error, and nothing is printed
refused() {
	pattern=$1
	shift
	run "$@"
	if [ "$status" = 1 ] && [ ! -s out ] && grep -Eq "$pattern" errors; then
		pass "refused: $*"
	else
		fail "refused: $*"
		cat out errors | cut -c 1-200 | tell
	fi
}

states() {
	(cd "$folder" && cksum ./*)
}

thursday='Accueil NEC|Plénière|Grande soirée NEC|'
"$program" --print=ics --day=2 >thursday.ics

# Importing

run --import=thursday.ics
equal "a friend's Thursday: status" 0 "$status"
same "a friend's Thursday: no error" nothing errors
says "a friend's Thursday: how much" "3 sessions bookmarked now, 0 already, 0 not in this agenda."
says "a friend's Thursday: under its day" "Thursday 19 October 2023"
says "a friend's Thursday: each session" "  19:00 – 01:00  Grande soirée NEC"
kept "a friend's Thursday is kept" "$thursday"

states >before
"$program" --print=ics >all.ics
run --import=thursday.ics
says "once more: how much" "0 sessions bookmarked now, 3 already, 0 not in this agenda."
says "once more: what was there" "Bookmarked already"
states >after
same "once more: nothing is touched" before after

# Notes come along, and are never overwritten.

sed 's/^SUMMARY:Pl.*/&\r\nCOMMENT:theirs/; s/^SUMMARY:D.*/&\r\nCOMMENT:bring bread/' all.ics >noted.ics
sed -i 's/^SUMMARY:Pl.*/&\r\nCOMMENT:mine/' "$folder"/2023-10-19-pleniere.ics
run --import=noted.ics
equal "with notes: status" 0 "$status"
says "with notes: how much" "5 sessions bookmarked now, 3 already, 0 not in this agenda."
notes=$("$program" --bookmarked --print | sed -n 's/^ *Note: //p' | tr '\n' '|')
equal "a note stays, and one comes along" "mine|bring bread|" "$notes"

# What other programs make of it: no marks of ours, times in UTC or with a zone, other names.

cat >other.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Somebody//EN
BEGIN:VEVENT
UID:abc
DTSTART:20231019T093000Z
SUMMARY:PLENIERE
END:VEVENT
BEGIN:VEVENT
UID:def
DTSTART;VALUE=DATE:20231018
SUMMARY:Réunion de la communauté de l'opérateur, au titre du Tour de France des
  produits interministériels
END:VEVENT
BEGIN:VEVENT
UID:2023-10-20-dejeuner-de-cloture@numerique-en-commun-s-a-bordeaux-2023
DTSTART:20231020T110000Z
SUMMARY:Lunch
END:VEVENT
BEGIN:VEVENT
UID:ghi
DTSTART:20231019T100000Z
SUMMARY:Plénière
END:VEVENT
END:VCALENDAR
END
rm -r "$folder"
run --import=other.ics
equal "another program's calendar: status" 0 "$status"
says "another program's calendar: how much" \
	"3 sessions bookmarked now, 0 already, 1 not in this agenda."
says "another program's calendar: what is not known, and where" \
	"other.ics:20: Plénière · Thursday 19 October, 10:00"
kept "by title and start, or by the name we gave" \
	"Réunion de la communauté de l’opérateur, au titre du Tour de France des produits interministériels|Plénière|Déjeuner de clôture|"
equal "through standard input" "0 sessions bookmarked now, 3 already, 1 not in this agenda." \
	"$("$program" --import=- <other.ics | tail -1)"
refused 'stdin: ' --import=-

# Comparing

rm -r "$folder"
"$program" --print=ics --search=accueil >mine.ics
"$program" --import=mine.ics >out
states >before
run --diff=thursday.ics
equal "compared: status" 0 "$status"
says "compared: how much" "1 session for both of you, 1 only for you, 2 only for the other."
equal "compared: who attends what" "Both of you|Accueil NEC|Only you|Accueil NEC|Only the other|Plénière|Grande soirée NEC|" \
	"$(sed -n 's/^  [^ ].*  \([A-Z]\)/\1/p; /^Both\|^Only/p' out | tr '\n' '|')"
run --diff=other.ics
says "compared: what is not known" "other.ics:20: Plénière · Thursday 19 October, 10:00"
states >after
same "compared: nothing is touched" before after

# What cannot be

printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n' >cut.ics
printf 'BEGIN:VCALENDAR\nEND:VCALENDAR\n' >empty.ics
refused '^nec-agenda: .*nec-2023.md: this is no iCalendar file' --import="$srcdir/data/nec-2023.md"
refused '^nec-agenda: .*nowhere.ics: there is no such file' --import=nowhere.ics
refused '^nec-agenda: cut.ics: .*END:VCALENDAR' --diff=cut.ics
run --import=empty.ics
says "an empty calendar" "0 sessions bookmarked now, 0 already, 0 not in this agenda."
XDG_DATA_HOME=$work/nothing
run --import=thursday.ics
equal "where nothing can be kept: status" 1 "$status"
equal "where nothing can be kept: why" 1 "$(grep -c '^nec-agenda: .*nothing/nec-agenda' errors)"

# Many strangers are counted, not all named.

XDG_DATA_HOME=$work/data
{
	echo BEGIN:VCALENDAR
	i=0
	while [ "$i" -lt 1500 ]; do
		i=$((i + 1))
		printf 'BEGIN:VEVENT\nUID:%d\nDTSTART:20231019T100000Z\nSUMMARY:Stranger %d\nEND:VEVENT\n' "$i" "$i"
	done
	echo END:VCALENDAR
} >strangers.ics
run --import=strangers.ics
says "many strangers" "and 500 more"
says "many strangers: how many" "0 sessions bookmarked now, 0 already, 1500 not in this agenda."

end_of_tests
