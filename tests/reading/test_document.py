"""A document knows where everything in it stands."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.reading.document import Document
from pillarplan.reading.source import Source

WORDS = st.text("abcdefg", min_size=1, max_size=5)
VALUES = st.recursive(
    WORDS | st.integers(0, 99),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)
    ),
    max_leaves=10,
)
MAPS = st.dictionaries(WORDS, VALUES, min_size=1, max_size=4)

STYLES: dict[str, Callable[[Any], str]] = {
    "block.yaml": lambda data: yaml.safe_dump(data, sort_keys=False),
    "flow.yaml": lambda data: yaml.safe_dump(data, default_flow_style=True),
    "compact.json": json.dumps,
    "tabs.json": lambda data: json.dumps(data, indent="\t"),
}


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[Any]:
    """Return path and value of all that is no map or list."""
    if not isinstance(value, dict | list):
        return [(path, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, each in pairs for leaf in leaves(each, (*path, key))]


@pytest.mark.parametrize("name", STYLES)
@given(data=MAPS)
def test_every_value_and_key_is_found_where_it_stands(
    name: str, data: dict[str, Any]
) -> None:
    text = STYLES[name](data)
    document = Document(Source(name, text.encode()))

    assert (document.data, document.problems) == (data, ())
    for path, value in leaves(data):
        place = document.problem(path, "")
        assert place.source[place.column - 1 :].lstrip('"').startswith(str(value))
        if isinstance(path[-1], str):
            key = document.problem(path, "", at_key=True)
            assert key.source[key.column - 1 :].lstrip('"? ').startswith(path[-1])


def test_a_path_that_leads_nowhere_means_the_innermost_thing_on_the_way() -> None:
    document = Document(Source("a.yaml", b"a: 1\nb:\n  - c: 2\n    d: 3\n"))

    places = [
        document.problem(path, "")
        for path in [
            (),
            ("x",),
            ("b",),
            ("b", 0),
            ("b", 0, "x"),
            ("b", 1),
            ("b", 0, "d"),
        ]
    ]

    assert [(place.line, place.column) for place in places] == [
        (1, 1),
        (1, 1),
        (3, 3),
        (3, 5),
        (3, 5),
        (3, 3),
        (4, 8),
    ]


def test_an_empty_value_is_found_at_its_key() -> None:
    document = Document(Source("a.yaml", b"a: 1\nlong-key:\n  # nothing\nb: ~\n"))

    place = document.problem(("long-key",), "")

    assert document.data == {"a": 1, "long-key": None, "b": None}
    assert (place.line, place.column) == (2, 1)


def test_what_has_no_usable_key_is_left_out() -> None:
    document = Document(Source("a.yaml", b"? [a]\n: {b: [1]}\n'': [2]\na: 3\na: [4]\n"))

    assert document.data == {"a": 3}
    assert [(each.line, each.message) for each in document.problems] == [
        (1, "a key must be text"),
        (3, "a key must be text"),
        (5, "duplicate key 'a'; first on line 4"),
    ]
