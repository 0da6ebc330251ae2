"""Lines of todo.txt, held against its rules (https://github.com/todotxt/todo.txt)."""

import re
from itertools import cycle

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.text import one_line
from pillarplan.render.lists.todotxt import escape, todotxt_lines
from tests.program import CheckGolden
from tests.render.packets import HOSTILE, hostile, ordinary

DAY = r"\d{4}-\d{2}-\d{2}"

LINE = re.compile(rf"(x {DAY} )?{DAY} (?P<text>\S.*)")
"""Complete tasks: rules 1 and 2; incomplete tasks: rule 2."""

TAG = re.compile(r"(?<!\S)[+@]\S+")
"""Incomplete tasks, rule 3: projects and contexts."""

PAIR = re.compile(r"(?<!\S)[^\s:]+:[^\s:]+(?!\S)")
"""Additional definitions: key and value hold no blank and no colon."""


def tasks(lines: str) -> list[str]:
    found = [LINE.fullmatch(line) for line in lines.removesuffix("\n").split("\n")]
    assert None not in found
    return [match["text"] for match in found if match]


def test_the_lines_are_as_they_were(check_golden: CheckGolden) -> None:
    check_golden("exports/todo.txt", todotxt_lines(ordinary()))


def test_hostile_texts_bring_no_tags_and_no_pairs() -> None:
    lines = tasks(todotxt_lines(hostile()))[: len(HOSTILE)]

    marks = [TAG.findall(line) + PAIR.findall(line) for line in lines]
    kinds = cycle(["book", "practice"])
    assert [[re.sub(DAY, "DAY", mark) for mark in each] for each in marks] == [
        ["+negotiation", f"@{kind}", "t:DAY", "due:DAY", f"id:item-item-{place}"]
        for (place, _), kind in zip(enumerate(HOSTILE), kinds, strict=False)
    ]


def test_hostile_texts_come_back_but_for_blanks() -> None:
    lines = tasks(todotxt_lines(hostile()))[: len(HOSTILE)]

    kinds = cycle(["book", "practice"])
    assert ["".join(line.split(" +negotiation ")[0].split()) for line in lines] == [
        "".join(f"{one_line(text)} ({kind}, 1 h)".split())
        for text, kind in zip(HOSTILE, kinds, strict=False)
    ]


@given(text=st.text(max_size=60) | st.from_regex(r"[+@:a ]{1,9}", fullmatch=True))
def test_no_text_brings_tags_or_pairs(text: str) -> None:
    assert not TAG.search(escape(text))
    assert not PAIR.search(escape(text))
