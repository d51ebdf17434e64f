# shellcheck shell=sh
# What a test in shell says, as TAP, and a folder of its own to write to.

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests_said=0

pass() {
	tests_said=$((tests_said + 1))
	echo "ok $tests_said - $1"
}

fail() {
	tests_said=$((tests_said + 1))
	echo "not ok $tests_said - $1"
}

# Tells what is on standard input to whoever looks for the reason.
tell() {
	sed 's/^/# /'
}

skip() {
	tests_said=$((tests_said + 1))
	echo "ok $tests_said # SKIP $1"
}

# same NAME EXPECTED GOT: two files hold the same.
same() {
	if cmp -s "$2" "$3"; then
		pass "$1"
	else
		fail "$1"
		diff -u "$2" "$3" | tell
	fi
}

# equal NAME EXPECTED GOT: two words are the same.
equal() {
	if [ "$2" = "$3" ]; then
		pass "$1"
	else
		fail "$1"
		printf 'expected: %s\n     got: %s\n' "$2" "$3" | tell
	fi
}

end_of_tests() {
	echo "1..$tests_said"
}
