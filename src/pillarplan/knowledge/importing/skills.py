"""Skills, gathered from entries: one for each, or one for each level of one."""

from collections.abc import Iterable

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.importing.places import ImportMap
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.knowledge.importing.behaviours import behaviours
from pillarplan.knowledge.importing.framework import FoundSkill
from pillarplan.knowledge.importing.gathering import Gathering
from pillarplan.knowledge.importing.levels import SourceLevels
from pillarplan.knowledge.importing.sources.limits import MOST_SKILLS
from pillarplan.knowledge.importing.sources.places import SourceEntry
from pillarplan.knowledge.importing.sources.source_text import key_of
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.knowledge.importing.words import Called, Words


class SkillGathering(Gathering):
    """Gathers skills; what is said of one in several entries comes together."""

    noun, most = "skills", MOST_SKILLS
    _found: dict[tuple[str, str], FoundSkill]
    """By what is the same for all entries of a skill, and its group."""

    def __init__(
        self, wanted: ImportMap, words: Words, called: Called, tally: Tally
    ) -> None:
        super().__init__(words, called, tally)
        self._wanted = wanted
        self._group = ""
        """What the last row said that only begins a group."""
        self._last: dict[str, str] = {}
        """The group of a skill, for entries of it that say none."""

    @property
    def skills(self) -> list[FoundSkill]:
        """All skills so far, in the order in which they came."""
        return list(self._found.values())

    def take(self, name: str, entries: Iterable[SourceEntry]) -> None:
        """Take up what the entries of one file say, whose groups are its own."""
        self._group = ""
        super().take(name, entries)

    def _take(self, entry: SourceEntry) -> None:
        wanted, words = self._wanted, self._words
        raw = words.each(entry, wanted.name)
        id_ = words.text(entry, wanted.id)
        texts = self._texts(entry)
        summary = words.text(entry, wanted.summary)
        group = self._called.name(words.text(entry, wanted.group))
        name = self._called.joined(raw) or self._called.name(id_)
        if not name:
            what = next((text for _, text in texts), summary or group)
            self._tally.add(Why.NO_NAME, what)
        elif wanted.headings and not (texts or summary or group):
            self._group = name
        else:
            skill = self._skill(id_ or key_of(name), name, group or self._group)
            if not skill.id:
                skill.id = self._ids.give(id_ or name)
            self._say(skill, summary or self._called.summary(id_ or "".join(raw)))
            for word, text in texts:
                skill.texts.setdefault(word, []).append(text)

    def _skill(self, same: str, name: str, group: str) -> FoundSkill:
        group = group or self._last.get(same, "")
        self._last[same] = group
        new = FoundSkill(
            "", one_line(name, LONGEST_LINE), one_line(group, LONGEST_LINE)
        )
        new.keys = {same, key_of(name)}
        return self._found.setdefault((same, key_of(group)), new)

    def _say(self, skill: FoundSkill, summary: str) -> None:
        line = one_line(summary, LONGEST_LINE)
        if skill.summary and line and line != skill.summary:
            self._tally.add(Why.OTHER_SUMMARY, f"{skill.name}: {line}")
        elif line and not skill.summary:
            skill.summary = line
            whole = one_line(summary, len(summary) + 1)
            self._tally.add(Why.SHORTENED, summary, int(line != whole))

    def _texts(self, entry: SourceEntry) -> list[tuple[str, str]]:
        """Return the texts of an entry, each with the word for its level."""
        wanted, words = self._wanted, self._words
        if not wanted.level:
            return [
                (column, text)
                for column in wanted.columns
                for text in words.each(entry, (column,))
            ]
        level = words.text(entry, wanted.level)
        texts = words.each(entry, (wanted.text or "",))
        if level and not texts and words.lacks(entry, wanted.text or ""):
            self._tally.add(Why.NO_TEXT, level)
        if texts and not level:
            self._tally.add(Why.NO_LEVEL, texts[0], len(texts))
            return []
        return [(level, text) for text in texts]


def level_words(skills: Iterable[FoundSkill]) -> Iterable[str]:
    """Yield all words for levels in skills, in the order in which they came."""
    return (word for skill in skills for word in skill.texts)


def settle_levels(
    skills: Iterable[FoundSkill],
    levels: SourceLevels,
    bullets: str | None,
    tally: Tally,
) -> None:
    """Give skills their levels by number, with behaviours in place of texts."""
    for skill in skills:
        found: dict[int, dict[str, None]] = {}
        for word, texts in skill.texts.items():
            level = levels.number(word)
            if not level:
                why = Why.NO_SUCH_LEVEL if level is None else Why.LEVEL_0
                tally.add(why, f"{skill.name}: {word}", len(texts))
                continue
            known = found.setdefault(level, {})
            for text in texts:
                for line in behaviours(text, bullets, tally):
                    tally.add(Why.REPEATED, line, int(line in known))
                    known[line] = None
        skill.levels = {n: tuple(lines) for n, lines in sorted(found.items()) if lines}
