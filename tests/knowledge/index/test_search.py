"""Entries are found by words, and mistyped words are understood."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pillarplan.domain.reports.library import Hit
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.knowledge.index.opening import open_index
from tests.knowledge.bases import SMALL


@pytest.fixture(scope="module")
def index() -> Iterator[KnowledgeIndex]:
    with open_index(SMALL) as index:
        yield index


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def test_a_hit_says_what_it_is_and_shows_the_words_around(
    index: KnowledgeIndex,
) -> None:
    assert index.search("gain reason") == (
        Hit(
            kind="reflection",
            id="fair-price",
            title="Would you explain this price to the customer's face?",
            snippet="A reason in terms of the customer's gain.",
        ),
    )


def test_names_count_more_than_other_texts(index: KnowledgeIndex) -> None:
    assert ids(index.search("writing"))[0] == "writing"


@pytest.mark.parametrize(
    "words", ["negotiating yes", "NEGOTIATING, yes!", "yes negot", "fisher ury"]
)
def test_all_words_count_in_any_order_and_case_and_by_their_beginnings(
    index: KnowledgeIndex, words: str
) -> None:
    assert ids(index.search(words)) == ["getting-to-yes"]


def test_accents_do_not_matter(index: KnowledgeIndex) -> None:
    assert ids(index.search("zoe muller")) == ids(index.search("Zoë Müller"))
    assert ids(index.search("zoe muller")) == ["hard-talks"]


def test_if_no_entry_holds_all_words_any_word_counts(index: KnowledgeIndex) -> None:
    assert "plain-words" in ids(index.search("plain zebra"))


def test_the_number_of_hits_is_limited(index: KnowledgeIndex) -> None:
    assert len(index.search("a", limit=3)) == 3


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from([*'"*^():-+{}', "AND", "NEAR", "name:", "a"])).map(
        " ".join
    )
)
@example('"')
@example("NEAR(a b)")
@example("\x00")
@example("\ud800")
def test_search_never_fails(index: KnowledgeIndex, words: str) -> None:
    for hit in index.search(words):
        assert hit.kind and hit.id


@given(st.data())
def test_the_beginning_of_any_word_of_a_name_finds_it(
    index: KnowledgeIndex, data: st.DataObject
) -> None:
    outline = data.draw(st.sampled_from(index.outlines()))
    length = data.draw(st.integers(1, len(outline.name)))

    assert outline.id in ids(index.search(outline.name[:length], limit=99))


@pytest.mark.parametrize(
    ("word", "kind", "best"),
    [
        ("negotation", None, "negotiation"),
        ("Getting to Yess", None, "getting-to-yes"),
        ("geting-to-yes", "resource", "getting-to-yes"),
        ("writting", "skill", "writing"),
        ("product lead", None, "lead"),
    ],
)
def test_a_mistyped_id_or_name_is_understood(
    index: KnowledgeIndex, word: str, kind: str | None, best: str
) -> None:
    assert index.suggest(word, kind)[0] == best


def test_suggestions_are_of_the_kind_that_was_asked_for(index: KnowledgeIndex) -> None:
    assert index.suggest("negotiation", "role") == ()
    assert index.suggest("zzzzzz") == ()


def test_words_that_nothing_begins_with_are_understood(index: KnowledgeIndex) -> None:
    assert index.suggest_words("negot pricng discout") == (
        "pricing",
        "price",
        "prices",
        "discount",
        "dispute",
    )
    assert index.suggest_words("writing") == ()


@given(st.text(max_size=20))
def test_suggesting_never_fails(index: KnowledgeIndex, word: str) -> None:
    index.suggest(word)
    index.suggest_words(word)


def test_an_endless_search_is_no_harm(index: KnowledgeIndex) -> None:
    assert index.search("zebra " * 100_000) == ()
    assert index.search("z" * 100_000) == ()
    assert index.suggest("z" * 100_000) == ()
