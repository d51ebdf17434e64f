#!/bin/sh
# The command line as its users know it: what is printed, where errors go, what status is left.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=$(cd "${builddir:-.}" && pwd)/nec-agenda
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
world=
: >"$work/nothing"
cd "$work"

# Leaves what was printed in out and errors, and the status in $status.
run() {
	status=0
	# shellcheck disable=SC2086 # words on purpose
	timeout 100 env $world "$program" "$@" >out 2>errors </dev/null || status=$?
}

# in_world "VARIABLE=VALUE..." COMMAND...: what it runs sees these variables too.
in_world() {
	world=$1
	shift
	"$@"
	world=
}

# fits NAME TITLES ARGS...: these sessions are printed, and no others.
fits() {
	name=$1
	expected=$2
	shift 2
	run --print=tsv "$@"
	equal "$name" "$expected 0" "$(sed 1d out | cut -f 5 | tr '\n' '|') $status"
}

# refused STATUS PATTERN ARGS...: nothing is printed, and one line says what is wrong.
refused() {
	expected=$1
	pattern="^nec-agenda: $2"
	shift 2
	run "$@"
	if [ "$status" = "$expected" ] && [ ! -s out ] && [ "$(wc -l <errors)" = 1 ] &&
		grep -Eq "$pattern" errors; then
		pass "refused: $*"
	else
		fail "refused: $*"
		echo "status $status, expected $expected and $pattern" | tell
		cat out errors | cut -c 1-200 | tell
	fi
}

# holds NAME FILE PATTERN
holds() {
	if grep -Eq -e "$3" "$2"; then
		pass "$1"
	else
		fail "$1"
		{
			echo "not found: $3"
			head -n 20 "$2"
		} | tell
	fi
}

# A small page of our own: page LINE...
page() {
	printf '%s\n' '---' 'title: Fête du sel' 'event_start_date: 2024-06-13 09:00:00 +02:00' \
		'event_end_date: 2024-06-14 18:00:00 +02:00' 'lieu: Halle aux voiles' "$@"
}

# Help and version

run --help
equal "help: status" 0 "$status"
same "help: no error" nothing errors
for option in -p --print -d --day -t --theme -f --format -r --room -s --search -b --bookmarked \
	-l --language --speaker -u --upcoming -n --now --at --check --lang --ascii --no-ascii --color \
	--mouse --no-mouse --help --help-keys --version --alarm --import --diff \
	text tsv markdown ics json; do
	holds "help tells of $option" out "(^|[ ,])$option([],= []|\$)"
done
cp out help
run -h
same "-h is --help" help out

run --version
equal "version: status" 0 "$status"
holds "version" out '^nec-agenda [0-9]+\.[0-9]'

# Wrong usage

refused 2 '.*--frobnicate.*--help' --frobnicate
refused 2 '.*-Z.*--help' -Z
refused 2 '.*--day.*--help' --day
refused 2 '.*--help' --ascii=yes
refused 2 '.*print=cake.*text, tsv' --print=cake
refused 2 '.*alarm goes with --print=ics' --alarm=10
refused 2 '.*alarm goes with --print=ics' --alarm=10 --print=json
refused 2 '.*alarm=soon.*from 0 to 40320' --alarm=soon --print=ics
refused 2 '.*alarm=40321' --alarm=40321 --print=ics
refused 2 '.*print and --import .*choose one' --import=a.ics --print
refused 2 '.*import and --diff .*choose one' --diff=a.ics --import=a.ics
refused 2 '.*check and --changes .*choose one' --check --changes
refused 2 '.*one calendar at a time.*b\.ics' --import=a.ics --import=b.ics
refused 2 '.*diff is about a whole agenda' --diff=a.ics --day=1
refused 2 '.*changes is about a whole agenda' --changes --theme=data
refused 2 '.*import.*iCalendar' --import=
refused 2 '.*color=pink.*auto' --color=pink
refused 2 '.*lang=de.*auto, en or fr' --lang=de
refused 2 '.*at=soon.*2023' --at=soon
refused 2 '.*at=2023-13-45' --at=2023-13-45T10:00
refused 2 '.*many.*--help' a.md many.md
refused 2 '.*2023-10-18, 2023-10-19, 2023-10-20' --day=someday
refused 2 '.*Médiation' --theme=volcano
refused 2 '.*masterclass' --format=volcano
refused 2 '.*volcano' --room=volcano

# What fits

titles_of_day() {
	awk -F '\t' -v day="$1" '$2 == day { printf "%s|", $5 }' "$srcdir/tests/program/built-in.tsv"
}

wednesday=$(titles_of_day 2023-10-18)
thursday='Accueil NEC|Plénière|Grande soirée NEC|'
friday='Accueil NEC|Déjeuner de clôture|'

fits "everything" "$wednesday$thursday$friday"
fits "day: a number" "$thursday" --day=2
fits "day: a date" "$friday" -d 2023-10-20
fits "day: a weekday" "$wednesday" -d wednesday
fits "day: a weekday in capitals, short" "$thursday" -d THU
fits "day: today" "$friday" -d today --at=2023-10-20T08:00
fits "day: tomorrow" "$friday" -d tomorrow --at=2023-10-19T10:42
fits "day: a date without a session" '' -d 2023-12-25
fits "day: a number beyond the last" '' -d 9
fits "search: capitals and accents aside, all words" 'Déjeuner de clôture|' -s 'DEJEUNER cloture'
fits "search: two of them" 'Grande soirée NEC|' -s nec -s soiree
fits "search: nothing" '' -s volcano
fits "format" 'Plénière|' -f pleniere
fits "theme without a session" '' -t donnees
fits "now and next" 'Accueil NEC|Plénière|' --now --at=2023-10-19T10:42
fits "now: past midnight" 'Grande soirée NEC|Accueil NEC|' --now --at=2023-10-20T00:30
fits "nothing kept" '' --bookmarked

# Several at once: values of a kind widen, kinds narrow.

page 'sessions:' \
	'  - {title: Ouverture, day: 2024-06-13, start: "09:00", end: "10:00", room: Salle 1, language: fr, theme: Sel, speakers: [Ada Pic]}' \
	'  - {title: Brine, day: 2024-06-13, start: "10:00", end: "11:00", room: Salle 10, language: "de, en", theme: Mer}' \
	'  - {title: Marais, day: 2024-06-14, start: "10:00", end: "11:00", room: Salle 1, language: Français, theme: Mer, format: atelier}' \
	'  - {title: Bal, day: 2024-06-14, start: "20:00", end: "01:00", theme: Sel}' \
	'---' >many.md
fits "language: by its code" 'Ouverture|Marais|' --language=fr many.md
fits "language: by its name" 'Ouverture|Marais|' --language=FRANÇAIS many.md
fits "language: one of two of a session" 'Brine|' -l en many.md
fits "language: two of them" 'Ouverture|Brine|Marais|' -l german -l fr many.md
fits "language: two in one word" 'Ouverture|Brine|Marais|' --language=de,fr many.md
fits "language: not said" 'Bal|' --language=none many.md
fits "room: a whole name means itself" 'Ouverture|Marais|' --room='salle 1' many.md
fits "room: part of several" 'Ouverture|Brine|Marais|' --room=salle many.md
fits "speaker" 'Ouverture|' --speaker=pic many.md
fits "theme: two of them" 'Ouverture|Brine|Marais|Bal|' -t sel -t mer many.md
fits "days: two of them" 'Ouverture|Brine|Marais|Bal|' -d 1 -d friday many.md
fits "days: one that is not there, too" 'Marais|Bal|' -d 2024-12-25 -d 2 many.md
fits "kinds narrow" 'Marais|' -t mer -l fr many.md
fits "kinds narrow, down to nothing" '' -t mer -l fr -d 1 many.md
fits "upcoming: before" 'Ouverture|Brine|Marais|Bal|' --upcoming --at=2024-06-13T08:00 many.md
fits "upcoming: what is on counts" 'Marais|Bal|' --upcoming --at=2024-06-14T10:59 many.md
fits "upcoming: past midnight" 'Bal|' -u --at=2024-06-15T00:59 many.md
fits "upcoming: after" '' -u --at=2024-06-15T01:00 many.md
fits "upcoming and in a language" 'Marais|' -u -l fr --at=2024-06-13T12:00 many.md
refused 2 '.*volcano.*fr \(French\), de \(German\), en \(English\)$' --language=volcano many.md
refused 2 '.*names no languages' --language=fr
refused 2 '.*volcano.*Ada Pic$' --speaker=volcano many.md
refused 2 '.*names no speakers' --speaker=volcano
run --print --language=fr --language=none --upcoming --at=2024-06-14T09:00 many.md
holds "text: the languages that were asked for" out '^Languages: French, not said$'
holds "text: that it is what is to come" out '^What is on or still to come$'
in_world "LANGUAGE=fr" run --print --language=fr many.md
holds "text: the same in French" out '^Langue.*: français$'
{
	page 'sessions:'
	for number in $(seq 90); do
		echo "  - {title: x, day: 2024-06-13, start: \"09:00\", room: Hall $number}"
	done
	echo '---'
} >halls.md
refused 2 '.*"Hal 42"; the agenda has: Hall 42, .* and 78 more$' --room='Hal 42' halls.md

run --print=tsv
same "tsv: the built-in agenda" "$srcdir/tests/program/built-in.tsv" out
same "tsv: no error" nothing errors

run --print=text
cp out text
run -p
same "--print is --print=text" text out
run
same "without a terminal the agenda is printed" text out

# The user's own

mkdir -p data/nec-agenda/numerique-en-commun-s-a-bordeaux-2023
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:test BEGIN:VEVENT UID:2023-10-19-pleniere \
	DTSTAMP:20231001T000000Z DTSTART:20231019T093000Z 'SUMMARY:Plénière' END:VEVENT \
	END:VCALENDAR >data/nec-agenda/numerique-en-commun-s-a-bordeaux-2023/kept.ics
fits "kept" 'Plénière|' --bookmarked
run --print=text
holds "kept: marked" out '★ +11:30 +Plénière'
rm -r data

# Characters and languages

in_world "LC_ALL=C" run --print=text
LC_ALL=C tr -d '\n -~' <out >beyond
same "LC_ALL=C: text is ASCII" nothing beyond
holds "LC_ALL=C: and readable" out 'Grande soiree NEC'
in_world "LC_ALL=C" run --print=tsv
same "LC_ALL=C: data is UTF-8" "$srcdir/tests/program/built-in.tsv" out
run --ascii
LC_ALL=C tr -d '\n -~' <out >beyond
same "--ascii: text is ASCII" nothing beyond

in_world "LANGUAGE=fr" run --help
cp out aide
holds "LANGUAGE=fr: the catalogue of the build tree is found" aide 'affiche'
in_world "LC_ALL= LANG=fr_FR.UTF-8" run --help
same "a locale that is not installed still tells the language" aide out
in_world "LC_ALL= LC_CTYPE=C.UTF-8 LC_MESSAGES=fr_FR.UTF-8" run --help
same "LC_MESSAGES tells the language" aide out
in_world "LANGUAGE=fr" fits "day: a weekday in French" "$thursday" -d jeudi
in_world "LANGUAGE=fr" run --kiosk --check
holds "LANGUAGE=fr: what a kiosk refuses is told in French" out '^aucun programme ne peut'
in_world "LANGUAGE=fr LC_ALL=C" run --print=text
LC_ALL=C tr -d '\n -~' <out >beyond
same "LANGUAGE=fr LC_ALL=C: text is ASCII" nothing beyond
holds "LANGUAGE=fr LC_ALL=C: and readable" out 'Grande soiree NEC'

status=0
env -i "$program" --print=text >out 2>errors </dev/null || status=$?
equal "an empty environment: status" 0 "$status"
holds "an empty environment: UTF-8 is assumed" out 'Grande soirée NEC'
same "an empty environment: no complaint" nothing errors

# Where it cannot be written

for option in --print --print=tsv --help --version; do
	status=0
	"$program" "$option" >/dev/full 2>errors </dev/null || status=$?
	equal "a full disk is an error: $option" 1 "$status"
	holds "a full disk is told: $option" errors '^nec-agenda: '
done
status=0
"$program" --print >&- 2>errors </dev/null || status=$?
equal "a closed output is an error" 1 "$status"

# Pages

page '---' '' '## Programme du jeudi 13 juin' '' '* 9h : Accueil' '* 10h30 – 12h : Le sel gris' >salt.md
fits "a page" 'Accueil|Le sel gris|' salt.md
status=0
"$program" --print=tsv - <salt.md >out 2>errors || status=$?
equal "a page from standard input" "0 2" "$status $(sed 1d out | wc -l)"
cp salt.md ./-page.md
fits "a page whose name begins with -" 'Accueil|Le sel gris|' -- -page.md

run --check salt.md
equal "check: nothing to mend" 0 "$status"
run --check
equal "check: nothing to mend in the built-in agenda" "0 " "$status $(cat out errors)"
page '---' '' '## Programme du lundi 13 juin' '' '* 9h : Accueil' >monday.md
run --check monday.md
equal "check: something to mend" 1 "$status"
holds "check: the line of a wrong weekday" out '^monday\.md:8(:[0-9]+)?: '
same "check: reports are no errors" nothing errors
status=0
"$program" --check monday.md >/dev/full 2>errors || status=$?
equal "check: a full disk is an error" 1 "$status"
holds "check: a full disk is told" errors '^nec-agenda: .*written'

# Bad input

refused 1 'missing\.md: ' missing.md
refused 1 'salt\.md/page\.md: ' salt.md/page.md
mkdir empty
refused 1 'empty' empty
refused 1 '/dev/zero: ' /dev/zero
mkfifo pipe
refused 1 'pipe: ' pipe
: >nothing.md
refused 1 'nothing\.md: ' nothing.md
head -c 5000 "$program" >binary.md
refused 1 'binary\.md: ' binary.md
page '' 'no end of it' >endless.md
refused 1 'endless\.md:[0-9]+(:[0-9]+)?: ' endless.md
page 'lieu: [one, two' '---' >broken.md
refused 1 'broken\.md:[0-9]+:[0-9]+: ' broken.md
ln -s loop.md loop.md
refused 1 'loop\.md: ' loop.md

page '---' '' '## Programme du jeudi 13 juin' '' '* 9h : Dîner' >accents.md
iconv -f UTF-8 -t ISO-8859-1 accents.md >latin.md
fits "Latin-1 is read" 'Dîner|' latin.md
holds "Latin-1 is told" errors '^nec-agenda: latin\.md.*Latin-1'


# survives NAME ARGS...: read or refused in a sentence, but in time and in one piece
survives() {
	name=$1
	shift
	run --print=text "$@"
	if [ "$status" = 0 ] || { [ "$status" = 1 ] && [ ! -s out ] && grep -q '^nec-agenda: ' errors; }; then
		pass "survives $name"
	else
		fail "survives $name"
		{ echo "status $status" && tail -n 20 errors | cut -c 1-200; } | tell
	fi
}

# repeat COUNT TEXT
repeat() {
	awk -v count="$1" -v text="$2" 'BEGIN { while (count-- > 0) printf "%s", text }'
}

{
	page
	echo 'k0: &k0 [x, x, x, x, x, x, x, x, x]'
	awk 'BEGIN {
		for (i = 1; i < 30; i++) {
			printf "k%d: &k%d [", i, i
			for (j = 0; j < 9; j++)
				printf "%s*k%d", j ? ", " : "", i - 1
			print "]"
		}
	}'
	echo 'champs_informations: *k29'
	echo '---'
} >bomb.md
survives "a bomb of aliases" bomb.md
{ page && printf 'deep: ' && repeat 100000 '[' && printf '\n---\n'; } >deep-yaml.md
survives "front matter a hundred thousand deep" deep-yaml.md
{ page '---' '' && repeat 100000 '> ' && echo deep; } >deep-quotes.md
survives "quotes a hundred thousand deep" deep-quotes.md
{ page '---' '' && repeat 100000 '<div>' && echo deep; } >deep-html.md
survives "HTML a hundred thousand deep" deep-html.md
{ page '---' '' && repeat 100000 '[' && echo deep; } >deep-links.md
survives "brackets a hundred thousand deep" deep-links.md
{ page '---' '' && repeat 1000000 'long words '; } >long.md
survives "a line of ten megabytes" long.md
{ page '---' '' '## Programme du jeudi 13 juin' '' && repeat 20000 '* 9h : Accueil
'; } >many-sessions.md
survives "twenty thousand sessions of one name" many-sessions.md

# Nothing in any field drives the terminal.
printf '\033\n\302\233\n\342\200\256\n\342\200\250\n\007\n\010\n\177\n' >drivers
page 'adresse: "\e[31m \u202e \u009b \u2028"' 'tags: ["\e]0;x\a"]' 'champs_informations:' \
	'- intitule: "\e[2J"' '  contenu: "\u202eevil"' '  lien: "https://a.example/\e[5m"' \
	'unknown: "\e[7m"' '---' '' \
	'## Programme du jeudi 13 juin' '' \
	"* 9h : Accueil &#27;[1m &#x202e; &#x9b; $(printf '\033[41m \342\200\256 \302\233 \007 \010 \177 x')" \
	'' "[a$(printf '\033')](https://b.example/$(printf '\033')x)" \
	"<p title=\"&#27;\">html &#27;[5m $(printf '\033')</p>" >hostile.md
LC_ALL=C grep -F -f drivers hostile.md >driven || true
equal "what drives a terminal is seen where it is" 3 "$(wc -l <driven)"
for arguments in --print=text --print=tsv --check --check=verbose --theme=volcano; do
	run "$arguments" hostile.md
	LC_ALL=C grep -F -f drivers out errors >driven || true
	same "nothing drives the terminal: $arguments" nothing driven
done
run --print=tsv hostile.md
equal "what is hostile is read all the same" "1 0" "$(sed 1d out | wc -l) $status"
run "$(printf '\033[31m\342\200\256.md')"
LC_ALL=C grep -F -f drivers errors >driven || true
same "nothing drives the terminal: a file's name" nothing driven
run "--$(printf '\033[31m\342\200\256')"
LC_ALL=C grep -F -f drivers errors >driven || true
same "nothing drives the terminal: an option" nothing driven

end_of_tests
