"""Items of one's own, added, changed and removed in a file that stays readable."""

import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pillarplan.errors import InvalidInputError, PillarplanError, UsageError
from pillarplan.knowledge.base.loading import load
from pillarplan.reading.problem import BrokenFileError
from pillarplan.services.own.own_items import (
    add_items,
    change_item,
    list_items,
    remove_item,
)
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.knowledge.bases import OVERLAY_HEAD, SMALL
from tests.laws import examples
from tests.worlds import MONDAY

BY_HAND = (
    "# Mine.\n"
    + OVERLAY_HEAD
    + """
hide: [plain-words]   # never again

resources:
    # the best one
    - id: price-week   # asked Ann
      title: "Price week: # 1"
      develops: [{skill: pricing, from: 0, to: 1}]
      hours: 2   # at most
      why: >
        Folded
        words.

      # to be checked
      url: https://example.org/week

# The end.
"""
)


class Home:
    """One person's folders; every call is a command of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "config" / "own.yaml"

    def open(self) -> Workspace:
        return Workspace(
            data=self.folder / "data",
            state=self.folder / "state",
            cache=self.folder / "cache",
            find_base=lambda: SMALL,
            find_overlay=lambda: self.file if self.file.exists() else None,
            today=MONDAY,
            now=datetime.combine(MONDAY, time(12), UTC),
            host="desk",
            warn=lambda _: None,
        )

    def do(self, deed: Callable[..., Any], *arguments: Any) -> Any:
        with closing(self.open()) as workspace:
            return deed(workspace, self.file, *arguments)

    def add(self, title: str, sort: str = "resource", **keys: Any) -> Any:
        record = {"title": title, "develops": span(), "hours": 4.0, **keys}
        return self.do(add_items, [(sort, record)])

    def change(self, name: str, **keys: Any) -> Any:
        return self.do(change_item, name, lambda _: keys)

    def undo(self) -> str:
        with closing(self.open()) as workspace:
            return undo(workspace).remark

    def write(self, text: str) -> None:
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_bytes(text.encode())

    @property
    def content(self) -> bytes | None:
        return self.file.read_bytes() if self.file.exists() else None

    @property
    def ids(self) -> list[str]:
        return [each.id for each in self.do(list_items).items]


def span(from_: int = 0, to: int = 1) -> list[dict[str, Any]]:
    return [{"skill": "pricing", "from": from_, "to": to}]


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_the_first_item_makes_a_file_and_its_undo_takes_it_away(mine: Home) -> None:
    added = mine.add("Réduction: a week", kind="course", cost="company")

    assert [each.id for each in added.items] == ["reduction-a-week"]
    assert mine.content == (
        b"# Your own additions to the knowledge base: pillarplan add, or by hand.\n"
        b"format: pillarplan-overlay\n"
        b'version: "1.1"\n'
        b"\n"
        b"resources:\n"
        b"  - id: reduction-a-week\n"
        b'    title: "R\xc3\xa9duction: a week"\n'
        b"    kind: course\n"
        b"    develops:\n"
        b"      - {skill: pricing, from: 0, to: 1}\n"
        b"    hours: 4\n"
        b"    cost: company\n"
    )
    assert mine.undo() == ""
    assert mine.content is None


def test_what_is_written_by_hand_stays_as_it_is(mine: Home) -> None:
    mine.write(BY_HAND)
    mine.add("Price talk", "practice")
    mine.add("Price book")
    mine.change("price-week", hours=3.0, why="New", url=None, cost="free")

    assert mine.file.read_text() == (
        BY_HAND.replace("hours: 2 ", "hours: 3 ")
        .replace("why: >\n        Folded\n        words.\n", "why: New\n")
        .replace(
            "      url: https://example.org/week\n",
            "      cost: free\n"
            "    - id: price-book\n"
            "      title: Price book\n"
            "      develops:\n"
            "        - {skill: pricing, from: 0, to: 1}\n"
            "      hours: 4\n",
        )
        + "\n"
        "practices:\n"
        "  - id: price-talk\n"
        "    title: Price talk\n"
        "    develops:\n"
        "      - {skill: pricing, from: 0, to: 1}\n"
        "    hours: 4\n"
    )
    assert mine.ids == ["price-week", "price-book", "price-talk"]


def test_what_is_removed_leaves_the_others_and_comments(mine: Home) -> None:
    mine.write(BY_HAND)
    mine.add("Price talk", "practice")

    mine.do(remove_item, "price week")
    mine.do(remove_item, "price-talk")

    text = mine.file.read_text()
    assert "# never again" in text
    assert "# the best one" in text
    assert "# The end." in text
    assert "price-" not in text
    assert mine.ids == []
    mine.add("Price book")
    assert mine.ids == ["price-book"]


def test_undo_says_where_the_file_was_changed_since(mine: Home) -> None:
    mine.add("Price book")
    mine.write(f"{mine.file.read_text()}# by hand\n")
    before = mine.content

    assert mine.undo().startswith("The file of your own items was changed since")
    assert mine.content == before


def test_undo_of_what_was_put_back_by_hand_is_quiet(mine: Home) -> None:
    mine.write(BY_HAND)
    mine.add("Price book")
    mine.write(BY_HAND)

    assert mine.undo() == ""
    assert mine.file.read_text() == BY_HAND


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"hours": 0.25}, "0.25 h are too short"),
        ({"develops": span(1, 3), "hours": 2.0}, "takes 3 h at least"),
        ({"develops": span(2, 2)}, "'to' must be above 'from'"),
        ({"develops": span(2, 9)}, "9"),
        ({"develops": [{"skill": "prices", "from": 0, "to": 1}]}, "no skill 'prices'"),
        ({"title": "Getting to Yes"}, "plan --pin getting-to-yes"),
        ({"title": "Price week"}, "add --change price-week"),
        ({"url": "ftp://example.org"}, "must be a link"),
        ({"title": "x" * 500}, "200"),
        ({"task": "Talk"}, "unknown key 'task'"),
        ({"cost": "company", "price": {"band": "20-50", "basis": "usual"}}, "no price"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_touched(
    mine: Home, record: dict[str, Any], said: str
) -> None:
    mine.write(BY_HAND)

    with pytest.raises(UsageError) as refused:
        mine.add(**{"title": "Price book", **record})

    assert said in str(refused.value)
    assert mine.file.read_text() == BY_HAND
    assert not (mine.folder / "data").exists()


@pytest.mark.parametrize(
    "text",
    [
        "format: pillarplan-overlay\nversion: [",
        "",
        OVERLAY_HEAD + "resources: 3\n",
        OVERLAY_HEAD + "resources:\n  - {id: x, hours: 1}\n",
        OVERLAY_HEAD + "hide: [nothing-like-this]\n",
    ],
)
def test_a_broken_file_is_one_clear_error_and_stays(mine: Home, text: str) -> None:
    mine.write(text)

    for deed in (
        lambda: mine.add("Price book"),
        lambda: mine.change("price-week", hours=3.0),
        lambda: mine.ids,
    ):
        with pytest.raises(BrokenFileError) as error:
            deed()
        assert "own.yaml:" in str(error.value)
    assert mine.file.read_text() == text


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "pillarplan-overlay", "version": "1.0"}',
        OVERLAY_HEAD + "resources: [{id: price-week, title: A, develops: "
        "[{skill: pricing, from: 0, to: 1}]}]\n",
    ],
)
def test_what_is_written_on_one_line_is_left_to_its_author(
    mine: Home, text: str
) -> None:
    mine.write(text)

    with pytest.raises(InvalidInputError, match="only you can change it"):
        mine.add("Price book")

    assert mine.file.read_text() == text


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(mine: Home) -> None:
    real = mine.folder / "elsewhere.yaml"
    real.write_text(BY_HAND)
    real.chmod(0o640)
    mine.file.parent.mkdir()
    mine.file.symlink_to(real)

    mine.add("Price book")

    assert mine.file.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "price-book" in real.read_text()


def test_a_folder_that_cannot_be_written_leaves_nothing_recorded(mine: Home) -> None:
    mine.file.parent.write_text("a file where the folder would be")
    mine.file = mine.folder / "config" / "own.yaml"

    with pytest.raises(PillarplanError, match=r"Cannot write .*Nothing was recorded"):
        mine.add("Price book")

    with closing(mine.open()) as workspace:
        assert workspace.events() == ()


def test_a_record_that_cannot_be_written_leaves_the_file_as_it_was(mine: Home) -> None:
    mine.write(BY_HAND)
    mine.add("Price book")
    mine.undo()
    (log,) = (mine.folder / "data" / "journal").iterdir()
    log.rename(log.with_suffix(".old"))
    log.mkdir()

    with pytest.raises(PillarplanError):
        mine.add("Price book")

    assert mine.file.read_text() == BY_HAND


def test_several_who_add_at_once_all_find_their_item(mine: Home) -> None:
    mine.write(BY_HAND)
    errors: list[Exception] = []

    def add(number: int) -> None:
        try:
            mine.add(f"Book {number}")
        except PillarplanError as error:
            errors.append(error)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(5)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert errors == []
    assert set(mine.ids) == {"price-week", *(f"book-{n}" for n in range(5))}
    for _ in range(5):
        assert mine.undo() == ""
    assert mine.file.read_text() == BY_HAND


TITLES = st.one_of(
    st.sampled_from(
        [
            *("- {a: b} # 'x' \"y\"", "yes", "1e5", "null", "\N{PARTY POPPER}", "a: b"),
            *(
                "\\n \\u0041",
                "{}",
                "[a, b]",
                "&a *a !a %a",
                "'",
                '"',
                "| >",
                "2026-01-01",
            ),
            *(
                "Ünï: cödé",
                "x" * 200,
                "a  b",
                "# no",
                "@at `tick`",
                "<<",
                "=1+1",
                "日本",
            ),
        ]
    ),
    st.text(
        st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")),
        min_size=1,
        max_size=30,
    ).filter(lambda text: text == " ".join(text.split()) and text.strip()),
)

DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), TITLES, st.sampled_from(["resource", "practice"])),
        st.tuples(st.just("change"), st.integers(0, 9), TITLES),
        st.tuples(st.just("remove"), st.integers(0, 9), st.just("")),
        st.tuples(st.just("undo"), st.just(0), st.just("")),
    ),
    max_size=8,
)


@settings(max_examples=examples(40))
@given(
    deeds=DEEDS,
    start=st.sampled_from(
        [None, BY_HAND, BY_HAND.replace("\n", "\r\n"), f"\ufeff{BY_HAND.rstrip()}"]
    ),
)
def test_once_all_is_undone_the_file_is_what_it_was_byte_by_byte(
    deeds: list[tuple[str, Any, Any]], start: str | None
) -> None:
    with TemporaryDirectory() as folder:
        mine = Home(Path(folder))
        if start is not None:
            mine.write(start)
        contents = [mine.content]
        for deed, what, more in deeds:
            ids = mine.ids
            try:
                if deed == "add":
                    mine.add(what, more)
                elif deed == "undo":
                    if len(contents) > 1:
                        assert mine.undo() == ""
                        contents.pop()
                        assert mine.content == contents[-1]
                    continue
                elif ids and deed == "change":
                    mine.change(
                        ids[what % len(ids)], hours=5.0 + len(contents), why=more
                    )
                elif ids:
                    mine.do(remove_item, ids[what % len(ids)])
                else:
                    continue
            except UsageError:  # the title is there already
                assert mine.content == contents[-1]
                continue
            contents.append(mine.content)
            load(SMALL, mine.file)  # whoever reads it finds no problem

        while len(contents) > 1:
            assert mine.undo() == ""
            contents.pop()
            assert mine.content == contents[-1]
