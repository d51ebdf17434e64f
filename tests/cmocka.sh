#!/bin/sh
# Runs a test made with cmocka, which says "not ok" of a test that it skips: TAP's readers take that
# for a failure.
exec 3>&1
status=$({
	{
		"$@" 4>&-
		echo $? >&4
	} | sed 's/^not ok \([0-9]* # SKIP\)/ok \1/' >&3
} 4>&1)
exit "$status"
