#!/bin/sh
# Runs every fuzzer for FUZZ_SECONDS (10) each, from the build tree that `make fuzz` made. An input
# that shows a fault is kept in findings/; what it teaches belongs into a test.
set -eu

seconds=${FUZZ_SECONDS:-10}
here=${srcdir:-.}/tests/fuzz
findings=tests/fuzz/findings
failed=0
count=0

. "${srcdir:-.}/tests/environment.sh"
ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export ASAN_OPTIONS
mkdir -p "$findings"

# fuzz NAME PROGRAM LARGEST DICTIONARY FOLDER...
fuzz() {
	name=$1 program=tests/fuzz/$2 largest=$3 words=$4
	shift 4
	mkdir -p "tests/fuzz/corpus/$name"
	set -- "tests/fuzz/corpus/$name" "$@"
	[ -z "$words" ] || set -- "-dict=$here/words/$words" "$@"
	count=$((count + 1))
	if "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len="$largest" \
		-artifact_prefix="$findings/$name-" -print_final_stats=1 "$@" \
		>"tests/fuzz/$name.log" 2>&1 </dev/null; then
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "tests/fuzz/$name.log")
		echo "fuzz: $name: ${runs:-0} inputs, no fault"
	else
		failed=$((failed + 1))
		tail -n 40 "tests/fuzz/$name.log"
		echo "fuzz: $name: a fault; the input is in $findings/"
	fi
}

fuzz page fuzz_reader 65536 page "$here/seeds/page" "${srcdir:-.}/tests/read/pages"
fuzz xml fuzz_reader 65536 xml "$here/seeds/xml"
fuzz json fuzz_reader 65536 json "$here/seeds/json"
fuzz ics fuzz_reader 65536 ics "$here/seeds/ics"
fuzz document fuzz_document 16384 page "$here/seeds/document"
fuzz bookmark fuzz_bookmark 16384 ics "$here/seeds/bookmark" "$here/seeds/ics"
fuzz settings fuzz_settings 16384 settings "$here/seeds/settings"
fuzz app fuzz_app 512 "" "$here/seeds/app"

echo "fuzz: $((count - failed)) of $count fuzzers found nothing"
[ "$failed" = 0 ]
