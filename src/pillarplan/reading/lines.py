"""Where in a text a character stands, as people count: from line 1, column 1."""

from bisect import bisect_right
from itertools import accumulate


class Lines:
    """The lines of a text, found by the offset of any character in it."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        lengths = (len(line) + 1 for line in self._lines)
        self._starts = [0, *accumulate(lengths)]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character; the end of the text has one too."""
        line = min(bisect_right(self._starts, offset), len(self._lines))
        return line, offset - self._starts[line - 1] + 1

    def __getitem__(self, line: int) -> str:
        """Return one line without its break; lines count from 1."""
        return self._lines[line - 1]
