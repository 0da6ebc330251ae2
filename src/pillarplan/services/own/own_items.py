"""Items of one's own: added, changed, removed and listed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.text import file_name, one_line, slug
from pillarplan.errors import InvalidInputError, UsageError
from pillarplan.journal.meaning import changes
from pillarplan.knowledge.checking.checks import entries
from pillarplan.knowledge.index.opening import open_index
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.rewriting.listed import CannotRewriteError, ListedText
from pillarplan.reading.source import Source
from pillarplan.services.naming.known import known_skills
from pillarplan.services.naming.matching import Named, find_meant, is_name, words_of
from pillarplan.services.own.handed_in import read_overlay
from pillarplan.services.own.own_file import Rewrite, read_own, written
from pillarplan.services.own.stated import SECTIONS, OwnEntry, checked_entry
from pillarplan.services.workspace import Workspace

NEW_FILE = """\
# Your own additions to the knowledge base: pillarplan add, or by hand.
format: pillarplan-overlay
version: "1.1"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItems:
    """Items of one's own, and the file in which they stand."""

    path: str
    items: tuple[Item, ...]


def list_items(workspace: Workspace, path: Path) -> OwnItems:
    """Return all items of one's own, as the file has them."""
    own = tuple(each.item for each in _File(workspace, path).own())
    return OwnItems(path=str(path), items=own)


def add_items(
    workspace: Workspace, path: Path, stated: Sequence[tuple[str, Mapping[str, Any]]]
) -> OwnItems:
    """Add entries, each with its sort; raise UsageError if one does not fit."""

    def change(file: _File) -> Iterator[tuple[OwnEntry, str]]:
        for sort, record in stated:
            new = checked_entry(
                sort, {"id": slug(record["title"]), **record}, file.scale
            )
            file.refuse_double(new)
            known_skills(workspace.knowledge, [s.skill for s in new.item.develops])
            yield new, ListedText(file.text).with_entry(new.section, new.record)

    return _rewritten(workspace, path, change)


def change_item(
    workspace: Workspace,
    path: Path,
    name: str,
    change_of: Callable[[OwnEntry], Mapping[str, Any]],
) -> OwnItems:
    """Change keys of an item, by what it is; None takes a key away."""

    def change(file: _File) -> Iterator[tuple[OwnEntry, str]]:
        old = file.called(name)
        changed = change_of(old)
        new = checked_entry(old.sort, {**old.record, **changed}, file.scale)
        known_skills(workspace.knowledge, [s.skill for s in new.item.develops])
        place = file.place(old)
        yield new, ListedText(file.text).with_values(old.section, place, changed)

    return _rewritten(workspace, path, change)


def remove_item(workspace: Workspace, path: Path, name: str) -> OwnItems:
    """Remove an item; what was told of it stays in the record."""

    def change(file: _File) -> Iterator[tuple[OwnEntry, str]]:
        old = file.called(name)
        place = file.place(old)
        yield old, ListedText(file.text).without_entry(old.section, place)

    return _rewritten(workspace, path, change)


class _File:
    """The file of one's own additions, with what is changed so far."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        # A broken file says here what is wrong with it.
        self.scale = workspace.knowledge.scale()
        self._workspace = workspace
        self.path = path
        self.before = read_own(path)
        self.text = NEW_FILE if self.before is None else self.before.decode()
        self._data = _data(path, self.text)

    def own(self) -> Iterator[OwnEntry]:
        """Yield the entries that the knowledge base under the file has not."""
        for each in entries(self._data):
            if each.kind in SECTIONS and each.record["id"] not in self._below:
                yield checked_entry(each.kind, each.record, self.scale)

    @cached_property
    def _below(self) -> frozenset[str]:
        """The ids of all items that are there without additions of one's own."""
        workspace = self._workspace
        with open_index(workspace.entry, None, workspace.cache) as index:
            return index.item_ids()

    def called(self, name: str) -> OwnEntry:
        """Return the entry of a name; raise UsageError if it is none of one's own."""
        own = {each.item.id: each for each in self.own()}
        named = [Named(id=id_, title=each.item.title) for id_, each in own.items()]
        found = [each.id for each in find_meant(name, [named])]
        found = [name] if name in own else found
        if len(found) != 1:
            listed = ", ".join(own) or "none yet"
            raise UsageError(
                f"{name!r} is no item of your own. There are: {listed}. "
                "See: pillarplan add --list"
            )
        return own[found[0]]

    def place(self, entry: OwnEntry) -> int:
        """Return which of its list an entry is."""
        ids = [each["id"] for each in self._data[entry.section]]
        return ids.index(entry.item.id)

    def put(self, text: str, entry: OwnEntry) -> None:
        """Take a new text, which says something else of one entry and of nothing else.

        Raises CannotRewriteError if it does not.
        """
        if text == self.text:
            raise UsageError("All of it stands so already.")
        old, new = self._data, _data(self.path, text)
        if old == new or _taken_out(old, entry) != _taken_out(new, entry):
            raise CannotRewriteError
        self.text, self._data = text, new

    def refuse_double(self, new: OwnEntry) -> None:
        """Raise UsageError for what is there already."""
        words = words_of(new.item.title)
        for each in self.own():
            if each.item.id == new.item.id:
                raise UsageError(
                    f"{each.item.title} is among your items already. To change it: "
                    f"pillarplan add --change {each.item.id}"
                )
        kinds = tuple(SECTIONS)
        for id_, title in self._workspace.knowledge.titles(kinds).items():
            if id_ == new.item.id or is_name(words, Named(id=id_, title=title)):
                raise UsageError(
                    f"The knowledge base has {title} already. To have it in your "
                    f"plan: pillarplan plan --pin {id_}"
                )


def _rewritten(
    workspace: Workspace,
    path: Path,
    change: Callable[[_File], Iterable[tuple[OwnEntry, str]]],
) -> OwnItems:
    """Rewrite the file by a change, and record it; both or neither."""
    rewrites: list[Rewrite] = []

    def decided() -> tuple[list[changes.Change], OwnItems]:
        # Read before the file: who changes that meanwhile leaves an event in it.
        workspace.profile()
        file = _File(workspace, path)
        touched = []
        for entry, text in change(file):
            touched.append(entry.item)
            file.put(text, entry)
        rewrite = Rewrite(path=path, before=file.before, after=file.text.encode())
        rewrites.append(rewrite)
        ids = tuple(each.id for each in touched)
        told = changes.own_items_changed(rewrite.to_change(workspace.today, ids))
        return [told], OwnItems(path=str(path), items=tuple(touched))

    try:
        return workspace.decide(decided, lambda _: written(rewrites[-1]))
    except CannotRewriteError:
        raise InvalidInputError(
            f"{file_name(path)} is not written as lists with a line for each entry, "
            "so only you can change it. Nothing was changed."
        ) from None


def _data(path: Path, text: str) -> Any:
    """Return what the text says; raise BrokenFileError if it cannot be read."""
    document, problems = read_overlay(Source(one_line(str(path)), text.encode()))
    if problems:
        raise BrokenFileError(problems)
    return document.data


def _taken_out(data: Any, entry: OwnEntry) -> dict[str, Any]:
    """Return what a file says of all but an entry."""
    listed = data.get(entry.section) or ()
    others = [each for each in listed if each["id"] != entry.item.id]
    return {**data, entry.section: others}
