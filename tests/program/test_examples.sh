#!/bin/sh
# The lines that the READMEs and the manual give as examples: each can be pasted, and finds something.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

builddir=$(cd "${builddir:-.}" && pwd)
PATH=$builddir:$PATH
XDG_DATA_HOME=$work/data
export PATH XDG_DATA_HOME
: >"$work/nothing"
mkdir "$work/desk"

# What the examples speak of: a page, two editions of a schedule, a friend's calendar.
cat >"$work/desk/page.md" <<'END'
---
title: Rencontres
event_start_date: 2099-05-14
language: fr
place: Halle aux grains
url: https://rencontres.example
---

## Jeudi 14 mai 2099

* 9h - 10h : Accueil (Hall)
* 10h - 11h : Plénière (Hall)
END
cat >"$work/desk/old.xml" <<'END'
<schedule><conference><title>Rencontres</title></conference><day date="2099-05-14" index="1">
<room name="Hall"><event id="1"><date>2099-05-14T09:00:00+02:00</date><duration>1:00</duration>
<title>Accueil</title><language>fr</language></event></room></day></schedule>
END
cp "$work/desk/old.xml" "$work/desk/schedule.xml"
sed 's/T09:00/T10:00/' "$work/desk/old.xml" >"$work/desk/new.xml"
nec-agenda --print=ics | tee "$work/desk/friend.ics" >"$work/desk/ami.ics"

in_readme() {
	sed -n 's/^    \(nec-agenda [^ ].*\)/\1/p' "$srcdir/$1" | sed 's/   .*//' | grep -v -- --kiosk
}

in_manual() {
	page=$builddir/docs/$1
	[ -e "$page" ] || page=$srcdir/docs/$1
	sed -n 's/\\-/-/g; s/^\.Dl \(nec-agenda .*\)/\1/p' "$page"
}

# What was found wrong with a line: nothing, where it is good. One that reads something else than the
# agenda it was given, or finds no session, is of no use to who tries it.
try() {
	(cd "$work/desk" && sh -c "$1") >"$work/out" 2>"$work/err" </dev/null ||
		{ echo "$1: status $?" && cat "$work/err"; }
	! grep -q 'No session fits\|Aucune séance' "$work/out" || echo "$1: finds nothing"
}

# examples FINDER NAME LEAST: those that the finder finds, of which there are so many at least.
examples() {
	"$1" "$2" >"$work/lines"
	shift
	while read -r line; do
		try "$line"
	done <"$work/lines" >"$work/found"
	same "$1: each example can be pasted" "$work/nothing" "$work/found"
	equal "$1: there are examples" yes "$([ "$(wc -l <"$work/lines")" -ge "$2" ] && echo yes)"
}

examples in_readme README.md 12
examples in_readme README.fr.md 12
examples in_manual nec-agenda.1 8
examples in_manual fr/nec-agenda.1 8

end_of_tests
