"""A product person's words find what is meant by them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.knowledge.index.opening import open_index
from pillarplan.knowledge.index.synonyms import Sense, find_meant
from tests.knowledge.bases import overlay

FIRST = {
    "llm": "ai-products",
    "evals": "ai-products",
    "agents": "ai-products",
    "hallucination": "ai-products",
    "RAG": "ai-products",
    "prompt": "working-with-ai",
    "ChatGPT": "working-with-ai",
    "privacy": "privacy-ai-governance",
    "GDPR": "privacy-ai-governance",
    "AI Act": "privacy-ai-governance",
    "experiment": "product-analytics",
    "A/B": "product-analytics",
    "A/B testing": "product-analytics",
    "funnel": "product-analytics",
    "retention": "adoption-retention",
    "churn": "adoption-retention",
    "NPS": "adoption-retention",
    "accessibility": "ux",
    "okr": "vision-alignment",
    "gtm": "positioning-gtm",
    "mvp": "innovation",
    "RICE": "roadmap-portfolio",
    "jtbd": "customer-discovery",
    "unit economics": "business-models",
    "IoT": "connected-products",
    "one-on-one": "people-management",
    "PRD": "writing",
    "burnout": "leading-oneself",
}


@pytest.fixture(scope="module")
def index() -> Iterator[KnowledgeIndex]:
    with open_index(bundled_path()) as index:
        yield index


@pytest.mark.parametrize("words", FIRST)
def test_a_word_finds_the_skill_first(index: KnowledgeIndex, words: str) -> None:
    first = index.search(words)[0]

    assert (first.kind, first.id) == ("skill", FIRST[words])


def test_who_names_a_book_finds_the_book_first(index: KnowledgeIndex) -> None:
    assert index.search("hooked eyal")[0].id == "hooked"


def test_a_mistyped_word_a_synonym_and_an_old_name_lead_to_what_there_is(
    index: KnowledgeIndex,
) -> None:
    assert index.suggest("llm")[0] == "ai-products"
    assert index.suggest("chrun")[0] == "adoption-retention"
    assert index.suggest("iot-ai")[:2] == ("ai-products", "connected-products")
    assert index.suggest("wardley-maps")[0] == "wardley-maps-book"
    assert "ai-products" not in index.suggest("llm", "reflection")


def test_what_is_hidden_is_not_meant(tmp_path: Path) -> None:
    own = overlay(tmp_path, "hide: [ai-products]\n")
    with open_index(bundled_path(), own) as index:
        assert index.search("llm")[0].id == "working-with-ai"


SYNONYMS = {"a/b": ["x"], "a/b test": ["y", "x"], "test": ["z"]}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("A/B", Sense(("x",), True)),
        ("a b test", Sense(("y", "x"), True)),
        ("test a/b", Sense(("z", "x"), True)),
        ("test of a/b", Sense(("z", "x"), False)),
        ("of", Sense((), False)),
        ("", Sense((), False)),
    ],
)
def test_the_longest_phrase_counts(words: str, meant: Sense) -> None:
    assert find_meant(words, SYNONYMS) == meant
