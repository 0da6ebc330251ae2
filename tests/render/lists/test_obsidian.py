"""A note for Obsidian, held against the plugin's page about its format.

https://publish.obsidian.md/tasks/Reference/Task+Formats/Tasks+Emoji+Format
"""

import re
from html import unescape
from itertools import cycle

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.text import one_line
from pillarplan.render.lists.obsidian import SIGNIFIERS, obsidian_note
from tests.program import CheckGolden
from tests.render.packets import HOSTILE, hostile, ordinary
from tests.tools import call, find

DAY = r"\d{4}-\d{2}-\d{2}"
ID = r"[a-zA-Z0-9-_]+"

LINE = re.compile(
    rf"- \[[ x/-]\] (?P<text>.+) 🆔 {ID}( ⛔ {ID}(,{ID})*)? 🛫 {DAY} 📅 {DAY}"
    rf"( [✅❌] {DAY})?"
)
"""A task with the fields that we write, in any order that the page allows."""

TAG = re.compile(r"(^|\s)#[^ !@#$%^&*(),.?\":{}|<>]+")
"""What the plugin takes for a tag: "Tags" in its documentation."""

LINK = re.compile(r"\[(?P<text>.*)\]\(<[^<>]*>\)")


def texts(note: str) -> list[str]:
    """Return the text of each task, as written."""
    head, blank, *lines = note.removesuffix("\n").split("\n")
    assert head.startswith("# ")
    assert blank == ""
    found = [LINE.fullmatch(line) for line in lines]
    assert None not in found
    return [LINK.sub(r"\g<text>", match["text"]) for match in found if match]


def shown(text: str) -> str:
    """Return what a backslash shields: any ASCII punctuation (CommonMark 2.4)."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def expected(text: str, kind: str) -> str:
    bare = SIGNIFIERS.sub(" ", one_line(text))
    return " ".join(f"{bare} ({kind}, 1 h)".split())


def test_the_note_is_as_it_was(check_golden: CheckGolden) -> None:
    check_golden("exports/obsidian.md", obsidian_note(ordinary()))


def test_hostile_texts_come_back_but_for_the_marks_of_the_plugin() -> None:
    found = texts(obsidian_note(hostile()))[: len(HOSTILE)]

    kinds = cycle(["book", "practice"])
    assert [shown(text) for text in found] == list(map(expected, HOSTILE, kinds))
    assert [text for text in found if TAG.search(text)] == []


@given(text=st.text(max_size=100) | st.from_regex(r"(\w|[📅✅⛔🔺#\[\]^ ]){1,20}"))
def test_any_text_is_one_task_without_fields_or_tags_of_its_own(text: str) -> None:
    item, rating = texts(obsidian_note(hostile((text,))))

    assert shown(item) == expected(text, "book")
    assert not any(map(SIGNIFIERS.search, (item, rating)))
    assert not any(map(TAG.search, (item, rating)))


def test_github_shows_hostile_texts_literally() -> None:
    page = call(find("cmark-gfm"), "-e", "tasklist", stdin=obsidian_note(hostile()))

    rows = re.findall(r"<li>(?:<input[^>]*> )?(.*?)</li>", page, re.DOTALL)
    plain = [
        unescape(re.sub(r'<a href="[^"]*">|</a>', "", row)).split(" 🆔 ")[0].strip()
        for row in rows[: len(HOSTILE)]
    ]
    assert plain == list(map(expected, HOSTILE, cycle(["book", "practice"])))
