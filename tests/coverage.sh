#!/bin/sh
# How much of each layer the tests go through, in lines and in branches. For the build tree that
# `make coverage` made, after its tests have run.
set -eu

command -v gcovr >/dev/null || {
	echo "coverage: please install gcovr (./bootstrap setup ci does)" >&2
	exit 2
}
# What configure tried out is no source of ours.
rm -f a-conftest.gc??
gcovr --root "${srcdir:-.}" --filter "${srcdir:-.}/src/" --exclude-unreachable-branches \
	--csv coverage.csv .
awk -F, '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{
		layer = $at["filename"]
		sub(/^.*src\//, "", layer)
		if (!sub(/\/.*/, "/", layer))
			layer = "main"
		if (!(layer in lines))
			order[++count] = layer
		lines[layer] += $at["line_total"]; line_hits[layer] += $at["line_covered"]
		branches[layer] += $at["branch_total"]; branch_hits[layer] += $at["branch_covered"]
	}
	function percent(part, whole) { return whole ? 100 * part / whole : 100 }
	END {
		printf "%-12s %8s %8s %10s\n", "layer", "lines", "covered", "branches"
		for (i = 1; i <= count; i++) {
			l = order[i]
			printf "%-12s %8d %7.1f%% %9.1f%%\n", l, lines[l], percent(line_hits[l], lines[l]), percent(branch_hits[l], branches[l])
			if (l != "term/" && l != "main") {
				sum += lines[l]; hits += line_hits[l]
			}
		}
		printf "%-12s %8d %7.1f%%\n", "below term/", sum, percent(hits, sum)
	}' coverage.csv
