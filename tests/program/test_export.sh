#!/bin/sh
# What is printed for other programs: read back it is the same agenda, written again it is the same
# bytes, and calcurse takes all of it.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=$(cd "${builddir:-.}" && pwd)/nec-agenda
shared=$srcdir/../shared
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
cd "$work"

# Where the zone has a name: a day on which clocks change, a night, whole days, no end, two rooms.
cat >zone.ics <<'END'
BEGIN:VCALENDAR
X-WR-CALNAME:Fair\, \\n and more
X-WR-TIMEZONE:Europe/Paris
BEGIN:VEVENT
UID:one
DTSTART;TZID=Europe/Paris:20240331T013000
DTEND;TZID=Europe/Paris:20240331T040000
SUMMARY:Clocks\, forward\; \\o/
LOCATION:Hall\, left
LOCATION:Hall\\right
END:VEVENT
BEGIN:VEVENT
UID:two
DTSTART:20240331T220000Z
DTEND:20240401T003000Z
SUMMARY:Night
END:VEVENT
BEGIN:VEVENT
UID:three words
DTSTART;TZID=America/New_York:20240331T193000
SUMMARY:Late\, without an end
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:four@fair.example
DTSTART;VALUE=DATE:20240401
SUMMARY:All day
END:VEVENT
BEGIN:VEVENT
UID:five@fair.example
DTSTART;VALUE=DATE:20240330
DTEND;VALUE=DATE:20240402
SUMMARY:Exhibition
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Paris:20241231T230000
DTEND;TZID=Europe/Paris:20250101T030000
SUMMARY:New Year
END:VEVENT
END:VCALENDAR
END

# Sessions that go on while summer time ends; the second half hour of an hour that comes twice.
cat >autumn.ics <<'END'
BEGIN:VCALENDAR
X-WR-CALNAME:Autumn
X-WR-TIMEZONE:Europe/Paris
BEGIN:VEVENT
UID:night
DTSTART;TZID=Europe/Paris:20241026T230000
DTEND;TZID=Europe/Paris:20241027T040000
SUMMARY:Night
END:VEVENT
BEGIN:VEVENT
UID:twice
DTSTART:20241026T220000Z
DTEND:20241027T013000Z
SUMMARY:Twice
END:VEVENT
BEGIN:VEVENT
UID:within
DTSTART:20241027T003000Z
DTEND:20241027T011500Z
SUMMARY:Within
END:VEVENT
END:VCALENDAR
END

# The same night in a schedule that names no zone, and in a page that gives both offsets.
cat >autumn.md <<'END'
---
title: Autumn
event_date: 2024-10-26
sessions:
  - {title: Night, start: "2024-10-26T23:00+02:00", end: "2024-10-27T04:00+01:00"}
END
echo '---' >>autumn.md

# Where only an offset is known; a day by itself, and a night.
cat >page.md <<'END'
---
title: Fête du sel
event_start_date: 2024-06-13 09:00:00 +02:00
event_end_date: 2024-06-14 18:00:00 +02:00
lieu: Halle aux voiles
---

## Jeudi 13 juin

- 9h – 10h30 : Ouverture
- 19h – 01h : Bal
- 23h : Feu

## Programme « Off » : vendredi 14 juin

- Visite des marais
- Marché
END

# Where nothing is known of it.
cat >floating.ics <<'END'
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20240613T053000
SUMMARY:Early
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20240613T100000
DURATION:PT45M
SUMMARY:Talk
END:VEVENT
END:VCALENDAR
END

# Names that hold what parts names.
cat >names.md <<'END'
---
title: Names
event_date: 2024-06-13
sessions:
  - {id: a, title: "One, two", start: "2024-06-13T11:00", themes: ["Culture, société", Mer],
     format: "Atelier, long", room: "Salle A, étage 2", speakers: ["Ann, the First", Bob]}
---
END

# Languages, and links with and without labels.
cat >links.md <<'END'
---
title: Links
event_date: 2024-06-13
sessions:
  - {id: a, title: Slides, start: "2024-06-13T11:00", language: "de, en", description: "Bring pens.",
     url: "https://x.org/a", links: ["https://x.org/b;c,d", {url: "https://x.org/slides.pdf", label: "Slides, and \\n more"}]}
  - {id: b, title: No text, start: "2024-06-13T12:00", language: français, links: "https://x.org/e"}
  - {id: c, title: Nothing, start: "2024-06-13T13:00"}
---
END

# What makes a session: id, day, start, end, title, themes, formats, rooms and speakers.
sessions() {
	cut -f 1-9
}

# comes_back NAME [AGENDA]
comes_back() {
	name=$1
	shift
	"$program" --print=tsv "$@" 2>errors | sessions >there
	"$program" --print=ics "$@" >calendar.ics 2>errors
	"$program" --print=tsv calendar.ics 2>errors | sessions >back
	same "$name comes back from a calendar" there back
	equal "$name: nothing is to be mended in the calendar" "" \
		"$("$program" --check calendar.ics | grep -v 'stands for several sessions')"
	"$program" --print=ics calendar.ics 2>errors >again.ics
	names_and_times <calendar.ics >there
	names_and_times <again.ics >back
	same "$name is written again with the same names and times" there back
}

# told [AGENDA]: the members of a session that a table of times has no field for
told() {
	"$program" --print=json "$1" 2>errors | grep -o '"\(language\|languages\|links\|description\)": .*' |
		sed -e 's/"geo".*"abstract"/"abstract"/' -e 's/"line".*//' \
			-e 's/"kind": "[a-z]*"/"kind": ""/'
}

# Folded lines are put together again first.
names_and_times() {
	sed -e ':a' -e 'N' -e '$!ba' -e 's/\r//g' -e 's/\n //g' |
		grep -E '^(UID|DTSTART|DTEND|SUMMARY|LOCATION|URL|GEO|STATUS|X-)' || true
}

# imports NAME [AGENDA]: calcurse takes every session
imports() {
	name=$1
	shift
	rm -rf calcurse
	mkdir calcurse
	"$program" --print=ics --alarm=5 "$@" >calendar.ics 2>errors
	count=$(($("$program" --print=tsv "$@" 2>errors | wc -l) - 1))
	status=0
	calcurse -D calcurse -C calcurse -i calendar.ics >said 2>&1 || status=$?
	equal "calcurse takes every session of $name" "0 $count 0 todos 0 skipped" "$status $(awk '
		/apps?  *\// || /app / { print $1 + $4 " 0 todos " $10 " skipped" }' said)"
}

# steady FORMAT AGENDA: neither the time, nor the zone or the language of the user are in it
steady() {
	"$program" --print="$1" "$2" >first
	TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANGUAGE=fr "$program" --print="$1" --at=2030-01-01T00:00 "$2" >second
	same "$1 of $2: the same bytes in Tokyo, in French, years later" first second
	TZ=America/Caracas LC_ALL=C "$program" --print="$1" "$2" >second
	same "$1 of $2: the same bytes in Caracas, in ASCII" first second
	equal "$1 of $2: something was printed" yes "$([ -s first ] && echo yes)"
}

for file in zone.ics autumn.ics autumn.md page.md floating.ics names.md links.md; do
	comes_back "$file" "$file"
	steady ics "$file"
	steady json "$file"
done
comes_back "the built-in agenda"

ends() {
	"$program" --print=json "$1" | sed -n 's/.*"ends_at": "\([^"]*\)", "title.*/\1/p' | tr '\n' ' '
}
for file in autumn.ics calendar.ics; do
	equal "an end has the offset of its own ($file)" \
		"2024-10-27T04:00:00+01:00 2024-10-27T02:30:00+01:00 2024-10-27T03:15:00+02:00 " "$(ends $file)"
	"$program" --print=ics autumn.ics >calendar.ics
done
equal "also that of a page" "2024-10-27T04:00:00+01:00 " "$(ends autumn.md)"
equal "what stands on several days is exported once" "1 1 1" \
	"$("$program" --print=ics zone.ics | grep -c Exhibition) $("$program" --print=tsv zone.ics |
	grep -c Exhibition) $("$program" --print=json zone.ics | grep -c '"date": "2024-03-30", "last_date": "2024-04-01"')"
equal "also where another day of it was asked for" "2024-03-30" \
	"$("$program" --print=tsv --day=2024-04-01 zone.ics | sed -n 's/^five[^\t]*\t\([^\t]*\).*/\1/p')"
equal "and listed on each of its days" 3 "$("$program" --print=text zone.ics | grep -c Exhibition)"

equal "an hour that comes twice is left twice" 1 \
	"$("$program" --now --at=2024-10-27T01:00 --search=night autumn.ics | grep -c '^ *4.*h.*left$')"

told links.md >there
"$program" --print=ics links.md >calendar.ics
told calendar.ics >back
same "languages and links come back, and stand in no description" there back

equal "a zone is described" 1 "$("$program" --print=ics zone.ics | grep -c '^TZID:Europe/Paris')"
equal "for the years of the agenda" "2024 2025" "$("$program" --print=ics zone.ics | tr -d '\r' |
	sed -n '/^BEGIN:VTIMEZONE/,/^END:VTIMEZONE/s/^\(DTSTART\|RDATE\):\(....\).*/\2/p' | sort -u | tr '\n' ' ' |
	sed 's/ $//')"
equal "one session alone" "1 1" "$("$program" --print=ics --search=ouverture page.md |
	grep -c '^BEGIN:VEVENT') $("$program" --print=json --search=ouverture page.md | grep -c '"id": "2024-06-13-')"

if [ -d "$shared" ]; then
	for file in "$shared"/schedules/*.xml "$shared"/schedules/*.ics "$shared"/schedules/*.json \
		"$shared"/events/*.md; do
		comes_back "$(basename "$file")" "$file"
	done
else
	skip "the real agendas are not at hand"
fi

if command -v calcurse >/dev/null; then
	imports "the built-in agenda"
	for file in zone.ics page.md floating.ics; do
		imports "$file" "$file"
	done
	if [ -d "$shared" ]; then
		imports "38c3" "$shared/schedules/38c3.xml"
		imports "debconf23" "$shared/schedules/debconf23.xml"
	fi
else
	skip "calcurse is not installed"
fi
end_of_tests
