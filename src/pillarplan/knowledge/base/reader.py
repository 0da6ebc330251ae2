"""The files of a knowledge base, read and checked one after the other."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pillarplan.domain.knowledge.base import KnowledgeBase, Part
from pillarplan.domain.text import one_line
from pillarplan.knowledge.base.assumed_hours import AssumedHours
from pillarplan.knowledge.base.borrowing import Loans
from pillarplan.knowledge.base.entry import bundled_path, called
from pillarplan.knowledge.base.file_stamp import Stamp
from pillarplan.knowledge.base.hidden import ITEM
from pillarplan.knowledge.base.in_full import write_out
from pillarplan.knowledge.base.included import resolve
from pillarplan.knowledge.base.overlay import Overlay
from pillarplan.knowledge.base.stamped import read_stamped
from pillarplan.knowledge.checking.checks import (
    BUILT_IN,
    Entry,
    entries,
    flaws,
    references,
    unnamed,
)
from pillarplan.knowledge.checking.ids import Name, Names, name_of
from pillarplan.knowledge.checking.scales import top_of
from pillarplan.knowledge.formats.files import KnowledgeFile, OverlayFile, PartFile
from pillarplan.knowledge.formats.skill import SkillEntry
from pillarplan.reading.document import Document
from pillarplan.reading.model import check_model
from pillarplan.reading.problem import BrokenFileError, Problem
from pillarplan.reading.source import LARGE, Source
from pillarplan.reading.written import Written

Model = TypeVar("Model", bound=Written)


class Lender(NamedTuple):
    """The built-in base, as far as others borrow from it."""

    skills: Mapping[str, SkillEntry]
    files: tuple[Path, ...]
    """Its parts, in which its items are."""


class KnowledgeReader:
    """Reads the files of a knowledge base, and gathers the problems of all of them.

    Only one file is held at a time, so that a large knowledge base needs little memory
    if it comes in parts.
    """

    def __init__(self, entry: Path, overlay: Path | None = None) -> None:
        self.stamps: list[Stamp] = []
        """Of all files that were read so far."""
        self.files = 1
        """How many files there are; right as soon as the first is read."""
        self._entry = entry
        self._overlay = overlay
        self._names = Names()
        self._paths: dict[str, Path] = {}
        self._lines: dict[str, dict[Name, int]] = {}
        """For files whose ids are taken elsewhere, where each entry stands."""
        self._loans = Loans()
        self._problems: list[Problem] = []
        self._whole = True

    def parts(self) -> Iterator[KnowledgeBase | Part]:
        """Yield the entry file, the parts that it includes, and what an overlay adds.

        Raises BrokenFileError at the end if any file has a problem.
        """
        changes = self._read_overlay()
        overlay = Overlay(changes.data if changes else {}, self._names)
        for entry in entries(changes.data) if changes else ():
            self._loans.note(entry)
        hours, files = AssumedHours(), self._files()
        changed = (overlay.applied(file, self._loans.top) for file in files)
        yield from (hours.given(file.to_domain()) for file in changed)
        yield hours.given(overlay.rest().to_domain())
        if changes:
            self._problems += [
                changes.problem(path, message, at_key=at_key)
                for path, message, at_key in overlay.complaints
            ]
            self._take_changes(changes)
        self._problems += self._unknown()
        if not self._problems and not self._names.has("skill"):
            message = "it has no skills; list them under 'skills' or pillars"
            self._problems.append(self._again(str(self._entry)).problem((), message))
        if self._problems:
            raise BrokenFileError(self._problems)

    def _files(self) -> Iterator[KnowledgeFile | PartFile]:
        document, base = self._read(self._entry, KnowledgeFile)
        if document.usable:
            self._loans.top = top_of(document.data)
        self._check(document)
        included = list(self._included(document, self._entry))
        self.files += len(included)
        if base:
            yield self._filled(base)
        del document, base
        for path in included:
            document, part = self._read(path, PartFile)
            self._check(document)
            if part:
                yield self._filled(part)
        if self._loans and not self._is_built_in:
            yield from self._lent()

    @property
    def _is_built_in(self) -> bool:
        return self._entry.resolve() == bundled_path().resolve()

    def _filled(self, file: Any) -> Any:
        """Return a file with what its skills borrow, once there are any that do."""
        if not self._loans:
            return file
        if self._is_built_in:
            file = self._loans.extended(file)
        return self._loans.filled(file, self._lender.skills)

    @cached_property
    def _lender(self) -> Lender:
        """The built-in base, whose skills are known by their names from then on."""
        document, base = self._read(bundled_path(), KnowledgeFile)
        pillars = base.pillars if base else ()
        skills = {skill.id: skill for each in pillars for skill in each.skills}
        for name in skills:
            self._names.add((BUILT_IN, name), document.name)
        files = tuple(self._included(document, bundled_path()))
        self.files += 1 + len(files)
        return Lender(skills, files)

    def _lent(self) -> Iterator[PartFile]:
        """Yield what the built-in base has for the skills that borrow from it."""
        for path in self._lender.files:
            document, part = self._read(path, PartFile)
            if part:
                yield self._loans.lent(part, lambda id_: self._names.knows(id_, ITEM))
                for id_ in self._loans.items:
                    self._names.add((ITEM, id_), document.name)

    def _read(self, path: Path, model: type[Model]) -> tuple[Document, Model | None]:
        source, stamp = read_stamped(path)
        self.stamps.append(stamp)
        self._paths[source.name] = path
        document = self._document(source, path)
        result, problems = check_model(document, model)
        self._problems += problems
        self._whole &= document.usable
        return document, result

    def _document(self, source: Source, path: Path) -> Document:
        """Return the content of a file with its short forms written out."""
        document = Document(source)
        if document.usable:
            write_out(document.data, called(path) if path == self._entry else None)
        return document

    def _read_overlay(self) -> Document | None:
        """Return the overlay if there is a usable one."""
        if not self._overlay:
            return None
        self.files += 1
        document, _ = self._read(self._overlay, OverlayFile)
        return document if document.usable else None

    def _included(self, document: Document, entry: Path) -> Iterator[Path]:
        """Yield the paths of all parts of an entry file that can be read."""
        include = document.data.get("include", ()) if document.usable else ()
        seen: set[Path] = set()
        for number, each in enumerate(include if isinstance(include, list) else ()):
            if not isinstance(each, str):
                continue
            found = resolve(entry, each, seen)
            if isinstance(found, Path):
                yield found
            else:
                self._problems.append(document.problem(("include", number), found))
                self._whole = False

    def _check(self, document: Document) -> None:
        """Check the entries of a file, and take up their ids."""
        if not document.usable:
            return
        for entry in entries(document.data):
            flawed = flaws(entry, self._loans.top)
            for path, message, at_key in (*unnamed(entry), *flawed):
                self._problems.append(document.problem(path, message, at_key=at_key))
            self._loans.note(entry)
            self._take(entry, document, self._names)

    def _take(self, entry: Entry, document: Document, taken: Names) -> None:
        """Take up the id of an entry, which must be new, and the ids that it uses."""
        if entry.has_id:
            name = name_of(entry)
            if holder := taken.holder(name):
                first = self._first(name, holder, document)
                message = f"duplicate id '{one_line(name[1], 60)}'; first {first}"
                self._problems.append(document.problem((*entry.path, "id"), message))
            else:
                taken.add(name, document.name)
        for reference in references(entry):
            self._names.use(reference, document.name)

    def _take_changes(self, changes: Document) -> None:
        """Take up an overlay, whose ids may be known, but must not be there twice."""
        own = Names()
        for entry in entries(changes.data):
            self._take(entry, changes, own)
            if entry.has_id and not self._names.holder(name_of(entry)):
                self._names.add(name_of(entry), changes.name)

    def _first(self, name: Name, holder: str, document: Document) -> str:
        """Say where the first entry of a name stands."""
        elsewhere = holder != document.name
        if holder not in self._lines:
            there = self._again(holder) if elsewhere else document
            self._lines[holder] = _lines(there)
        line = self._lines[holder][name]
        return f"in {one_line(holder)}, line {line}" if elsewhere else f"on line {line}"

    def _again(self, file: str) -> Document:
        path = self._paths[file]
        return self._document(Source.open(path, limits=LARGE), path)

    def _unknown(self) -> Iterator[Problem]:
        """Yield every use of an id that nothing has, if all files could be read."""
        for file, lost in self._names.unknown() if self._whole else ():
            document = self._again(file)
            for entry in entries(document.data):
                for path, kind, used, at_key in references(entry):
                    if (kind, used) in lost:
                        there = f"there is no {kind} '{one_line(used, 60)}'"
                        message = there + self._names.hint(used, kind)
                        yield document.problem(path, message, at_key=at_key)


def _lines(document: Document) -> dict[Name, int]:
    """Return the lines on which the entries of a file stand."""
    lines: dict[Name, int] = {}
    for entry in entries(document.data):
        if entry.has_id:
            line = document.problem((*entry.path, "id"), "").line
            lines.setdefault(name_of(entry), line)
    return lines
