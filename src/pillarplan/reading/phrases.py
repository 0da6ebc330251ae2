"""What should stand at a place, what stands there, what was meant: in plain words."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pillarplan.domain.knowledge.bare import BARE
from pillarplan.domain.text import LINK, SLUG, one_line
from pillarplan.reading.building import number_of

Detail = Mapping[str, Any]
"""One of pydantic's ``ErrorDetails``."""

HOURS = "hours such as 2.5, 1:30 or 90m"

A_DATE = "a date of the calendar, such as 2026-11-23"

FORMS = {
    f"^{SLUG}$": (
        "lower case letters, digits and single dashes, such as getting-to-yes"
    ),
    f"^({SLUG}|{BARE})$": "the id of an item, such as getting-to-yes",
    f"^{LINK}$": "a link that begins with https:// and holds no spaces or quotes",
    r"^97[89][0-9]{10}$": "13 digits that begin with 978 or 979, in quotes",
    r"^[A-Z]{3}$": "three capital letters, such as EUR",
    r"^[a-z]{2}$": "two small letters, such as en",
    r"^[0-9.:hHmMiInN ]+$": HOURS,
    r"^1\.[0-9]+$": '"1.0"',
}
"""What the patterns of the models ask for."""

LITERAL_FORM = re.compile(r"\^([a-z-]+)\$")

PHRASES: dict[str, Callable[[Detail], str]] = {
    "string_type": lambda _: "text",
    "float_type": lambda _: "a number",
    "int_type": lambda _: "a whole number",
    "int_parsing": lambda _: "a whole number",
    "bool_type": lambda _: "true or false",
    "date_type": lambda _: A_DATE,
    "tuple_type": lambda _: "a list",
    "list_type": lambda _: "a list",
    "frozen_set_type": lambda _: "a list",
    "dict_type": lambda _: "a map of keys and values",
    "model_type": lambda _: "a map of keys and values",
    "enum": lambda context: context["expected"].replace("'", ""),
    "literal_error": lambda context: context["expected"].replace("'", ""),
    "greater_than": lambda context: f"more than {context['gt']:g}",
    "greater_than_equal": lambda context: f"at least {context['ge']:g}",
    "less_than": lambda context: f"less than {context['lt']:g}",
    "less_than_equal": lambda context: f"at most {context['le']:g}",
    "multiple_of": lambda context: f"a multiple of {context['multiple_of']:g}",
    "too_short": lambda context: _entries("at least", context["min_length"]),
    "too_long": lambda context: _entries("at most", context["max_length"]),
    "string_too_short": lambda context: _characters("at least", context["min_length"]),
    "string_too_long": lambda context: _characters("at most", context["max_length"]),
    "string_pattern_mismatch": lambda context: _form(context["pattern"]),
    "date_parsing": lambda _: A_DATE,
    "hours_parsing": lambda _: HOURS,
    "date_from_datetime_parsing": lambda _: A_DATE,
}
"""By the type of an error, what the value must be."""

LONGEST_WORD = 100
"""How much of a word is compared with others that it may stand for."""

YES = frozenset({"yes", "y", "on", "true"})
NO = frozenset({"no", "n", "off", "false"})
LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][0-9a-fA-FxXoO_,.:]*")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a suggestion to end a message with; empty if nothing is close."""
    close = get_close_matches(word[:LONGEST_WORD], list(known), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def mistyped(detail: Detail) -> str:
    """Return the word that was probably meant; empty if none comes close."""
    if detail["type"] not in ("enum", "literal_error"):
        return ""
    words = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
    return did_you_mean(str(detail["input"]), words)


def expected(detail: Detail) -> str:
    """Return what a value must be."""
    if phrase := PHRASES.get(detail["type"]):
        return phrase(detail.get("ctx", {}))
    return str(detail["msg"]).removeprefix("Input should be ")


def found(detail: Detail) -> str:
    """Return what the value is instead, perhaps with a hint, to end a message with."""
    value, kind = detail["input"], detail["type"]
    if kind.startswith(("string_too", "too_")):
        return f", not {len(value)}"
    if value is None:
        return ", not empty"
    if isinstance(value, dict | list):
        return ", not a map" if isinstance(value, dict) else ", not a list"
    if kind == "string_type":
        return f", not {_shown(value)}; put it in quotes"
    if not isinstance(value, str):
        return f", not {_shown(value)}"
    if kind.endswith("_type") and kind != "date_type":
        return f", not text{_hint(value, kind)}"
    return f", not '{one_line(value, 40)}'"


def _hint(text: str, kind: str) -> str:
    if kind == "bool_type" and text.lower() in YES | NO:
        return f"; write {'true' if text.lower() in YES else 'false'}"
    if kind in ("float_type", "int_type"):
        if number_of(text) is not None:
            return "; remove the quotes"
        if LIKE_A_NUMBER.fullmatch(text):
            return "; write plain digits, such as 12 or 1.5"
    return ""


def _form(pattern: str) -> str:
    if literal := LITERAL_FORM.fullmatch(pattern):
        return f"'{literal[1]}'"
    return FORMS.get(pattern, f"of the form {pattern}")


def _entries(bound: str, number: int) -> str:
    return f"a list of {bound} {number} {'entry' if number == 1 else 'entries'}"


def _characters(bound: str, number: int) -> str:
    return f"{bound} {number} {'character' if number == 1 else 'characters'} long"


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
