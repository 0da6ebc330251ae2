"""What skills of one's own take from the skills of the built-in base that they are.

Levels are borrowed in proportion, so that the top of one scale is that of the other.
An own step is served by what carries one to the level that its own borrows; several
own steps may borrow the same one, and where there are few, one leads past several.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from pillarplan.domain.knowledge.scale import FIVE, of_five
from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.knowledge.checking.checks import Entry, same_as
from pillarplan.knowledge.formats.files import KnowledgeFile, PartFile
from pillarplan.knowledge.formats.item import PracticeEntry, ResourceEntry, SpanEntry
from pillarplan.knowledge.formats.skill import PillarEntry, SkillEntry

File = TypeVar("File", KnowledgeFile, PartFile)

Borrowers = dict[Step, list[Step]]
"""By a built-in step the own steps that borrow it."""

TEXTS = ("summary", "why", "neglect", "delegate", "levels")
"""What a skill that says nothing of it borrows, too."""


class Loans:
    """Which skills are the same as which built-in ones, on a scale up to `top`."""

    def __init__(self) -> None:
        self.top = FIVE
        self.items: set[str] = set()
        """Ids of what is lent by now."""
        self._lenders: dict[str, tuple[str, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._lenders)

    def note(self, entry: Entry) -> None:
        """Take up what an entry says; what was said of the same skill before counts."""
        if entry.kind == "skill" and entry.has_id and (lenders := same_as(entry)):
            names = tuple(name for _, name in lenders)
            self._lenders.setdefault(entry.record["id"], names)
            vars(self).pop("_borrowers", None)

    def filled(self, file: File, lenders: Mapping[str, SkillEntry]) -> File:
        """Return a file whose skills have the texts of what they are the same as."""
        pillars = (self._filled(pillar, lenders) for pillar in file.pillars)
        return file.model_copy(update={"pillars": tuple(pillars)})

    def _filled(
        self, pillar: PillarEntry, lenders: Mapping[str, SkillEntry]
    ) -> PillarEntry:
        skills = (self._with_texts(skill, lenders) for skill in pillar.skills)
        return pillar.model_copy(update={"skills": tuple(skills)})

    def _with_texts(
        self, skill: SkillEntry, lenders: Mapping[str, SkillEntry]
    ) -> SkillEntry:
        known = [lenders[n] for n in self._lenders.get(skill.id, ()) if n in lenders]
        if not known:
            return skill
        lender = known[0]
        texts: dict[str, Any] = {name: getattr(lender, name) for name in TEXTS}
        texts["levels"] = {
            level: lender.levels[of_five(level, self.top)]
            for level in range(1, self.top + 1)
        }
        lacking = {key: each for key, each in texts.items() if not getattr(skill, key)}
        return skill.model_copy(update=lacking)

    def lent(self, file: PartFile, is_taken: Callable[[str], bool]) -> PartFile:
        """Return what a built-in file has for these skills, but for what is taken."""
        resources, practices = (
            tuple(self._lent(items, is_taken))
            for items in (file.resources, file.practices)
        )
        self.items |= {each.id for each in (*resources, *practices)}
        return file.model_copy(
            update={
                "resources": resources,
                "practices": practices,
                "recommended": _only(file.recommended, self.items),
                "guests": _only(file.guests, self.items),
                "article": (),
                "synonyms": {},
            }
        )

    def _lent(
        self, items: Iterable[Any], is_taken: Callable[[str], bool]
    ) -> Iterator[Any]:
        for item in items:
            develops = () if is_taken(item.id) else _served(item, self._borrowers)
            if develops:
                yield item.model_copy(update={"develops": develops, "covers": ()})

    def extended(self, file: File) -> File:
        """Return a built-in file whose items serve these skills besides its own."""
        also = {
            section: tuple(_serving_also(item, self._borrowers) for item in items)
            for section, items in (
                ("resources", file.resources),
                ("practices", file.practices),
            )
        }
        return file.model_copy(update=also)

    @cached_property
    def _borrowers(self) -> Borrowers:
        """Who borrows what; made anew for the next file once another one does."""
        borrowers: Borrowers = {}
        for skill, lenders in self._lenders.items():
            for level in range(1, self.top + 1):
                for lender in lenders:
                    borrowed = Step(lender, of_five(level, self.top))
                    borrowers.setdefault(borrowed, []).append(Step(skill, level))
        return borrowers


def _serving_also(item: Any, borrowers: Borrowers) -> Any:
    develops = (*item.develops, *_served(item, borrowers))
    return item.model_copy(update={"develops": develops})


def _served(
    item: ResourceEntry | PracticeEntry, borrowers: Borrowers
) -> tuple[SpanEntry, ...]:
    """Return the steps of one's own skills that a built-in item carries one over."""
    steps = [
        own
        for span in item.develops
        for level in range(span.from_ + 1, span.to + 1)
        for own in borrowers.get(Step(span.skill, level), ())
    ]
    return tuple(
        SpanEntry.model_construct(skill=span.skill, from_=span.from_, to=span.to)
        for span in spans(steps)
    )


def _only(table: Mapping[str, Any], ids: Container[str]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key in ids}
