"""What is wrong with a file, told so that a person can mend it at once."""

import unicodedata
from collections.abc import Iterable

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import is_safe, one_line
from pillarplan.errors import InvalidInputError
from pillarplan.reading.lines import Lines
from pillarplan.reading.source import MAX_FAULTS, STAND_IN, Fault

EXCERPT = 76
"""How much of a long line is shown, in columns."""

SHOWN = 50
"""How many problems are printed; the closing line counts the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, and where; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    source: str = ""
    """The line as it stands in the file."""

    def __str__(self) -> str:
        """Show the place and the message, the line, and a caret below the place."""
        head = f"{self.file}:{self.line}:{self.column}: {self.message}"
        if not self.source.strip():
            return head
        before, after = _around(self.source, self.column - 1)
        return f"{head}\n    {before}{after}\n    {' ' * _width(before)}^"


def problem_at(file: str, lines: Lines, fault: Fault) -> Problem:
    """Return what is wrong at a character of a file."""
    line, column = lines.place(fault.offset)
    return Problem(
        file=one_line(file),
        line=line,
        column=column,
        message=fault.message,
        source=lines[line],
    )


class BrokenFileError(InvalidInputError):
    """One or more files cannot be used; carries every problem that was found."""

    kind = "broken-file"

    def __init__(self, problems: Iterable[Problem]) -> None:
        by_place = sorted(
            problems, key=lambda each: (each.file, each.line, each.column)
        )
        self.problems = tuple(dict.fromkeys(by_place))
        shown = "\n".join(map(str, self.problems[:SHOWN]))
        super().__init__(f"{shown}\n{_closing(self.problems)}")


def _closing(problems: tuple[Problem, ...]) -> str:
    files = {problem.file for problem in problems}
    one = len(files) == 1
    where = next(iter(files)) if one else f"{len(files)} files"
    count = len(problems)
    least = "at least " if count >= MAX_FAULTS else ""
    number = "1 problem" if count == 1 else f"{least}{count:,} problems"
    more = f" (the first {SHOWN} are shown)" if count > SHOWN else ""
    mend = f"mend the {'file' if one else 'files'} and try again"
    return f"{number} in {where}{more}. Nothing was changed; {mend}."


def _around(line: str, column: int) -> tuple[str, str]:
    """Return what to show of a line before and from `column`, a few words of each."""
    start, end = 0, len(line)
    if end > EXCERPT:
        start = max(0, min(column - EXCERPT // 2, end - EXCERPT))
        end = start + EXCERPT
    before = ("…" if start else "") + _clean(line[start:column])
    after = _clean(line[column:end]) + ("…" if end < len(line) else "")
    return before, after


def _clean(text: str) -> str:
    """Put a harmless sign in the place of each character that could do something."""
    return "".join(
        each if is_safe(each) else " " if each == "\t" else STAND_IN for each in text
    )


def _width(text: str) -> int:
    """Return how many columns of a terminal the text takes (Unicode TR 11)."""
    return sum(
        0
        if unicodedata.combining(each)
        else 2
        if unicodedata.east_asian_width(each) in "WF"
        else 1
        for each in text
    )
