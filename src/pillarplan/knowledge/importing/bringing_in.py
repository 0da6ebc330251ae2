"""A skill framework of others, read by a mapping from files of any kind."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.importing.places import ImportMap, RolePlaces
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.knowledge.importing.framework import FoundSkill, Framework
from pillarplan.knowledge.importing.gathering import Gathering
from pillarplan.knowledge.importing.levels import (
    SourceLevels,
    column_levels,
    found_levels,
    no_levels,
    stated_levels,
)
from pillarplan.knowledge.importing.roles import RoleGathering
from pillarplan.knowledge.importing.skills import (
    SkillGathering,
    level_words,
    settle_levels,
)
from pillarplan.knowledge.importing.sources.contents import Content
from pillarplan.knowledge.importing.sources.errors import (
    NoColumnsError,
    NoEntriesError,
    UnfitSourceError,
)
from pillarplan.knowledge.importing.sources.places import (
    ITSELF,
    SourceEntry,
    bound_words,
)
from pillarplan.knowledge.importing.sources.source_files import SourceFiles
from pillarplan.knowledge.importing.sources.tables import Wanted
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.knowledge.importing.words import Called, Words


def bring_in(source: Path, wanted: ImportMap, tally: Tally) -> Framework:
    """Return what a file or a folder holds, by a mapping; count what is left out.

    Raises UnfitSourceError, or another InvalidInputError, if nothing comes of it.
    """
    return _Bringing(source, wanted, tally).framework()


class _Bringing:
    def __init__(self, source: Path, wanted: ImportMap, tally: Tally) -> None:
        self._source = source
        self._wanted = wanted
        self._tally = tally
        self._words = Words(wanted.nothing, tally)
        files = SourceFiles(source)
        roles = wanted.roles
        own = roles if roles and roles.files else None

        def read(patterns: Sequence[str], columns: Wanted) -> list[Content]:
            return [Content(path, columns, tally) for path in files.chosen(patterns)]

        beside = _columns(wanted, None if own else roles)
        self._contents = read(wanted.files, beside)
        self._of_roles = read(own.files, _columns(None, own)) if own else self._contents
        self._called = self._learn_names()
        self._entries = 0
        """How many rows, or entries of lists, were read."""

    def framework(self) -> Framework:
        """Return all that was found."""
        wanted = self._wanted
        gathering = SkillGathering(wanted, self._words, self._called, self._tally)
        self._gather(self._contents, wanted.each, gathering)
        self._entries += gathering.entries
        skills = gathering.skills
        if not skills:
            reason = "no entry says what a skill is called"
            raise UnfitSourceError(str(self._source), reason)
        asking = self._gather_roles()
        levels = self._levels(skills, asking)
        settle_levels(skills, levels, wanted.bullets, self._tally)
        roles = asking.settled(skills, levels) if asking else ()
        return Framework(
            title=one_line(wanted.title or _name(self._source), LONGEST_LINE),
            levels=levels,
            skills=skills,
            roles=roles,
            files=len({each.name for each in (*self._contents, *self._of_roles)}),
            entries=self._entries,
        )

    def _gather(
        self, contents: Iterable[Content], each: str, gathering: Gathering
    ) -> None:
        """Take the entries of all files; one without any is left out, but not all."""
        without: list[UnfitSourceError] = []
        has_some = False
        self._words.forget()
        for content in contents:
            try:
                gathering.take(content.name, content.entries(each))
                has_some = True
            except (NoEntriesError, NoColumnsError) as error:
                without.append(error)
                self._tally.add(Why.NO_TABLE, content.name)
        if without and not has_some:
            raise without[0]
        if never := self._words.never_found(self._wanted.may_lack):
            raise UnfitSourceError(str(self._source), never)

    def _gather_roles(self) -> RoleGathering | None:
        if not (places := self._wanted.roles):
            return None
        gathering = RoleGathering(places, self._words, self._called, self._tally)
        self._gather(self._of_roles, places.each, gathering)
        # The same rows may say both what skills are and what roles ask for.
        if places.files or places.each != self._wanted.each:
            self._entries += gathering.entries
        return gathering

    def _learn_names(self) -> Called:
        names = self._wanted.names
        if not isinstance(names, str):
            return Called(names)
        called = Called({})
        called.learn(self._somewhere(names))
        return called

    def _levels(
        self, skills: Sequence[FoundSkill], asking: RoleGathering | None
    ) -> SourceLevels:
        wanted, name = self._wanted, str(self._source)
        scale: Sequence[Any] = ()
        if isinstance(wanted.scale, str):
            scale = [each.value for each in self._somewhere(wanted.scale)]
        elif wanted.scale:
            scale = wanted.scale
        if wanted.columns:
            return column_levels(name, wanted.columns, scale)
        if scale:
            return stated_levels(name, scale)
        words = dict.fromkeys(level_words(skills))
        if not words and asking:
            words = dict.fromkeys(asking.level_words)
        return found_levels(name, words) if words else no_levels()

    def _somewhere(self, way: str) -> list[SourceEntry]:
        """Return the entries that a way leads to in the first file that has any."""
        failed: list[NoEntriesError] = []
        for content in (*self._contents, *self._of_roles):
            try:
                return [*content.entries(way)]
            except NoEntriesError as error:
                failed.append(error)
        raise failed[0]


def _name(source: Path) -> str:
    """Return what a source is called, though it be the folder where one is."""
    return source.absolute().resolve().stem or "Skills"


def _columns(skills: ImportMap | None, roles: RolePlaces | None) -> Wanted:
    """Return the columns that tables must have."""
    names: list[str | None] = []
    bound: set[str] = {ITSELF}
    if skills:
        names += [skills.id, *skills.name, skills.summary, skills.group]
        names += [*skills.columns, skills.level, skills.text]
        bound |= bound_words(skills.each)
    if roles:
        names += [*roles.name, roles.summary, roles.skill, roles.level, *roles.columns]
        bound |= bound_words(roles.each)
    may_lack = skills.may_lack if skills else frozenset[str]()
    return Wanted((each for each in names if each and each not in bound), may_lack)
