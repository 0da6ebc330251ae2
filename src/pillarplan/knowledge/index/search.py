"""Finding entries by words, and what somebody meant who mistyped one."""

import re
from collections.abc import Callable, Collection
from typing import Any

from pillarplan.domain.reports.library import Hit

Rows = Callable[..., list[tuple[Any, ...]]]
"""Runs a query with its values and returns the rows."""

WORD = re.compile(r"\w+")

LONGEST_WORD = 100
"""How much of a word is compared with others that it may stand for."""

MOST_WORDS = 50
"""How many words of a search count."""

QUERY = """
    SELECT entries.kind, entries.id, entries.name, snippet(words, 1, '', '', '…', 12)
    FROM words JOIN entries ON entries.place = words.rowid
    WHERE words MATCH ?
    ORDER BY bm25(words, 5.0, 1.0), entries.place
    LIMIT ?
"""


def search(rows: Rows, words: str, limit: int) -> tuple[Hit, ...]:
    """Return the entries that hold all the words, or else any of them."""
    # Quoted, a word has no meaning to the query language.
    terms = [f'"{word}"*' for word in WORD.findall(words)[:MOST_WORDS]]
    if not terms:
        return ()
    found = rows(QUERY, " AND ".join(terms), limit)
    if not found:
        found = rows(QUERY, " OR ".join(terms), limit)
    return tuple(
        Hit(kind=kind, id=id_, title=title, snippet=snippet)
        for kind, id_, title, snippet in found
    )


def suggest(rows: Rows, word: str, kind: str | None) -> tuple[str, ...]:
    """Return ids whose id or name is spelt much like `word`, best ones first."""
    names: dict[str, str] = {}
    query = "SELECT id, name FROM entries WHERE kind = ifnull(?, kind) ORDER BY place"
    for id_, name in rows(query, kind):
        names.setdefault(name.casefold(), id_)
        names[id_] = id_
    return tuple(dict.fromkeys(names[each] for each in close(word, names)))


def suggest_words(rows: Rows, words: str) -> tuple[str, ...]:
    """Return words of the knowledge base for those that nothing in it begins with."""
    vocabulary = [term for (term,) in rows("SELECT term FROM vocabulary")]
    found: dict[str, None] = {}
    for word in WORD.findall(words.casefold()):
        if not any(term.startswith(word) for term in vocabulary):
            found |= dict.fromkeys(close(word, vocabulary))
    return tuple(found)


def close(word: str, known: Collection[str]) -> list[str]:
    """Return the few of the known words that are spelt much like one, best first."""
    # Imported here, since a word that is spelt well needs none of it.
    from difflib import get_close_matches

    return get_close_matches(word.casefold()[:LONGEST_WORD], known, n=3)
