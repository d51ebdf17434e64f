#!/bin/sh
# What --changes tells: of two editions of an agenda, and of what the user keeps.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=$(cd "${builddir:-.}" && pwd)/nec-agenda
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
: >"$work/nothing"
cd "$work"

# Leaves what was printed in out and errors, and the status in $status.
run() {
	status=0
	timeout 100 "$program" "$@" >out 2>errors </dev/null || status=$?
}

# told NAME ARGS...: nothing but what stands on standard input is printed, and all is well.
told() {
	name=$1
	shift
	cat >expected
	run --changes "$@"
	same "$name" expected out
	equal "$name: that is no error" "0" "$status"
}

# edition TITLE LINE...: an event page with these items on Thursday 13 June 2024
edition() {
	printf -- '---\ntitle: %s\nevent_start_date: 2024-06-13\nevent_end_date: 2024-06-14\n---\n\n' "$1"
	shift
	printf '## Programme du jeudi 13 juin\n\n'
	printf -- '- %s\n' "$@"
}

edition Fair '9h - 10h : Opening' '10h - 11h : Seeds' '14h : Walk' '16h : Ball' >first.md
{
	edition Fair '9h30 - 10h : Opening' '10h - 11h30 : Seeds' '18h : Songs' '16h : Ball'
	printf '\n## Programme du vendredi 14 juin\n\n- 14h : Walk\n'
} >second.md

told "two editions are compared" first.md second.md <<'END'
moved: Opening: Thu 13 Jun, 9:00 → 9:30
another end: Seeds: 11:00 → 11:30
new: Songs (Thu 13 Jun, 18:00)
moved: Walk: Thu 13 Jun, 14:00 → Fri 14 Jun, 14:00
END
told "and the other way round" second.md first.md <<'END'
moved: Opening: Thu 13 Jun, 9:30 → 9:00
another end: Seeds: 11:30 → 11:00
moved: Walk: Fri 14 Jun, 14:00 → Thu 13 Jun, 14:00
gone: Songs (Thu 13 Jun, 18:00)
END
told "an edition is like itself" first.md first.md <nothing
equal "which is said beside" "nec-agenda: nothing has changed" "$(cat errors)"

# A schedule says more than a page.
schedule() {
	cat <<END
<schedule><conference><title>Fair</title><start>2024-06-13</start></conference>
<day index="1" date="2024-06-13"><room name="$1">
<event id="1"><date>2024-06-13T09:00:00+02:00</date><start>09:00</start><duration>01:00</duration>
<room>$1</room><title>$2</title><persons>$3</persons></event>
</room></day></schedule>
END
}
schedule Hall Opening '<person id="7">Ann</person>' >first.xml
schedule Garden 'Grand opening' '<person id="7">Ann</person>' >second.xml
schedule Hall Opening '<person id="8">Bo</person><person id="9">Cy</person>' >third.xml
schedule Hall Opening '' >fourth.xml
told "rooms and titles are compared too" first.xml second.xml <<'END'
another room: Grand opening: Hall → Garden
renamed: Opening → Grand opening
END

told "so are speakers" first.xml third.xml <<'END'
other speakers: Opening: Ann → Bo, Cy
END
told "and where there are none any more" third.xml fourth.xml <<'END'
other speakers: Opening: Bo, Cy → no speakers
END

run --changes first.md second.md first.md
equal "there is no third edition" "2" "$status"
run --changes - -
equal "standard input holds one edition" "2" "$status"
run --changes missing.md first.md
equal "an edition that is not there is an error" "1 1" "$status $(grep -c missing.md errors)"

# keep FOLDER ID START END TITLE: as this program writes it
keep() {
	mkdir -p "data/nec-agenda/$1"
	printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 BEGIN:VEVENT "UID:$2" "SUMMARY:$5" \
		"DTSTART:$3" "DTEND:$4" "X-NEC-AGENDA-EVENT:$1" END:VEVENT END:VCALENDAR \
		>"data/nec-agenda/$1/$2.ics"
}

told "who keeps nothing is told of nothing" second.md <nothing
equal "which is said beside, too" "nec-agenda: you keep no session of this agenda" \
	"$(cat errors)"
keep fair-2024 2024-06-13-opening 20240613T090000 20240613T100000 Opening
keep fair-2024 2024-06-13-walk 20240613T140000 20240613T150000 Walk
told "what changed of the bookmarks is told" second.md <<'END'
moved: Opening: Thu 13 Jun, 9:00 → 9:30
gone: Walk (Thu 13 Jun, 14:00); perhaps now Fri 14 Jun, 14:00
END
cp expected before
told "until the user has seen it" second.md <before

printf 'BEGIN:VCALENDAR' >data/nec-agenda/fair-2024/odd.ics
run --changes second.md
equal "what cannot be read is named beside what changed" "1 2" \
	"$(grep -c '/odd.ics: this is no calendar event' errors) $(wc -l <out)"
run --print --bookmarked second.md
equal "and beside what one keeps" "0 1" \
	"$status $(grep -c '/odd.ics: this is no calendar event' errors)"
run --print second.md
same "but not where that was not asked for" nothing errors
rm data/nec-agenda/fair-2024/odd.ics

edition 'Great Fair' '9h30 - 10h : Opening' '10h - 11h30 : Seeds' >third.md
told "bookmarks under a former title are no changes" third.md <nothing
equal "but they are named" "1 1" \
	"$(grep -c 'folder fair-2024' errors) $(find data/nec-agenda -mindepth 1 -type d | wc -l)"

end_of_tests
