"""JSON is read as the standard says, and told from YAML."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.text import is_safe
from pillarplan.reading.document import Document
from pillarplan.reading.json_text import looks_like_json
from pillarplan.reading.source import Source

TEXTS = st.text(st.characters(codec="utf-8").filter(is_safe), max_size=8)
KEYS = st.integers(0, 99).map("k{}".format)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    # None of them is -0.0, which no person means.
    | st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0)
    | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
    ),
)


def tidy(value: Any) -> Any:
    """Return a value with its texts as one line each, as all texts are read."""
    import unicodedata

    if isinstance(value, dict):
        return {tidy(key): tidy(each) for key, each in value.items()}
    if isinstance(value, list):
        return [tidy(each) for each in value]
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(
    data: dict[str, Any], ascii_only: bool
) -> None:
    text = json.dumps(data, ensure_ascii=ascii_only, indent=1)
    document = Document(Source("a.json", text.encode()))

    if not document.problems:
        assert document.data == tidy(json.loads(text))
    else:  # two keys that are equal once they are tidy, or an empty one
        assert all("key" in problem.message for problem in document.problems)


PIECES = st.lists(
    st.sampled_from([*'{}[],:"0123.eE+- \n\t', "true", "null", '"a"', "\\"])
)


@given(PIECES.map("".join))
def test_what_the_standard_library_refuses_is_refused(text: str) -> None:
    document = Document(Source("a.json", text.encode()))

    try:
        json.loads(text)
    except ValueError:
        assert document.problems


@pytest.mark.parametrize(
    ("name", "text", "is_json"),
    [
        ("a.json", "a: 1", True),
        ("a.yaml", '{"a": 1}', True),
        ("<stdin>", '\n\t{\n\t"a": 1}', True),
        ("<stdin>", "{}", True),
        ("<stdin>", "{a: 1}", False),
        ("<stdin>", "a: 1", False),
        ("<stdin>", "[a]", False),
    ],
)
def test_json_is_told_by_its_name_or_its_beginning(
    name: str, text: str, is_json: bool
) -> None:
    assert looks_like_json(name, text) is is_json
