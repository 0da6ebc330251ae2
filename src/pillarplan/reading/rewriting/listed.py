"""A YAML file with lists of entries, changed in its text: comments and order stay."""

from collections.abc import Mapping
from typing import Any

import yaml

from pillarplan.reading.rewriting import values
from pillarplan.reading.yaml_text import LOADER

Record = Mapping[str, Any]

INDENT = "  "
"""Of a list under its key, where the file has none yet."""


class CannotRewriteError(ValueError):
    """What is to be changed is written in a way that only its author can change."""


class ListedText:
    """The text of a file that was read without a problem.

    What it returns is a new text; all but the entry that is meant stays, byte by byte.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._start = len(text) - len(text.removeprefix("\ufeff"))
        root = yaml.compose(text[self._start :], Loader=LOADER)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise CannotRewriteError
        self._root = root

    def with_entry(self, section: str, record: Record) -> str:
        """Return the text with one more entry, behind all others of its section."""
        found = self._sections().get(section)
        if found is None:
            return self._with_section(section, record)
        key, listed = found
        if isinstance(listed, yaml.SequenceNode) and listed.value:
            if listed.flow_style:
                raise CannotRewriteError
            end = self._line_end(self._end(listed.value[-1]))
            indent = " " * listed.start_mark.column
            return self._inserted(end, values.entry(record, indent, self._newline))
        # An empty list, or none at all: the entry takes its place.
        colon = self._text.index(":", self._place(key.end_mark)) + 1
        end = max(colon, self._end(listed))
        block = values.entry(record, INDENT, self._newline)
        rest = self._text[end:]
        return self._text[:colon] + self._newline + block + rest.lstrip(" \r\n")

    def without_entry(self, section: str, number: int) -> str:
        """Return the text without an entry, and its section if that is empty then."""
        key, listed = self._block(section)
        start = self._line_start(self._place(listed.value[number].start_mark))
        end = self._line_end(self._end(listed.value[number]))
        if len(listed.value) == 1:
            head = self._line_start(self._place(key.start_mark))
            between = self._text[self._line_end(self._place(key.end_mark)) : start]
            if between.strip():  # a comment keeps the section
                colon = self._text.index(":", self._place(key.end_mark)) + 1
                rest = self._text[colon:start] + self._text[end:]
                return f"{self._text[:colon]} []{rest}"
            start = head
        return self._text[:start] + self._text[end:]

    def with_values(self, section: str, number: int, changed: Record) -> str:
        """Return the text with other values in an entry; None takes a key away."""
        _, listed = self._block(section)
        node = listed.value[number]
        if node.flow_style:
            raise CannotRewriteError
        indent = " " * node.start_mark.column
        pairs = {key.value: (key, value) for key, value in node.value}
        splices = []
        new = ""
        for name, value in changed.items():
            if name not in pairs:
                if value is not None:
                    behind = values.after_key(value, indent, self._newline)
                    new += f"{indent}{name}:{behind}{self._newline}"
                continue
            key, old = pairs[name]
            colon = self._text.index(":", self._place(key.end_mark)) + 1
            end = max(colon, self._end(old))
            if value is None:
                first = self._line_start(self._place(key.start_mark))
                splices.append((first, self._line_end(end), ""))
            else:
                behind = values.after_key(value, indent, self._newline)
                splices.append((colon, end, behind))
        end = self._line_end(self._end(node))
        text = self._inserted(end, new) if new else self._text
        for start, end, put in sorted(splices, reverse=True):
            text = text[:start] + put + text[end:]
        return text

    def _sections(self) -> dict[str, tuple[Any, Any]]:
        return {key.value: (key, value) for key, value in self._root.value}

    def _block(self, section: str) -> tuple[Any, Any]:
        key, listed = self._sections()[section]
        if listed.flow_style:
            raise CannotRewriteError
        return key, listed

    def _with_section(self, section: str, record: Record) -> str:
        blank = "" if self._text.endswith(self._newline * 2) else self._newline
        head = f"{blank}{section}:{self._newline}"
        block = values.entry(record, INDENT, self._newline)
        return self._inserted(len(self._text), head + block)

    def _inserted(self, at: int, lines: str) -> str:
        """Return the text with lines in it, which begin on a line of their own."""
        before = self._text[:at]
        if not before.endswith("\n"):
            before += self._newline
        return before + lines + self._text[at:]

    def _place(self, mark: Any) -> int:
        return self._start + int(mark.index)

    def _end(self, node: Any) -> int:
        """Return where the last sign of a value is over, comments apart."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            start, end = self._place(node.start_mark), self._place(node.end_mark)
            return start + len(self._text[start:end].rstrip())
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Return where the next line begins."""
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1
