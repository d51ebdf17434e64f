#!/usr/bin/env python3
"""Runs a program in a terminal as somebody would who reads before they type.

visit.py TEXT KEY [TEXT KEY]... -- COMMAND...

Each key is typed once its text has come since the key before. The program then has to end, and well.
"""
import os
import pty
import select
import sys
import time

SECONDS = 30


def read(terminal, deadline):
    """What the program writes next; nothing where it has ended."""
    if not select.select([terminal], [], [], max(0, deadline - time.monotonic()))[0]:
        sys.exit("visit: waited in vain")
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells that nobody has the other end any more
        return b""


def main():
    middle = sys.argv.index("--")
    steps, command = sys.argv[1:middle], sys.argv[middle + 1 :]
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    deadline = time.monotonic() + SECONDS
    for text, key in zip(steps[::2], steps[1::2]):
        seen = b""
        while text.encode() not in seen:
            more = read(terminal, deadline)
            if not more:
                sys.exit(f"visit: {command[0]} ended before “{text}” was seen; it wrote {seen!r}")
            seen += more
        os.write(terminal, key.encode())
    while read(terminal, deadline):
        pass
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
