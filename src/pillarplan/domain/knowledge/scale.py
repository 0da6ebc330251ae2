"""The scale of levels that all skills of a knowledge base share.

Each knowledge base has its own, of few levels or many.  What the program knows of
levels (who can help others, how long a step takes) is stated on a scale of five above
0.  Here alone that is carried over to others: a level counts as the one of five that is
as far up, and a step that is wider or narrower takes more or less in proportion.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.skill import Skill

FIVE = 5
"""The levels above 0 of the scale on which the program's rules are stated."""

LEAST_QUARTERS = (2, 4, 8, 12, 16)
"""How long it takes at least to carry somebody up to each of the five, in quarters of
an hour."""

SETTLING = (0, 1, 3, 6, 12)
"""How many weeks what is below each of the five takes to settle, if nobody says."""

USUAL = {
    "Not started": "I know the word at most.",
    "Aware": "I can say what it is and why it matters in my work.",
    "Learning": "I have done it for real, with help or by a template.",
    "Practising": "I do it alone in ordinary cases and can show a recent result.",
    "Proficient": "I do it in hard cases, and others come to me for help with it.",
    "Leading": "Others are good at it because of me; I shape how we do it here.",
}
"""The levels of that scale, from 0 on, each with its test: those of the built-in base,
and of one that says nothing of levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLevel:
    """One level of a scale."""

    level: int
    name: str
    test: str = ""
    """A short sentence by which to recognise the level."""
    weeks: int = 0
    """The fewest weeks from the level below: what is new takes that long to settle."""

    def shown_by(self, skill: Skill) -> tuple[str, ...]:
        """Return what one can observe of a skill; else its test, if it has one."""
        return skill.levels.get(self.level) or ((self.test,) if self.test else ())

    def with_name(self, words: str) -> str:
        """Return words that explain the level behind its name, or that alone."""
        return f"{self.name}: {words}" if words else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Levels from 0, which is not started, to the top, one after the other."""

    levels: tuple[ScaleLevel, ...]

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.levels) - 1

    @property
    def names(self) -> dict[int, str]:
        """The name of each level."""
        return {each.level: each.name for each in self.levels}

    @property
    def reach(self) -> str:
        """From where to where it goes: ``0 to 5``."""
        return f"0 to {self.top}"

    @property
    def ends(self) -> str:
        """The same with the names of both ends, unless they are the usual ones."""
        if self.is_usual:
            return self.reach
        names = self.names
        return f"0 ({names[0]}) to {self.top} ({names[self.top]})"

    @property
    def is_usual(self) -> bool:
        """Whether it is the one that people of the program know."""
        return [*self.names.values()] == [*USUAL]

    def spoken(self, level: int) -> str:
        """Return a level as it stands in a sentence: ``3 (practising)``."""
        name = self.names.get(level, "")
        said = name.lower() if name in USUAL else name
        return f"{level} ({said})" if said else f"{level}"

    @property
    def listing(self) -> str:
        """All levels with their names: ``0 Not started, 1 Aware, …``."""
        return ", ".join(f"{level} {name}" for level, name in self.names.items())

    @property
    def explained(self) -> str:
        """All levels in a sentence, where nobody can know what their numbers mean."""
        return "" if self.is_usual else f"Levels: {self.listing}."

    def find(self, text: str) -> int | None:
        """Return the level that a number or a name stands for; None if none does."""
        stated = text.strip().casefold()
        if stated.isascii() and stated.isdecimal():
            level = int(stated)
            return level if level <= self.top else None
        names = {name.casefold(): level for level, name in self.names.items()}
        return names.get(stated)

    def of_five(self, level: int) -> int:
        """Return which of five levels one is like; 0 is like 0."""
        return of_five(level, self.top) if level else 0

    def least_hours(self, level: int) -> float:
        """Return how many hours it takes at least to carry somebody up to a level."""
        return -(-self._share(LEAST_QUARTERS, level) // self.top) / 4

    def _share(self, parts: Sequence[int], level: int) -> int:
        """Return what the step to a level takes, of what each of five takes.

        It is told in parts of which `top` make one, so that it is exact.
        """
        return self._way(parts, level) - self._way(parts, level - 1)

    def _way(self, parts: Sequence[int], level: int) -> int:
        whole, rest = divmod(FIVE * level, self.top)
        return sum(parts[:whole]) * self.top + (parts[whole] * rest if rest else 0)

    def settling(self, level: int) -> int:
        """Return how many weeks a level takes if the scale does not say so.

        The first has none below it that could settle, and no step takes longer than the
        longest of five.
        """
        if level <= 1:
            return 0
        weeks = (2 * self._share(SETTLING, level) + self.top) // (2 * self.top)
        return min(max(SETTLING), weeks)


def of_five(level: int, top: int) -> int:
    """Return which of five levels one above 0 is like, on a scale up to `top`.

    It is as far up, rounded to the nearest, and the half up; at least 1.
    """
    return max(1, (2 * FIVE * level + top) // (2 * top))


def complete(stated: Iterable[tuple[ScaleLevel, int | None]]) -> Scale:
    """Return the scale of levels that somebody wrote, each perhaps with its weeks.

    One that begins at 1 gets a level 0; what takes time to settle gets its weeks.
    """
    written = list(stated)
    if written[0][0].level == 1:
        name, test = next(iter(USUAL.items()))
        written.insert(0, (ScaleLevel(level=0, name=name, test=test), None))
    bare = Scale(levels=tuple(level for level, _ in written))
    return Scale(
        levels=tuple(
            replace(each, weeks=bare.settling(place) if weeks is None else weeks)
            for place, (each, weeks) in enumerate(written)
        )
    )


def usual_scale() -> Scale:
    """Return the scale of a knowledge base that says nothing of levels."""
    levels = (
        ScaleLevel(level=level, name=name, test=test)
        for level, (name, test) in enumerate(USUAL.items())
    )
    return complete((each, None) for each in levels)
