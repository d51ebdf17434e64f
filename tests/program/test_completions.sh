#!/bin/sh
# What shells complete: each of them knows every option, and completes names, values and files.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
# shellcheck source=SCRIPTDIR/tap.sh
. "$srcdir/tests/program/tap.sh"

builddir=$(cd "${builddir:-.}" && pwd)
HOME=$work
XDG_CONFIG_HOME=$work/config
XDG_DATA_HOME=$work/data
export HOME XDG_CONFIG_HOME XDG_DATA_HOME
: >"$work/nothing"
cd "$work"
: >agenda.md

# They are made in the build tree, or were when the tarball was.
folder=$builddir/completions
[ -e "$folder" ] || folder=$srcdir/completions

"$builddir/nec-agenda" --help | grep -o '^ *\(-[a-zA-Z], \)\?--[a-z-]*' | grep -o -e '--.*' >options
equal "there are options" yes "$([ "$(wc -l <options)" -gt 10 ] && echo yes)"

# knows SHELL FILE PATTERN: every option is in the file; in the pattern, NAME stands for it.
knows() {
	while read -r option; do
		pattern=$(echo "$3" | sed "s/NAME/${option#--}/")
		grep -Eq -e "$pattern" "$folder/$2" || echo "$option"
	done <options >missing
	same "$1 knows every option" nothing missing
}

knows bash nec-agenda " --NAME[ =']"
knows zsh _nec-agenda "[')},*]--NAME([=}]|\\[)"
knows fish nec-agenda.fish " -l NAME "

# bash

# completes_bash NAME EXPECTED WORD...: the last word is completed so, the choices parted by blanks.
completes_bash() {
	name=$1
	expected=$2
	shift 2
	bash --norc --noprofile -euc '
		compopt() { :; }
		. "$1"
		shift
		COMP_WORDS=(nec-agenda "$@")
		COMP_CWORD=$#
		_nec_agenda
		echo "${COMPREPLY[*]}"
	' bash "$folder/nec-agenda" "$@" >out 2>&1 || echo "failed" >>out
	equal "bash: $name" "$expected" "$(cat out)"
}

if command -v bash >/dev/null; then
	completes_bash "an option" "--print" --pr
	completes_bash "an option that wants a value" "--color=" --col
	completes_bash "several options" "--no-ascii --no-mouse --no-linear" --no-
	completes_bash "a value" "never" --color = ne
	completes_bash "all values" "auto always never" --color =
	completes_bash "a value where words are not parted at =" "--color=never" --color=ne
	completes_bash "a value in the next word" "never" --color ne
	completes_bash "a value behind a letter" "today tomorrow" -d to
	completes_bash "a format" "tsv" --print = ts
	completes_bash "a language" "auto en fr" --lang =
	completes_bash "no value of one's own words" "" --search = a
	completes_bash "a file" "agenda.md" ag
	completes_bash "a file behind a switch" "agenda.md" -b ag
	completes_bash "a file behind an option" "agenda.md" --color = never ag
else
	skip "bash is not here"
fi

# zsh: it is asked in a terminal, as a person would; the widget tells what became of the line.

# completes_zsh NAME EXPECTED LINE
completes_zsh() {
	cat >.zshrc <<-'END'
		PS1=ready
		setopt no_beep
		fpath=($FOLDER $fpath)
		autoload -U compinit && compinit -u -D
		tell() { print -r -- "[$BUFFER]"; exit }
		zle -N tell
		bindkey '^X' tell
	END
	cat >ask.zsh <<-'END'
		zmodload zsh/zpty
		zpty shell zsh -d -i
		zpty -r shell said '*ready*'
		zpty -w -n shell "$1"$'\t\x18'
		zpty -r shell said '*\[*\]*'
		print -r -- "${${said##*\[}%%\]*}"
	END
	TERM=dumb ZDOTDIR=$work FOLDER=$folder timeout 60 zsh -f ask.zsh "$3" >out 2>&1 ||
		echo "failed" >>out
	equal "zsh: $1" "$2" "$(cat out)"
}

if command -v zsh >/dev/null; then
	completes_zsh "an option" "nec-agenda --print=" "nec-agenda --pr"
	completes_zsh "a value" "nec-agenda --color=never " "nec-agenda --color=ne"
	completes_zsh "a value in the next word" "nec-agenda --color never " "nec-agenda --color ne"
	completes_zsh "a value behind a letter" "nec-agenda -d today " "nec-agenda -d tod"
	completes_zsh "a format" "nec-agenda --print=tsv " "nec-agenda --print=ts"
	completes_zsh "a file" "nec-agenda -b agenda.md " "nec-agenda -b ag"
else
	skip "zsh is not here"
fi

# fish

# completes_fish NAME EXPECTED LINE
completes_fish() {
	# shellcheck disable=SC2016 # fish's own
	fish --no-config -c 'source $argv[1]; and complete -C $argv[2]' \
		"$folder/nec-agenda.fish" "$3" >out 2>&1 || echo "failed" >>out
	equal "fish: $1" "$2" "$(cut -f 1 out | sort | tr '\n' ' ')"
}

if command -v fish >/dev/null; then
	completes_fish "an option" "--print --print= " "nec-agenda --pr"
	completes_fish "a value" "--color=never " "nec-agenda --color=ne"
	completes_fish "all values" "always auto never " "nec-agenda --color "
	completes_fish "a value behind a letter" "today tomorrow " "nec-agenda -d to"
	completes_fish "a format" "--print=tsv " "nec-agenda --print=ts"
	completes_fish "a file" "agenda.md " "nec-agenda -b ag"
else
	skip "fish is not here"
fi

end_of_tests
