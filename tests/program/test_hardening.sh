#!/bin/sh
# The program that was built has what configure asked of the linker: it can lie anywhere in memory,
# and what tells it where functions are cannot be written to once it runs.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=$(cd "${builddir:-.}" && pwd)/nec-agenda
if ! command -v readelf >/dev/null; then
	skip "readelf is not here"
	end_of_tests
	exit
fi
readelf --wide --file-header --segments --dynamic "$program" >"$work/told"

# found NAME PATTERN: the program's headers have a line like this.
found() {
	if grep -Eq "$2" "$work/told"; then
		pass "$1"
	else
		fail "$1"
		tell <"$work/told"
	fi
}

found "it is position-independent" '^ *Type: +DYN '
found "the linker's tables are read-only" '^ *GNU_RELRO '
found "they are all filled in at the start" 'FLAGS_1\).* NOW'
found "its stack holds no code" '^ *GNU_STACK .* RW +0x'

end_of_tests
