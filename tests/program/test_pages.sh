#!/bin/sh
# Pages of many hands: every session found, nothing lost. Pages of our own, one for each way of
# writing a programme, are in tests/read/pages; where real ones lie beside the source tree, in
# ../shared/events, they are read as well, and the share of sessions found is held to a mark.
set -u

pages=${srcdir:?}/tests/read/pages
events=$srcdir/../shared/events
scorer=$srcdir/../shared/tools/score_programme.py
program=${builddir:?}/nec-agenda
least=0.97

if ! command -v python3 >/dev/null; then
	echo '1..0 # SKIP python3 is not here'
	exit 0
fi

count=0
failed() {
	count=$((count + 1))
	echo "not ok $count - $1"
}
passed() {
	count=$((count + 1))
	echo "ok $count - $1"
}

# Runs lossless.py and counts its tests among ours.
nothing_lost() {
	python3 "$srcdir/tests/program/lossless.py" "$program" "$@" | while read -r line; do
		case $line in
		1..*) ;;
		'#'*) echo "$line" ;;
		not*) echo "lost ${line#* - }" ;;
		*) echo "kept ${line#* - }" ;;
		esac
	done
}

tell_lost() {
	nothing_lost "$@" >"$work/lost" || failed 'the check itself ran'
	while read -r verdict rest; do
		case $verdict in
		kept) passed "$rest" ;;
		lost) failed "$rest" ;;
		*) echo "$verdict $rest" ;;
		esac
	done <"$work/lost"
}

score() {
	python3 "$scorer" -v "$program" "$@" >"$work/score" 2>&1
	mark=$(sed -n 's/.* F1 \([0-9.]*\) .*/\1/p' "$work/score")
	if [ -n "$mark" ] && awk "BEGIN { exit !($mark >= $least) }"; then
		passed "the programmes of real pages are found: F1 $mark"
	else
		failed "the programmes of real pages are found: F1 ${mark:-unknown}, not $least"
		sed 's/^/# /' "$work/score"
	fi
}

# A page whose programme is empty gives a header line and nothing else.
stays_empty() {
	for sessions in "$@"; do
		[ -s "$sessions" ] && continue
		page=${sessions%.tsv}.md
		if [ "$("$program" --print=tsv "$page" | wc -l)" = 1 ]; then
			passed "no session is seen in ${page##*/}"
		else
			failed "no session is seen in ${page##*/}"
		fi
	done
}

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

tell_lost "$pages"/*.md
stays_empty "$pages"/*.tsv
if [ -d "$events" ]; then
	set --
	for sessions in "$events"/*.tsv; do
		set -- "$@" "${sessions%.tsv}.md"
	done
	tell_lost "$@"
	score "$@"
	stays_empty "$events"/*.tsv
fi
echo "1..$count"
