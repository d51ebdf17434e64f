# shellcheck shell=sh
# The same world for every test, whoever runs it and wherever.
unset LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES LC_TIME NO_COLOR COLUMNS LINES BROWSER TMUX
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
LC_ALL=C.UTF-8
TZ=UTC
TERM=xterm-256color
HOME=/nonexistent
export LC_ALL TZ TERM HOME
