#!/bin/sh
# Real schedules, where they are at hand: as many sessions, days and rooms as were counted without
# this program (the table in their README.md), every session on its conference day, and nothing that
# cannot be.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=${builddir:-.}/nec-agenda
schedules=$srcdir/../shared/schedules
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
tab=$(printf '\t')

# The counts of the README's table: FILE SESSIONS PER-DAY ROOMS, where PER-DAY is as it is written.
counts() {
	awk -F ' *[|] *' '$2 ~ /\.(xml|ics|json)$/ {
		sub(/ VEVENT/, "", $4)
		print $2 "\t" $4 "\t" $5 "\t" $6
	}' "$schedules/README.md"
}

# What a table of sessions holds, in the words of the README: "127 / 154", or "4 days".
per_day() {
	case $1 in
	*days) awk -F '\t' 'NR > 1 { days[$2] = 1 } END { for (d in days) n++; print n + 0 " days" }' ;;
	*) awk -F '\t' 'NR > 1 && $2 != last { if (n) printf "%d / ", n; n = 0; last = $2 }
		NR > 1 { n++ } END { print n + 0 }' ;;
	esac
}

rooms() {
	awk -F '\t' 'NR > 1 && $8 != "" { rooms[$8] = 1 } END { for (r in rooms) n++; print n + 0 }'
}

# Rows of which something cannot be.
impossible() {
	awk -F '\t' '
	NR == 1 { if ($0 !~ /^id\tdate\tstart\tend\t/) print "the header: " $0; next }
	NF != 10 { print "fields: " $0 }
	$1 == "" || seen[$1]++ { print "id: " $0 }
	$2 !~ /^[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$/ { print "date: " $0 }
	$2 < last { print "order: " $0 }
	{ last = $2 }
	$3 !~ /^([01][0-9]|2[0-3]):[0-5][0-9]$/ { print "start: " $0 }
	$4 != "" && $4 !~ /^([01][0-9]|2[0-3]):[0-5][0-9]$/ { print "end: " $0 }
	$5 == "" { print "title: " $0 }'
}

# The words of standard input, a line each; a line may be broken at any white space.
words() {
	sed "s/$(printf '\302\240\|\342\200\257\|\342\200\211')/ /g" | tr -s ' ' '\n' | LC_ALL=C sort -u
}

# A session at night is at the end of a day, behind those of its evening: where the clock goes back
# within a day it is past midnight, and does so once.
wrong_nights() {
	awk -F '\t' 'NR > 1 {
		if ($2 == day && $3 < start && (back++ || $3 >= "12:00")) print
		if ($2 != day) back = 0
		day = $2; start = $3
	}'
}

check_schedule() {
	file=$schedules/$1
	table=$work/table
	"$program" --print=tsv "$file" >"$table"
	equal "$1: sessions" "$2" "$(($(wc -l <"$table") - 1))"
	equal "$1: days" "${3% as grouped in the file}" "$(per_day "$3" <"$table")"
	equal "$1: rooms" "$4" "$(rooms <"$table")"
	equal "$1: nothing that cannot be" "" "$(impossible <"$table")"
	equal "$1: nights are the end of their days" "" "$(wrong_nights <"$table")"
	gzip -c "$file" | "$program" --print=tsv - >"$work/unzipped"
	same "$1: compressed, through standard input" "$table" "$work/unzipped"
	cut -f 5 "$table" | sed 1d | words >"$work/words"
	"$program" --print "$file" | words >"$work/printed"
	equal "$1: text has every word of every title" "" \
		"$(LC_ALL=C comm -23 "$work/words" "$work/printed" | head -3)"
	status=0
	"$program" --check "$file" >"$work/findings" || status=$?
	equal "$1: --check says whether there is anything to mend" \
		"$([ -s "$work/findings" ] && echo 1 || echo 0)" "$status"
}

if [ ! -r "$schedules/README.md" ]; then
	skip "the real schedules are not at hand"
	end_of_tests
	exit
fi
counts >"$work/counts"
while IFS=$tab read -r name sessions days rooms_of; do
	check_schedule "$name" "$sessions" "$days" "$rooms_of"
done <"$work/counts"
[ -s "$work/counts" ] || fail "the README counts something"
end_of_tests
