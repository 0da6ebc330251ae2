"""The compiled knowledge base: everyday commands read from it what they need.

It lives in the cache folder and may be deleted at any time.  Reading from it needs
neither YAML nor pydantic; those are imported only when it has to be compiled anew.
"""

import json
from collections.abc import Iterable
from functools import cached_property
from types import TracebackType
from typing import Any, Self

from pillarplan.domain.knowledge.base import ArticleItem
from pillarplan.domain.knowledge.edition import BaseEdition
from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.recommendation import (
    PublicList,
    Recommendation,
    find_recommendation,
)
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import (
    Context,
    NamesById,
    PillarOutline,
    Reflection,
    Role,
    Skill,
    SkillOutline,
)
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.knowledge.succession import Succession
from pillarplan.domain.record import from_record
from pillarplan.domain.reports.library import Hit
from pillarplan.knowledge.index.bare_items import make_bare
from pillarplan.knowledge.index.listed import Listed
from pillarplan.knowledge.index.records import Records
from pillarplan.knowledge.index.search import close, search, suggest, suggest_words
from pillarplan.knowledge.index.synonyms import find_meant


class KnowledgeIndex:
    """Answers from a compiled knowledge base; use it in a ``with`` statement."""

    def __init__(self, records: Records) -> None:
        self._kept = records
        self._outlines: tuple[SkillOutline, ...] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    @property
    def title(self) -> str:
        """The name of the knowledge base."""
        return str(self._kept.about("title"))

    def scale(self) -> Scale:
        """Return the levels that all skills share."""
        return from_record(Scale, self._kept.about("scale"))

    def pillars(self) -> tuple[PillarOutline, ...]:
        """Return all pillars, in the order of the files."""
        return self._kept.every(PillarOutline, "pillar")

    def outlines(self) -> tuple[SkillOutline, ...]:
        """Return what a list of skills shows, in the order of the files."""
        if self._outlines is None:  # a base may have thousands, and many ask
            records = self._kept.about("outlines")
            self._outlines = tuple(from_record(SkillOutline, each) for each in records)
        return self._outlines

    def skill_names(self) -> NamesById:
        """Return the names of all skills by id, in the order of the files."""
        return NamesById((each.id, each.name) for each in self.outlines())

    def pillar_names(self) -> NamesById:
        """Return the names of all pillars by id, in the order of the files."""
        return NamesById((each.id, each.name) for each in self.pillars())

    def titles(self, kinds: Iterable[str], id_: str | None = None) -> NamesById:
        """Return what entries of these kinds are called, by id; perhaps only one id's.

        It reads no more than that, and so is quick.
        """
        rows = self._kept.rows(
            "SELECT id, name FROM entries WHERE id = ifnull(?, id)"
            " AND kind IN (SELECT value FROM json_each(?)) ORDER BY place",
            id_,
            json.dumps(list(kinds)),
        )
        return NamesById(rows)

    def skill(self, skill_id: str) -> Skill | None:
        """Return a skill with its behaviours; None if there is none of this id."""
        return self._kept.one(Skill, "skill", skill_id)

    def item(self, item_id: str) -> Item | None:
        """Return a resource, practice or bare step; None if none has this id."""
        resource = self._kept.one(Resource, "resource", item_id)
        found = resource or self._kept.one(Practice, "practice", item_id)
        return found or make_bare(item_id, self.skill, self.scale)

    def item_title(self, item_id: str) -> str:
        """Return the title of an item; its id if there is none of this id any more."""
        item = self.item(item_id)
        return item.title if item else item_id

    def items_for(self, skill_ids: Iterable[str]) -> tuple[Item, ...]:
        """Return all that develops any of these skills, in the order of the files."""
        return self._developing(
            "skill IN (SELECT value FROM json_each(?))", list(skill_ids)
        )

    def items_for_steps(self, steps: Iterable[Step]) -> tuple[Item, ...]:
        """Return all that covers any of these steps, in the order of the files."""
        return self._developing(
            "(skill, level) IN (SELECT json_extract(value, '$[0]'),"
            " json_extract(value, '$[1]') FROM json_each(?))",
            [(step.skill, step.level) for step in steps],
        )

    def _developing(self, condition: str, wanted: list[Any]) -> tuple[Item, ...]:
        records = self._kept.where(
            f"place IN (SELECT place FROM develops WHERE {condition})",
            json.dumps(wanted),
        )
        models: dict[str, type[Item]] = {"resource": Resource, "practice": Practice}
        return tuple(from_record(models[kind], record) for kind, record in records)

    def languages(self) -> tuple[str, ...]:
        """Return the languages (codes of ISO 639-1) in which there is something."""
        items = self._kept.every(Resource, "resource")
        return tuple(sorted({item.language for item in items}))

    def roles(self) -> tuple[Role, ...]:
        """Return all roles, in the order of the files."""
        return self._kept.every(Role, "role")

    def role(self, role_id: str) -> Role | None:
        """Return a role with its targets; None if there is none of this id."""
        return self._kept.one(Role, "role", role_id)

    def default_role(self) -> str:
        """Return the id of the role of who names none."""
        return str(self._kept.about("default_role"))

    def contexts(self) -> tuple[Context, ...]:
        """Return all contexts, in the order of the files."""
        return self._kept.every(Context, "context")

    def reflections(self) -> tuple[Reflection, ...]:
        """Return all questions for a product, in the order of the files."""
        return self._kept.every(Reflection, "reflection")

    def article(self) -> tuple[ArticleItem, ...]:
        """Return what the article behind the knowledge base says, item by item."""
        return self._kept.every(ArticleItem, "article item")

    def item_ids(self) -> frozenset[str]:
        """Return the ids of all resources and practices."""
        query = "SELECT id FROM entries WHERE kind IN ('resource', 'practice')"
        return frozenset(name for (name,) in self._kept.rows(query))

    def recommendation(self, item_id: str) -> Recommendation:
        """Return who recommends an item; nobody, as far as is known, is an answer."""
        lists = [from_record(PublicList, each) for each in self._kept.about("lists")]
        named, guests = self._kept.about("recommended"), self._kept.about("guests")
        return find_recommendation(item_id, lists, named, guests)

    def succession(self) -> Succession:
        """Return what took the place of entries that are no longer there."""
        return from_record(Succession, self._kept.about("succession"))

    @cached_property
    def edition(self) -> BaseEdition:
        """What has to be known to hold a person's record against this base."""
        kept = self._kept.about("edition")
        return BaseEdition(
            base=kept["base"],
            top=kept["top"],
            scale_was=tuple(map(tuple, kept["scale_was"])),
            words=kept["words"],
            items=Listed(self, ("resource", "practice")),
            roles=Listed(self, ("role",)),
            succession=self.succession(),
        )

    @property
    def mark(self) -> str:
        """What differs between two editions that a record could tell apart."""
        return str(self._kept.about("mark"))

    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each kind."""
        return dict(self._kept.rows("SELECT kind, count(*) FROM entries GROUP BY kind"))

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the entries that hold all the words, or else any; best ones first.

        A word also finds longer words that begin with it, and what product people mean
        by it; that comes first if nothing else was asked for.
        """
        meant = find_meant(words, self._kept.about("synonyms"))
        skills = [each for id_ in meant.ids if (each := self.skill(id_))]
        called = tuple(
            Hit(kind="skill", id=each.id, title=each.name, snippet=each.summary)
            for each in skills
        )
        found = search(self._kept.rows, words, limit)
        hits = (*called, *found) if meant.whole else (*found, *called)
        return tuple({(hit.kind, hit.id): hit for hit in hits}.values())[:limit]

    def suggest(self, word: str, kind: str | None = None) -> tuple[str, ...]:
        """Return ids that `word` may stand for, best ones first.

        What it means elsewhere, or meant in an earlier knowledge base, comes before
        ids and names that are spelt much like it.
        """
        if kind not in (None, "skill"):
            return suggest(self._kept.rows, word, kind)
        called = self._called()
        near = suggest(self._kept.rows, word, kind)
        if not near:
            near = find_meant(" ".join(close(word, called)), called).ids
        return tuple(dict.fromkeys((*find_meant(word, called).ids, *near)))

    def _called(self) -> dict[str, Any]:
        """Return what ids are called elsewhere, or were called before."""
        succession = self.succession()
        synonyms = self._kept.about("synonyms")
        return {**synonyms, **succession.items, **succession.skills}

    def suggest_words(self, words: str) -> tuple[str, ...]:
        """Return words that a search would find, for those of `words` it would not."""
        return suggest_words(self._kept.rows, words)
