#!/bin/sh
# The desktop entry: what its validator says, and that it starts the program that is installed.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

entry=$srcdir/data/nec-agenda.desktop
: >"$work/nothing"

if command -v desktop-file-validate >/dev/null; then
	desktop-file-validate "$entry" >"$work/found" 2>&1 || :
	same "the validator accepts it" "$work/nothing" "$work/found"
else
	skip "desktop-file-validate is not here"
fi
equal "it opens a terminal" 1 "$(grep -c '^Terminal=true$' "$entry")"
equal "it starts the program, with a file where there is one" 1 "$(grep -c '^Exec=nec-agenda %f$' "$entry")"
sed -n 's/^\([A-Za-z]*\)\[fr\]=.*/\1/p' "$entry" | sort >"$work/french"
printf '%s\n' Comment GenericName Keywords >"$work/wanted"
same "what people read is there in French" "$work/wanted" "$work/french"

end_of_tests
