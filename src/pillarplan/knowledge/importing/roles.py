"""Roles, gathered from entries that each ask for a level in a skill."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.importing.places import RolePlaces
from pillarplan.domain.text import LONGEST_LINE, LONGEST_TEXT, one_line
from pillarplan.knowledge.importing.framework import FoundRole, FoundSkill
from pillarplan.knowledge.importing.gathering import Gathering
from pillarplan.knowledge.importing.levels import SourceLevels
from pillarplan.knowledge.importing.sources.limits import MOST_ROLES
from pillarplan.knowledge.importing.sources.places import SourceEntry
from pillarplan.knowledge.importing.sources.source_text import key_of
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.knowledge.importing.words import Called, Words


class RoleGathering(Gathering):
    """Gathers what roles ask for, as yet in the words of the source."""

    noun, most = "roles", MOST_ROLES
    _found: dict[str, FoundRole]

    def __init__(
        self, wanted: RolePlaces, words: Words, called: Called, tally: Tally
    ) -> None:
        super().__init__(words, called, tally)
        self._wanted = wanted
        self._asked: list[tuple[FoundRole, str, str]] = []
        """Roles, with the skill that one asks for, and the word for its level."""

    @property
    def level_words(self) -> Iterator[str]:
        """All words for levels, in the order in which they came."""
        return (word for _, _, word in self._asked)

    def settled(
        self, skills: Sequence[FoundSkill], levels: SourceLevels
    ) -> list[FoundRole]:
        """Return the roles, with what they ask for by the ids of skills."""
        known = _by_key(skills)
        for role, skill_name, word in self._asked:
            level = levels.number(word)
            meant = known.get(key_of(skill_name), ())
            if level is None:
                self._tally.add(Why.NO_SUCH_LEVEL, f"{role.name}: {word}")
                continue
            if not meant:
                self._tally.add(Why.NO_SUCH_SKILL, skill_name)
            for skill in meant:
                if (known_level := role.targets.get(skill.id)) is not None:
                    same = known_level == level
                    why = Why.REPEATED if same else Why.OTHER_TARGET
                    self._tally.add(why, f"{role.name}: {skill.name}")
                else:
                    role.targets[skill.id] = level
        for role in self._found.values():
            self._tally.add(Why.NO_TARGETS, role.name, int(not role.targets))
        return [role for role in self._found.values() if role.targets]

    def _take(self, entry: SourceEntry) -> None:
        wanted, words = self._wanted, self._words
        skill = words.text(entry, wanted.skill)
        summary = words.text(entry, wanted.summary)
        if wanted.columns:
            asked = [
                (self._called.name(column), word)
                for column in wanted.columns
                for word in words.each(entry, (column,))
            ]
        else:
            name = self._called.joined(words.each(entry, wanted.name))
            asked = [(name, words.text(entry, wanted.level))]
        for name, word in asked if skill or any(map(any, asked)) else ():
            if not (name and skill):
                self._tally.add(Why.NO_NAME, name or skill or word)
                continue
            role = self._role(name, summary)
            if word:
                self._asked.append((role, skill, word))
            elif words.lacks(entry, wanted.level or ""):
                self._tally.add(Why.NO_LEVEL, f"{name}: {skill}")

    def _role(self, name: str, summary: str) -> FoundRole:
        key = key_of(name)
        if key not in self._found:
            self._found[key] = FoundRole(
                self._ids.give(name),
                one_line(name, LONGEST_LINE),
                one_line(summary, LONGEST_TEXT),
            )
        role = self._found[key]
        if one_line(summary, LONGEST_TEXT) not in ("", role.summary):
            self._tally.add(Why.OTHER_SUMMARY, role.name)
        return role


def _by_key(skills: Iterable[FoundSkill]) -> Mapping[str, list[FoundSkill]]:
    found: dict[str, list[FoundSkill]] = {}
    for skill in skills:
        for key in skill.keys:
            found.setdefault(key, []).append(skill)
    return found
