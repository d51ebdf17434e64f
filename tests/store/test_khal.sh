#!/bin/sh
# khal, a calendar client for vdirs, finds the bookmarks on their days and at their times, however
# the source told where these are.

if ! khal --version >/dev/null 2>&1; then
	echo '1..0 # SKIP khal is not installed'
	exit 0
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/nec-agenda-XXXXXX") || exit 1
trap 'rm -rf "$home"' EXIT
HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
export HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME

cat >"$home/expected" <<'END'
Monday, 2024-05-13
2024-05-13|2024-05-13|No day|Old Mill, 3 River Lane; Milltown
2024-05-13 09:00|2024-05-13 10:30|Talk|Hall, Garden, south, Old Mill, 3 River Lane; Milltown
2024-05-13 11:00|2024-05-13 12:00|Open|Old Mill, 3 River Lane; Milltown
2024-05-13 12:00|2024-05-13 13:00|Moment|Old Mill, 3 River Lane; Milltown
2024-05-13 20:00|2024-05-14 01:00|Night|Old Mill, 3 River Lane; Milltown
Tuesday, 2024-05-14
2024-05-13 20:00|2024-05-14 01:00|Night|Old Mill, 3 River Lane; Milltown
2024-05-14|2024-05-14|Exhibition|Old Mill, 3 River Lane; Milltown
2024-05-14 00:30|2024-05-14 01:00|Late|Old Mill, 3 River Lane; Milltown
2024-05-14 09:00|2024-05-14 10:00|Odd|Old Mill, 3 River Lane; Milltown
END

# khal shows an event without an end as one of an hour, and in front what began the day before.
list() {
	cat >"$home/khal.conf" <<END
[calendars]
[[fair]]
path = $1
readonly = True
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
highlight_event_days = False
[sqlite]
path = $1.db
END
	khal -c "$home/khal.conf" list --format '{start-long}|{end-long}|{title}|{location}' \
		2024-05-01 31d 2>&1
}

echo 1..3
number=0
for clock in offset zone floating; do
	number=$((number + 1))
	rm -rf "$XDG_DATA_HOME"
	folder=$("${builddir:?}/tests/store/keep" $clock)
	list "$folder" >"$home/listed"
	if cmp -s "$home/expected" "$home/listed"; then
		echo "ok $number - khal lists what was kept with times by $clock"
	else
		echo "not ok $number - khal lists what was kept with times by $clock"
		diff -u "$home/expected" "$home/listed" | sed 's/^/# /'
	fi
done
