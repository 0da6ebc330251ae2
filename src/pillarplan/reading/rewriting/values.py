"""Values written as YAML that a person likes to read and to change."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pillarplan.domain.text import LINK
from pillarplan.reading.building import number_of

PLAIN = re.compile(r"[^\W\d_](?:[\w .'()&/+-]*[\w.')+])?")
"""A text that needs no quotes, not even in a list on one line."""

PLAIN_LINK = re.compile(r"https?://[\w./?=&%~+-]+")

WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""What some readers of YAML take for something other than a text."""


def inline(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key}: {inline(each)}" for key, each in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _is_plain(text: str) -> bool:
    if re.fullmatch(LINK, text) and PLAIN_LINK.fullmatch(text):
        return True
    is_word = PLAIN.fullmatch(text) is not None and text.casefold() not in WORDS
    return is_word and number_of(text) is None


def after_key(value: Any, indent: str, newline: str) -> str:
    """Return what stands behind a key and its colon; maps in a list get a line each."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return "".join(f"{newline}{indent}  - {inline(each)}" for each in value)
    return f" {inline(value)}"


def entry(record: Mapping[str, Any], indent: str, newline: str) -> str:
    """Return an entry of a list, a line for each key, with a break at its end."""
    inner = f"{indent}  "
    pairs = [
        f"{key}:{after_key(value, inner, newline)}" for key, value in record.items()
    ]
    return f"{indent}- {f'{newline}{inner}'.join(pairs)}{newline}"
