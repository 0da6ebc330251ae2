"""Whether the texts of the knowledge base are its own, or runs of words are another's.

    .venv/bin/python -m benchmarks.own_words an-article.txt a-list.csv

Every text of ``data/`` is laid beside the given files, and every run of eight or more
words that both have is printed with the place in ``data/`` where it stands. Case, marks
and line breaks do not count. A number of words other than eight is for ``--words``.

- Titles, names of people, addresses and what was ``checked`` are left out: there the
  words of others belong. A title within a sentence is shown; whoever reads judges it.
- A file is read as plain text whatever its form, so tables of lists and pages that were
  saved as text will do.
- It ends with 1 if anything was found.
"""

import argparse
import re
import sys
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

DATA = Path(__file__).resolve().parents[1] / "data"
WORDS = 8
OTHERS_WORDS = frozenset({"title", "creators", "publisher", "url", "checked"})
"""Keys under which the words of others belong."""

WORD = re.compile(r"\w+(?:['’]\w+)*")  # noqa: RUF001 - both apostrophes are in use

Run = tuple[str, ...]


class Text(NamedTuple):
    """One text of the knowledge base: where it stands, and what it says."""

    place: str
    words: Run


def main() -> None:
    """Print the runs of words that the knowledge base shares with the given files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--words", type=int, default=WORDS, metavar="NUMBER")
    asked = parser.parse_args()
    texts = list(all_texts())
    found = 0
    for file in asked.files:
        theirs = frozenset(runs(split(file.read_text("utf-8")), asked.words))
        for text in texts:
            for run in shared(text.words, theirs, asked.words):
                found += 1
                print(f"{file.name}\t{text.place}\t{' '.join(run)}")
    print(f"{len(texts):,} texts, {len(asked.files)} files, {found} runs in common")
    sys.exit(1 if found else 0)


def all_texts() -> Iterator[Text]:
    """Yield every text of ``data/`` that ought to be the knowledge base's own."""
    for file in sorted(DATA.rglob("*.yaml")):
        content = yaml.safe_load(file.read_text("utf-8"))
        yield from texts_in(content, str(file.relative_to(DATA)))


def texts_in(node: object, place: str) -> Iterator[Text]:
    """Yield the texts below a node; a node with an id is a place of its own."""
    if isinstance(node, str):
        yield Text(place, split(node))
    elif isinstance(node, list):
        for each in node:
            yield from texts_in(each, place)
    elif isinstance(node, dict):
        here = f"{place.partition(':')[0]}: {node['id']}" if "id" in node else place
        for key, value in node.items():
            if key not in OTHERS_WORDS:
                yield from texts_in(value, f"{here} {key}")


def split(text: str) -> Run:
    """Return the words of a text, in small letters and with one kind of apostrophe."""
    return tuple(WORD.findall(text.lower().replace("’", "'")))  # noqa: RUF001 - as above


def runs(words: Run, length: int) -> Iterator[Run]:
    """Yield every run of so many words."""
    return (words[at : at + length] for at in range(len(words) - length + 1))


def shared(words: Run, theirs: Container[Run], length: int) -> Iterator[Run]:
    """Yield the longest runs of a text of which every part of that length is theirs."""
    hits = [at for at, run in enumerate(runs(words, length)) if run in theirs]
    for first, last in stretches(hits):
        yield words[first : last + length]


def stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each row of numbers that follow each other."""
    for number in numbers:
        if number - 1 not in numbers:
            last = number
            while last + 1 in numbers:
                last += 1
            yield number, last


if __name__ == "__main__":
    main()
