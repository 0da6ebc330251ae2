"""What pydantic finds wrong, in words for people who have never heard of it."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pillarplan.domain.text import join_words, one_line
from pillarplan.reading.allowed_keys import keys_at
from pillarplan.reading.phrases import (
    Detail,
    did_you_mean,
    expected,
    found,
    mistyped,
)
from pillarplan.reading.written import Written

Path = tuple[str | int, ...]

VERSION = re.compile(r"([0-9]{1,9})\.[0-9]{1,9}")

MAJOR = 1
"""The major version of the file formats that this program reads."""


class Complaint(NamedTuple):
    """Something wrong with the value, or with the key, at a path."""

    path: Path
    message: str
    at_key: bool = False


class _Error(NamedTuple):
    """One of pydantic's errors, with a path that leads through the data."""

    path: Path
    detail: Detail
    tagged: bool
    """The error names a member of a union, or a key that is missing."""

    @property
    def kind(self) -> str:
        return str(self.detail["type"])


def in_plain_words(
    details: Iterable[Detail], data: Any, model: type[Written]
) -> list[Complaint]:
    """Return what is wrong with the data, one complaint for each place.

    A file that is meant for something else, or made by a newer program, has that one
    complaint; all others would only follow from it.
    """
    errors = _essential([_located(detail, data) for detail in details])
    if strangers := [error for error in errors if _is_strange(error)]:
        return [_complaint([error], model) for error in strangers]
    missing: dict[Path, list[str]] = {}
    unmet: dict[Path, list[_Error]] = {}
    for error in errors:
        if error.kind == "missing":
            missing.setdefault(error.path, []).append(f"'{error.detail['loc'][-1]}'")
        else:
            unmet.setdefault(error.path, []).append(error)
    return [
        *(
            Complaint(path, f"missing {join_words(keys)}")
            for path, keys in missing.items()
        ),
        *(_complaint(same_place, model) for same_place in unmet.values()),
    ]


def _located(detail: Detail, data: Any) -> _Error:
    path: list[str | int] = []
    tagged = False
    value = data
    for step in detail["loc"]:
        if (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and step in range(len(value))
        ):
            path.append(step)
            value = value[step]
        elif step != "[key]":
            tagged = True
    return _Error(tuple(path), detail, tagged)


def _essential(errors: list[_Error]) -> list[_Error]:
    """Leave out errors that only follow from others.

    A list with a broken entry is called too short; and of a union, the members that
    the value cannot have been meant for complain too.
    """
    inside = {
        error.path[:length]
        for error in errors
        for length in range(len(error.path) + (error.kind == "missing"))
    }
    return [
        error
        for error in errors
        if error.kind == "missing"
        or not (error.path in inside and (error.tagged or error.kind == "too_short"))
    ]


def _is_strange(error: _Error) -> bool:
    is_head = error.path in (("format",), ("version",))
    return is_head and not error.kind.endswith("_type")


def _newer(error: _Error) -> str:
    """Say that the file needs a newer program, if that is so."""
    version = VERSION.fullmatch(str(error.detail["input"]))
    if error.path != ("version",) or not version or int(version[1]) <= MAJOR:
        return ""
    return f"made for a newer pillarplan ({version[0]}); this one reads {MAJOR}.x"


def _complaint(errors: list[_Error], model: type[Written]) -> Complaint:
    path, detail, _ = error = errors[0]
    if error.kind == "extra_forbidden":
        key = str(path[-1])
        hint = did_you_mean(key, keys_at(model, path[:-1]))
        return Complaint(path, f"unknown key '{one_line(key, 60)}'{hint}", at_key=True)
    if newer := _newer(error):
        return Complaint(path, newer)
    at_key = detail["loc"][-1:] == ("[key]",)
    subject = _subject(path, at_key)
    if error.kind == "value_error":
        return Complaint(path, f"{subject} {detail['ctx']['error']}", at_key)
    if hint := mistyped(detail):
        return Complaint(path, f"{subject} cannot be '{detail['input']}'{hint}", at_key)
    wanted = join_words(dict.fromkeys(expected(each.detail) for each in errors), "or")
    return Complaint(path, f"{subject} must be {wanted}{found(detail)}", at_key)


def _subject(path: Path, at_key: bool) -> str:
    if not path:
        return "the file"
    if at_key:
        return "the key"
    names = [step for step in path if isinstance(step, str)]
    if isinstance(path[-1], int) and names:
        return f"an entry of '{names[-1]}'"
    return one_line(str(path[-1]), 60)
