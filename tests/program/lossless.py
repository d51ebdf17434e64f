#!/usr/bin/env python3
"""Checks that nothing of a page is lost when it is printed.

usage: lossless.py PROGRAM PAGE.md...

Each paragraph of a page's body, tags and markup aside, has to stand in the output of
`PROGRAM --print=text PAGE.md`, its words in their order and together; so does every address of a
link or an image. What is markup is decided here without the program's help.
Speaks TAP, a test per page.
"""
import html
import pathlib
import re
import subprocess
import sys

WORD = re.compile(r"[^\W_]+")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"'<>)\\]+")


def words(text):
    return [w.casefold() for w in WORD.findall(text)]


def body_of(page):
    text = page.read_text(encoding="utf-8")
    parts = re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.M)
    return parts[2] if text.startswith("---") and len(parts) == 3 else text


def paragraphs(body):
    """The visible text of each paragraph, without the addresses of links."""
    body = re.sub(r"(?s)<!--.*?-->|<(style|script)\b.*?</\1\s*>", " ", body)
    body = re.sub(r"(?m)^\s*(>\s*)?\{:[^}]*\}\s*$", "", body)  # kramdown's attributes
    body = re.sub(r"\{:[^}]*\}", " ", body)
    body = re.sub(r"\[\[?([^\]]*)\]\(\s*[^()\s]*(\([^()]*\))?[^()\s]*(\s+\"[^\"]*\")?\s*\)", r" \1 ", body)
    for paragraph in re.split(r"\n\s*\n|<(?:br|p|/p|div|/div|li|dt|dd|td|th|tr|h\d|/h\d)\b[^>]*>", body):
        paragraph = re.sub(r"<https?://[^>]*>", " ", paragraph)
        paragraph = re.sub(r"<[^>]*>", "", paragraph)
        for line in re.split(r"\n(?=\s*(?:[*+#|>-]|\d+\.)\s?)", html.unescape(paragraph)):
            line = re.sub(r"^\s*(?:[*+#|>-]+|\d+\.)\s+", "", line)
            line = ADDRESS.sub(" ", line)
            if WORD.search(line):
                yield re.sub(r"(?<=\w)[*_`\\]+(?=\w)", "", line)


def addresses(body):
    for found in re.finditer(r"\]\(\s*([^()\s]+)|(?:href|src)=\"([^\"]+)\"", body):
        address = html.unescape(found.group(1) or found.group(2)).strip()
        # An address that its own text shows is not printed a second time.
        address = re.sub(r"^(mailto:|https?://(www\.)?)|/$", "", address)
        if address and "\\" not in address:
            yield address


def missing(program, page):
    run = subprocess.run([program, "--print=text", str(page)], capture_output=True, timeout=60)
    if run.returncode:
        return ["not read: " + run.stderr.decode("utf-8", "replace").strip()]
    printed = run.stdout.decode("utf-8")
    line = re.sub(r"\s+", "", printed)
    printed = " " + " ".join(words(re.sub(r"\s\[\d+\]", " ", printed))) + " "
    body = body_of(page)
    lost = [p for p in paragraphs(body) if " " + " ".join(words(p)) + " " not in printed]
    lost += [a for a in addresses(body) if re.sub(r"\s+", "", a) not in line]
    return lost


def main(argv):
    program, pages = argv[0], [pathlib.Path(a) for a in argv[1:]]
    print(f"1..{len(pages)}")
    for number, page in enumerate(pages, 1):
        lost = missing(program, page)
        print(f"{'not ' if lost else ''}ok {number} - all of {page.name} is printed")
        for piece in lost[:5]:
            print("# lost:", " ".join(piece.split())[:160])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
