"""What the program costs, as ratios against bare programs measured in the same run.

usage: bench.py [FILE...]

Without files, the schedules beside the source tree are measured where they are, and made ones in
any case. Times are medians of interleaved runs. BENCH_ROUNDS says how many (default 15).
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(os.environ.get("builddir", ".")).resolve()
SOURCE = Path(os.environ.get("srcdir", ".")).resolve()
HERE = BUILD / "tests/bench"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
PROGRAM = str(BUILD / "nec-agenda")
PATIENCE = 300  # seconds for one measure
MARKER = "quit"  # the last word of the footer
SMALL, MIDDLE, LARGE = 1000, 10000, 100000
MOST_COUNTED = 32e6  # bytes; valgrind is fifty times slower than the program

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "xterm-256color",
    "HOME": "/nonexistent",
}


def run(*command):
    done = subprocess.run([str(word) for word in command], env=ENVIRONMENT, check=True,
                          stdout=subprocess.PIPE, text=True, timeout=PATIENCE)
    return [json.loads(line) for line in done.stdout.splitlines()]


def to_end(*command):
    return run(HERE / "run", "end", *command)[0]


def to_frame(marker, *command):
    return run(HERE / "run", "frame", marker, *command)[0]


def median(costs, what):
    return statistics.median(cost[what] for cost in costs)


def interleaved(*measures, rounds=ROUNDS):
    """The costs of each measure, round by round, so that a busy machine is busy for all."""
    rounds = [[measure() for measure in measures] for _ in range(rounds)]
    return list(zip(*rounds))


def instructions(*command):
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)],
        env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(re.search(r"Collected : (\d+)", counted.stderr)[1])


def verdict(value, most, unit="×"):
    return f"{value:8.2f} {unit}  at most {most:g}  {'yes' if value <= most else 'NO'}"


def is_xml(file):
    with open(file, "rb") as stream:
        return stream.read(200).lstrip().startswith(b"<")


def say_instructions(file):
    if not shutil.which("valgrind"):
        print("  instructions           not counted: valgrind is not installed")
        return
    if file.stat().st_size > MOST_COUNTED:
        return
    bare = instructions(HERE / "sax", file)
    ours = instructions(PROGRAM, "--print=tsv", file)
    print(f"  instructions, TSV      {verdict(ours / bare, 2.0)}"
          f"   {ours / 1e6:.1f} M, bare SAX {bare / 1e6:.1f} M")


def say_memory(file, cost, floor):
    size = file.stat().st_size / 1024
    above = cost["memory"] - floor
    if size < 512:
        print(f"  peak memory            {above / 1024:8.2f} MB above the libraries' own")
        return
    print(f"  peak memory            {verdict(above / size, 1.5)}"
          f"   {cost['memory'] / 1024:.1f} MB, libraries {floor / 1024:.1f} MB")


def say_file(file, floor):
    size = file.stat().st_size
    print(f"\n{file.name}, {size / 1e6:.2f} MB")
    if not is_xml(file):
        costs = [to_end(PROGRAM, "--print=tsv", file) for _ in range(ROUNDS)]
        print(f"  time, TSV              {median(costs, 'wall') / 1e3:8.2f} ms")
        say_memory(file, costs[0], floor)
        return
    say_instructions(file)
    bare, ours, paint, frame = interleaved(
        lambda: to_end(HERE / "sax", file),
        lambda: to_end(PROGRAM, "--print=tsv", file),
        lambda: to_frame("press q to quit", HERE / "paint"),
        lambda: to_frame(MARKER, PROGRAM, file),
        rounds=3 if size > MOST_COUNTED else ROUNDS)
    print(f"  time, TSV              {median(ours, 'wall') / median(bare, 'wall'):8.2f} ×"
          f"                     {median(ours, 'wall') / 1e3:.2f} ms,"
          f" bare SAX {median(bare, 'wall') / 1e3:.2f} ms")
    allowed = 2.0 * median(bare, "wall") + 2.5 * median(paint, "wall")
    judged = verdict(median(frame, "wall") / allowed, 1.0, "of")
    print(f"  first frame            {judged}"
          f"   {median(frame, 'wall') / 1e3:.2f} ms of 2 × SAX + 2.5 × ncurses"
          f" = {allowed / 1e3:.2f} ms")
    say_memory(file, ours[0], floor)


def say_start():
    bare, ours, linked = interleaved(
        lambda: to_frame("press q to quit", HERE / "paint"),
        lambda: to_frame(MARKER, PROGRAM),
        lambda: to_end(HERE / "idle"))
    print("built-in agenda, 80×24")
    for what, name in (("wall", "time"), ("cpu", "processor time")):
        print(f"  first frame, {name:<14}"
              f"{verdict(median(ours, what) / median(bare, what), 2.5)}"
              f"   {median(ours, what) / 1e3:.2f} ms, bare ncurses"
              f" {median(bare, what) / 1e3:.2f} ms, all libraries linked and nothing done"
              f" {median(linked, what) / 1e3:.2f} ms")


def say_rest():
    seconds = 5
    cost = run(HERE / "run", "rest", seconds, PROGRAM)[0]
    print(f"  wake-ups in {seconds} s at rest {cost['wakes']:8d}    at most 1, when the minute turns")


def say_whole(cost):
    """What goes on after the key was shown, such as a search through many sessions."""
    if cost["step"] > 0:
        print(f"    all of it{cost['whole']:27} at most {cost['most_whole']}, in steps of at most"
              f" {cost['step']}, for which a key waits")


def say_keys(file, rows, columns):
    print(f"\nkeys, {file.name}, {columns}×{rows}"
          "     median µs (1000)  of it curses  99th percentile (4000)  most   bytes: median  most")
    for cost in run(HERE / "keys", file, rows, columns):
        eased = cost["name"].startswith("search") and file.name == f"invented-{SMALL}.xml"
        most = (5000, 5000) if eased else (1000, 4000)
        good = cost["median"] <= most[0] and cost["p99"] <= most[1]
        print(f"  {cost['name']:<34}{cost['median']:8} {cost['painting']:12} {cost['p99']:20} {cost['most']:12}"
              f"{cost['bytes']:14} {cost['most_bytes']:8}  {'yes' if good else 'NO'}")
        say_whole(cost)


def say_growth(small, middle, large):
    nothing, few = interleaved(lambda: to_end(PROGRAM, "--version"),
                               lambda: to_end(PROGRAM, "--print=tsv", small))
    many, = interleaved(lambda: to_end(PROGRAM, "--print=tsv", large), rounds=3)
    nothing = median(nothing, "cpu")
    per = [(median(few, "cpu") - nothing) / SMALL, (median(many, "cpu") - nothing) / LARGE]
    print(f"\nreading, per session, from {SMALL} to {LARGE} sessions")
    print(f"  processor time         {verdict(per[1] / per[0], 1.2)}"
          f"   {per[0]:.1f} µs, then {per[1]:.1f} µs")
    if shutil.which("valgrind"):
        start = instructions(PROGRAM, "--version")
        few = (instructions(PROGRAM, "--print=tsv", small) - start) / SMALL
        many = (instructions(PROGRAM, "--print=tsv", middle) - start) / MIDDLE
        print(f"  instructions, to {MIDDLE} {verdict(many / few, 1.2)}"
              f"   {few / 1e3:.1f} thousand, then {many / 1e3:.1f} thousand")


def invent(folder, count):
    file = folder / f"invented-{count}.xml"
    with open(file, "w", encoding="utf-8") as stream:
        subprocess.run([sys.executable, SOURCE / "tests/bench/invent.py", str(count)],
                       stdout=stream, check=True)
    return file


def chosen_files(names):
    if names:
        return [Path(name).resolve() for name in names]
    return sorted(file for file in (SOURCE / "../shared/schedules").glob("*")
                  if file.suffix in (".xml", ".ics", ".json"))


def main():
    sys.stdout.reconfigure(line_buffering=True)
    floor = statistics.median(to_end(HERE / "idle")["memory"] for _ in range(5))
    say_start()
    say_rest()
    with tempfile.TemporaryDirectory() as name:
        small, middle, large = (invent(Path(name), n) for n in (SMALL, MIDDLE, LARGE))
        for file in [*chosen_files(sys.argv[1:]), small, large]:
            say_file(file, floor)
        for file in (small, large):
            for rows, columns in ((24, 80), (50, 160)):
                say_keys(file, rows, columns)
        say_growth(small, middle, large)


if __name__ == "__main__":
    main()
