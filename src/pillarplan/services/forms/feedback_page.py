"""What somebody filled in on a page with a form for how they see a person."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.advice import WHOLE
from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.reports.feedback import Given, Said
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.reading.lines import Lines
from pillarplan.reading.problem import BrokenFileError, Problem
from pillarplan.reading.source import Source, decode
from pillarplan.render.pages.feedback_section import ENDINGS, VIEW, WORDS
from pillarplan.render.pages.markdown import unescape
from pillarplan.services.forms.base_checks import missing, too_late
from pillarplan.services.forms.page_lines import (
    ANSWER,
    BULLET,
    DAY,
    HEADING,
    KIND_OF_RATER,
    MORE,
    NAME,
    WORDS_ON,
)
from pillarplan.services.workspace import Workspace

OTHERS = frozenset({RaterKind.PEER, RaterKind.MANAGER})

ANSWER_FORM = "an answer looks like this: - negotiation [3]: One sentence."
WORDS_FORM = "words on an item look like this: - getting-to-yes: One sentence."

READ_AT_MOST = 10_000
"""Characters of an entry; one that is too long is told with its length."""


def is_page(source: Source) -> bool:
    """Say whether a file is a page, and no form in YAML or JSON."""
    if source.name.lower().endswith(ENDINGS):
        return True
    headings = map(HEADING.match, _lines(decode(source.content).text))
    return any(each is not None and each[1] == VIEW for each in headings)


def read_page(source: Source, workspace: Workspace) -> Given:
    """Return what the page says; raise BrokenFileError with all that is wrong."""
    decoded = decode(source.content)
    reader = _PageReader(source.name, _lines(decoded.text), workspace)
    for offset, message in decoded.faults:
        reader.complain(*Lines(decoded.text).place(offset), message)
    if decoded.readable:
        reader.read()
    if reader.problems:
        raise BrokenFileError(reader.problems)
    return Given(
        rater=Rater(name=reader.signed, kind=reader.kind) if reader.signed else None,
        given_on=reader.given_on,
        said=tuple(reader.said.values()),
        words=reader.on_items,
    )


def _lines(text: str) -> list[str]:
    # Mail programs and word processors like to write no-break spaces.
    return text.replace("\N{NO-BREAK SPACE}", " ").split("\n")


@dataclass
class _PageReader:
    """A page while it is being read."""

    name: str
    lines: list[str]
    workspace: Workspace
    signed: str = ""
    kind: RaterKind = RaterKind.PEER
    given_on: date | None = None
    said: dict[str, Said] = field(default_factory=dict)
    on_items: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """The skills that had their line, filled in or not."""

    def read(self) -> None:
        """Read the lines of both sections, and note what is wrong with them."""
        waiting = {VIEW: self.read_entry, WORDS: self.read_words}
        start, read = 0, None
        for number, line in self.numbered():
            if heading := HEADING.match(line):
                read = waiting.pop(heading[1], None)
                start = number if heading[1] == VIEW and read else start
            elif read and BULLET.match(line):
                read(number, line)
        if not start:
            command = "pillarplan feedback request"
            self.complain(1, 1, f"there is no heading '## {VIEW}', as {command} writes")
        elif not (self.said or self.on_items or self.problems):
            self.complain(start, 1, f"nothing is filled in; {ANSWER_FORM}")

    def numbered(self, after: int = 0) -> Iterator[tuple[int, str]]:
        """Yield the lines that follow a line, with their numbers from 1."""
        return enumerate(self.lines[after:], start=after + 1)

    def complain(self, line: int, column: int, message: str) -> None:
        """Note that something is wrong at a place."""
        self.problems.append(
            Problem(
                file=one_line(self.name),
                line=line,
                column=column,
                message=message,
                source=self.lines[line - 1],
            )
        )

    def complain_of(
        self, number: int, match: re.Match[str], faults: Mapping[str, str | None]
    ) -> None:
        """Note what is wrong with the parts of a line."""
        for part, message in faults.items():
            if message:
                self.complain(number, match.start(part) + 1, message)

    def read_entry(self, number: int, line: str) -> None:
        """Read a list entry: who, when, or the answer about a skill."""
        if match := NAME.match(line):
            self.read_name(number, match)
        elif match := KIND_OF_RATER.match(line):
            self.read_kind(number, match)
        elif match := DAY.match(line):
            self.read_day(number, match)
        elif match := ANSWER.match(line):
            self.read_answer(number, match)
        else:
            self.complain(number, _begin(line), ANSWER_FORM)

    def read_name(self, number: int, match: re.Match[str]) -> None:
        """Read who gave the view; the name may be on the page already."""
        words = unescape(self.words(number, match["name"]))
        self.signed = one_line(words, READ_AT_MOST)
        if message := _doubt_length(self.signed, "a name"):
            self.complain(number, match.start("name") + 1, message)

    def read_kind(self, number: int, match: re.Match[str]) -> None:
        """Read how they stand to the person."""
        kind = match["kind"].strip().lower()
        if kind in OTHERS:
            self.kind = RaterKind(kind)
        else:
            self.complain(number, match.start("kind") + 1, "write peer or manager")

    def read_day(self, number: int, match: re.Match[str]) -> None:
        """Read the day on which the view was given."""
        column = match.start("day") + 1
        try:
            self.given_on = date.fromisoformat(match["day"].strip())
        except ValueError:
            self.complain(number, column, "write the day as 2026-11-23")
            return
        if message := too_late(self.workspace, self.given_on):
            self.complain(number, column, message)

    def read_answer(self, number: int, match: re.Match[str]) -> None:
        """Read the level of a skill, and the sentence that shows it."""
        skill, level = match["skill"], match["level"].strip()
        sentence = one_line(self.words(number, match["seen"]), READ_AT_MOST)
        faults = {
            "skill": self.doubt_skill(skill),
            "level": self.doubt_level(level, sentence),
            "seen": _doubt_length(sentence, "one sentence"),
        }
        self.seen.add(skill)
        self.complain_of(number, match, faults)
        stated = self.scale.find(level)
        if stated is not None and not any(faults.values()):
            self.said[skill] = Said(skill=skill, level=stated, seen=sentence or None)

    def read_words(self, number: int, line: str) -> None:
        """Read a list entry with words on an item."""
        match = WORDS_ON.match(line)
        if match is None:
            self.complain(number, _begin(line), WORDS_FORM)
            return
        item = match["item"]
        words = one_line(self.words(number, match["words"]), READ_AT_MOST)
        faults = {
            "item": self.doubt_item(item),
            "words": _doubt_length(words, "one sentence"),
        }
        self.complain_of(number, match, faults)
        if words and not any(faults.values()):
            self.on_items[item] = words

    def doubt_item(self, item: str) -> str | None:
        """Say what is wrong with the name of an item."""
        if item in self.on_items:
            return f"{item} has a line above already"
        if item == WHOLE:
            return None
        roadmap = self.workspace.profile().roadmap
        is_planned = roadmap is not None and roadmap.item(item) is not None
        if not is_planned and self.workspace.knowledge.item(item) is None:
            return missing(self.workspace, "item", item)
        return None

    @cached_property
    def scale(self) -> Scale:
        """The levels that may be said."""
        return self.workspace.knowledge.scale()

    def doubt_level(self, level: str, sentence: str) -> str | None:
        """Say what is wrong with a level, which may be called by its name."""
        if not level and sentence:
            return f"write a level from {self.scale.reach} into the brackets"
        if level and self.scale.find(level) is None:
            return f"{level!r} is no level; there are {self.scale.listing}"
        return None

    def doubt_skill(self, skill: str) -> str | None:
        """Say what is wrong with the name of a skill."""
        if skill in self.seen:
            return f"{skill} has a line above already"
        if skill not in {each.id for each in self.workspace.knowledge.outlines()}:
            return missing(self.workspace, "skill", skill)
        return None

    def words(self, number: int, first: str) -> str:
        """Return what begins in a line and goes on in the next ones."""
        parts = [first]
        for _, line in self.numbered(number):
            more = MORE.match(line)
            if more is None:
                break
            parts.append(more["words"])
        return " ".join(parts)


def _begin(line: str) -> int:
    """Return the column in which the words of a line begin."""
    return len(line) - len(line.lstrip("> \t")) + 1


def _doubt_length(text: str, what: str) -> str | None:
    if len(text) > LONGEST_LINE:
        return f"{len(text)} characters; {what} has at most {LONGEST_LINE}"
    return None
