"""What plain types are made of in property tests of models."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from pillarplan.domain.bounds import FIRST_DAY, LAST_DAY
from pillarplan.domain.facts.kept import KeptFact
from pillarplan.domain.facts.kinds import Fact


def register() -> None:
    """Let texts, numbers and days be such as records carry, and facts be plain data."""
    finite = st.floats(allow_nan=False, allow_infinity=False)
    # A lone half of a surrogate pair is no text that JSON can carry.
    text = st.text(st.characters(exclude_categories=["Cs"]))
    st.register_type_strategy(float, finite)
    st.register_type_strategy(str, text)
    st.register_type_strategy(date, st.dates(FIRST_DAY, LAST_DAY))
    st.register_type_strategy(Mapping, _mappings)


def any_fact() -> st.SearchStrategy[Fact]:
    """Return facts of every kind."""
    return st.one_of([st.from_type(model) for model in get_args(Fact)])


def kept_fact() -> st.SearchStrategy[KeptFact]:
    """Return facts of every kind that a roadmap keeps."""
    return st.one_of([st.from_type(model) for model in get_args(KeptFact)])


def _mappings(kind: Any) -> st.SearchStrategy[Any]:
    keys, values = get_args(kind)
    plain = st.none() | st.booleans() | st.integers() | st.from_type(str)
    return st.dictionaries(
        st.from_type(keys), plain if values is Any else st.from_type(values)
    )
