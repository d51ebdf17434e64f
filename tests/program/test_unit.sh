#!/bin/sh
# The kiosk's unit: whole, what systemd understands, and its keyboard without the keys that lead away.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

builddir=$(cd "${builddir:-.}" && pwd)
program=$builddir/nec-agenda
: >"$work/nothing"
# Where it will be installed there is nothing yet.
sed "s|^ExecStart=[^ ]*|ExecStart=$program|" "$builddir/data/nec-agenda-kiosk.service" \
	>"$work/nec-agenda-kiosk.service"
cd "$work"

grep -n '@' nec-agenda-kiosk.service | grep -v '@tty1\|@system-service' >found || :
same "nothing is left to be filled in" nothing found
equal "it starts the kiosk, with spaces in the name too" "$program --kiosk \${AGENDA}" \
	"$(sed -n 's/^ExecStart=//p' nec-agenda-kiosk.service)"

# A font that is missing, or a keyboard that is, must not keep the screen dark.
grep '^ExecStartPre=' nec-agenda-kiosk.service | grep -v '^ExecStartPre=+-/' >found || :
same "what comes before may fail" nothing found

if command -v systemd-analyze >/dev/null; then
	systemd-analyze verify --man=no "$work/nec-agenda-kiosk.service" >told 2>&1 || :
	grep nec-agenda-kiosk told >found || :
	same "systemd understands it" nothing found
else
	skip "systemd-analyze is not here"
fi

# The keys, in the words of dumpkeys: what of them leads away, and what a visitor needs.
cat >away <<'END'
	alt	keycode  60 = Console_2
	control	alt	keycode  60 = Console_14
	altgr	control	keycode  88 = Console_24
	alt	keycode 105 = Decr_Console
	alt	keycode 106 = Incr_Console
keycode  99 = Last_Console
	control	alt	keycode 111 = Boot
	control	alt	keycode  83 = Boot
	alt	control	keycode 103 = KeyboardSignal
	control	keycode  99 = SAK
keycode  70 = Scroll_Lock      Show_Memory      Show_Registers
	control	keycode  70 = Show_State
END
cat >kept <<'END'
keymaps 0-127
keycode  28 = Return
	alt	keycode  28 = Meta_Control_m
keycode   1 = Escape
keycode  60 = F2               F14              Console_14
keycode 103 = Up
keycode 108 = Down
keycode  46 = +c
string F2 = "\033[[B"
END
sed -n 's/.*| \(sed -E [^|]*|.*"\) | loadkeys .*/\1/p' nec-agenda-kiosk.service >filter
equal "there is a filter" 1 "$(wc -l <filter)"
sh ./filter <away | grep -E 'Console|Boot|Signal|SAK|Scroll|Show' >found || :
same "no key leads away" nothing found
equal "no line is lost" "$(wc -l <away)" "$(sh ./filter <away | grep -c VoidSymbol)"
sed 's/Console_14/VoidSymbol/' kept >wanted
sh ./filter <kept >found
same "what a visitor needs is as it was" wanted found

end_of_tests
