#!/bin/sh
# The user's settings: config.yaml, what the command line says against it, and what is said of a
# file that is wrong.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

program=$(cd "${builddir:-.}" && pwd)/nec-agenda
XDG_CONFIG_HOME=$work/config
XDG_DATA_HOME=$work/data
export XDG_CONFIG_HOME XDG_DATA_HOME
file=$XDG_CONFIG_HOME/nec-agenda/config.yaml
mkdir -p "$XDG_CONFIG_HOME/nec-agenda"
: >"$work/nothing"
cd "$work"

# Leaves what was printed in out and errors, and the status in $status.
run() {
	status=0
	timeout 100 "$program" "$@" >out 2>errors </dev/null || status=$?
}

# settings LINE...: the file from now on
settings() {
	printf '%s\n' "$@" >"$file"
}

# is_ascii FILE
is_ascii() {
	if LC_ALL=C grep -q '[^ -~]' "$1"; then echo no; else echo yes; fi
}

run --print=tsv
cp out usual
run --help-keys
cp out usual-keys

# The file, and the command line

settings 'ascii: true' 'mouse: false' 'color: never'
run --print
equal "ascii is heeded" "yes 0" "$(is_ascii out) $status"
same "nothing is said of settings that are right" nothing errors
run --print --no-ascii
equal "the command line wins over the file" no "$(is_ascii out)"
run --print=tsv
same "data formats are UTF-8 all the same" usual out

settings 'language: fr'
run --help
equal "the language of the file is spoken" 1 "$(grep -c '^Utilisation' out)"
run --lang=en --help
equal "the language of the command line is spoken" 1 "$(grep -c '^Usage' out)"

run --lang=auto --help
equal "auto on the command line is the locale's again" 1 "$(grep -c '^Usage' out)"

settings 'language: en'
LANGUAGE=fr
export LANGUAGE
run --help
equal "the language of the file wins over the locale" 1 "$(grep -c '^Usage' out)"
run --help --lang=fr
equal "help is told before what stands behind it is read" 1 "$(grep -c '^Usage' out)"
run --lang=fr --help
equal "the language of the command line wins over all" 1 "$(grep -c '^Utilisation' out)"
unset LANGUAGE
rm "$file"

# Languages without a locale of theirs

for locale in C C.UTF-8 fr_FR.UTF-8 xx_YY; do
	LC_ALL=$locale timeout 100 "$program" --lang=fr --help >out 2>errors
	equal "French is spoken in $locale" 1 "$(grep -c '^Utilisation' out)"
done
LC_ALL=C timeout 100 "$program" --lang=fr --help >out
equal "French in ASCII where the locale is" yes "$(is_ascii out)"
LC_ALL=fr_FR.UTF-8 timeout 100 "$program" --lang=en --help >out
equal "English is spoken in a French locale" 1 "$(grep -c '^Usage' out)"
LC_ALL=fr_FR.UTF-8 timeout 100 "$program" --lang=auto --help >out
equal "auto is what the locale says" 1 "$(grep -c '^Utilisation' out)"

# Where no variable says anything, a French agenda is spoken of in French.

english() {
	printf '%s\n' '---' 'title: The summit of the sea' 'event_start_date: 2024-06-13' "$@" '---' \
		'' '## Thursday 13 June' '' '* 9:00 Welcome to the harbour' >page.md
}

# spoken NAME PATTERN [VARIABLE=VALUE]... ARGUMENT...: what is said of a room that is not there.
spoken() {
	name=$1
	pattern=$2
	shift 2
	env -i XDG_CONFIG_HOME="$XDG_CONFIG_HOME" "$@" >out 2>errors </dev/null || :
	equal "$name" 1 "$(grep -c "$pattern" errors)"
}

french='aucune salle'
other='no room is'
english
spoken "the built-in agenda is French" "$french" "$program" --room=x
spoken "an English agenda" "$other" "$program" --room=x page.md
english 'lang: fr'
spoken "one that says it is French" "$french" "$program" --room=x page.md
for variable in LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 LANGUAGE=en LC_MESSAGES=C LC_ALL=C LANG=C; do
	spoken "$variable says something" "$other" "$variable" "$program" --room=x
done
for variable in LANG=C.UTF-8 LC_CTYPE=C.UTF-8 LC_CTYPE=UTF-8 LC_TIME=en_GB.UTF-8; do
	spoken "$variable says nothing of the language" "$french" "$variable" "$program" --room=x
done
spoken "an empty variable says nothing" "$french" LANG= LC_ALL= "$program" --room=x
spoken "the command line is heard" "$other" "$program" --lang=en --room=x
settings 'language: en'
spoken "the settings are heard" "$other" "$program" --room=x
settings 'language: en' 'ascii: perhaps'
spoken "a wrong command line is told in its language" "l’option --nonsense n’existe pas" \
	"$program" --nonsense --lang=fr
spoken "also where a value is wrong" "color=pink n’a pas de sens" "$program" --lang=fr --color=pink
spoken "and where the settings are" "n’a pas de sens" "$program" --lang=fr --print
settings 'colour: never' 'language: fr'
spoken "settings are told in their own language" "n’est pas connu" "$program" --print
settings 'language: fr'
spoken "it is told in that of the settings" "l’option --nonsense n’existe pas" "$program" --nonsense
spoken "unless the command line has one" "is not known" "$program" --nonsense --lang=auto
rm "$file"
env -i "$program" --print >out
equal "dates are written in French" 1 "$(grep -c '^ *mercredi 18 octobre 2023' out | sed 's/[2-9]/1/')"

# --help-keys

sed -n 's/^	{"\([a-z-]*\)", {.*/\1/p' "$srcdir/src/tui/command.c" >commands
equal "there are commands" yes "$([ "$(wc -l <commands)" -gt 20 ] && echo yes)"
while read -r command; do
	grep -q "[^a-z-]$command  *[A-Z]" usual-keys || echo "$command"
done <commands >missing
same "every command is listed, with what it does" nothing missing
equal "no line is longer than a terminal is wide" 0 "$(grep -c '.\{80\}' usual-keys || :)"
settings 'keys:' '  quit: [Ctrl-X, F10]' '  undo: []'
run --help-keys
equal "keys in force are listed" 1 "$(grep -c '^  Ctrl-X F10 *quit *Quit$' out)"
equal "a command without a key is listed" 1 "$(grep -c '^  *undo *Undo' out)"
equal "where keys are changed is told" 1 "$(tr '\n' ' ' <out | grep -c "to $file, for")"

# What it shows as an example is right.
sed -n '/^keys:/,$p' out >"$file"
run --help-keys
same "the example is right" nothing errors
equal "the example is heeded" 1 "$(grep -c '^  q F10 *quit *Quit$' out)"

# So is the manual's, in both languages.
for page in nec-agenda.5 fr/nec-agenda.5; do
	sed -n '/^\.Sh \(SETTINGS\|RÉGLAGES\)/,/^\.Ed/p' "$srcdir/docs/$page" |
		sed '1,/^\.Bd/d; /^\.Ed/d' >"$file"
	run --help-keys
	same "the example of $page is right" nothing errors
	equal "the example of $page is heeded" 1 "$(grep -c '^  / F3 *search  ' out)"
done

# Mistakes

# told NAME PATTERN: one line of the settings is told, and the agenda is printed all the same.
told() {
	run --print=tsv
	equal "$1: what is told" 1 "$(grep -c "^nec-agenda: $file$2" errors)"
	equal "$1: nothing else is" 1 "$(wc -l <errors)"
	equal "$1: status" 0 "$status"
	same "$1: the agenda is printed" usual out
}

settings 'ascii: no' 'colour: never'
told "an unknown setting" ':2:1: .*"colour".*"color"'
settings 'keys:' '  bookmrak: x'
told "an unknown command" ':2:3: .*"bookmrak".*"bookmark"'
settings 'keys:' '  quit: Entr'
told "an unknown key" ':2:9: .*"Entr".*"Enter"'
settings 'keys:' '  quit: []'
told "no way out" ':2:9: .*"quit".*Ctrl-C'
settings 'keys:' '  now: b'
told "a conflict" ':2:8: .*"bookmark".*"now"'
settings 'mouse: no' 'keys: ['
told "bad YAML" ':2:7: .*quotes'
rm "$file"
mkdir "$file"
told "a folder" ': .*not a file'
rmdir "$file"
head -c 100000 /dev/zero >"$file"
told "a huge file" ': .*64 kB'

# What is wrong with the settings is not the agenda's fault.
printf '%s\n' '---' 'title: Fête du sel' 'event_start_date: 2024-06-13 09:00:00 +02:00' 'lieu: Halle' \
	'---' '' '## Programme du jeudi 13 juin' '' '* 9h : Accueil' >page.md
settings 'colour: never'
run --check page.md
cp out checked
equal "--check: status" 0 "$status"
same "--check: nothing is to be mended" nothing checked
equal "--check: the settings are told of elsewhere" 1 "$(grep -c colour errors)"
run --version
same "--version says nothing else" nothing errors
run --frobnicate
equal "wrong usage is told beside" "2 2" "$(wc -l <errors) $status"

end_of_tests
