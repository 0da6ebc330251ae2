"""What people state of an item of their own, turned into keys of its entry."""

import re
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from pillarplan.cli.input.parsing import parse_hours, parse_languages
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.price import Band
from pillarplan.domain.person.profile import PRACTICE
from pillarplan.domain.text import one_line
from pillarplan.errors import UsageError
from pillarplan.services.own.stated import KINDS, OwnEntry

AMOUNT = re.compile(r"([0-9]+(?:[.][0-9]{1,2})?) ?([A-Za-z]{3})")

COMPANY = "company"

NONE = "none"
"""What takes a key away when an item is changed."""

LEVELS = re.compile(r"([0-9]+) ?(?:-|to|→|\.\.) ?([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedItem:
    """An item of one's own, as far as it was stated."""

    kind: str = ""
    title: str = ""
    skills: tuple[str, ...] = ()
    from_: int | None = None
    to: int | None = None
    more: Mapping[str, Any]
    """All else, by the keys of an entry."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was stated."""
        levels = self.from_, self.to
        words = self.kind, self.title, self.skills, self.more
        return levels == (None, None) and not any(words)

    @property
    def sort(self) -> str:
        """``practice``, or ``resource`` for all that one learns from."""
        return PRACTICE if self.kind == PRACTICE else "resource"


def kind_and_title(words: Sequence[str]) -> tuple[str, str]:
    """Return the kind that the first word names, if it names one, and the title."""
    first = words[0].lower() if words else ""
    kind = first if first in KINDS else ""
    return kind, one_line(" ".join(words[1:] if kind else words))


def parse_kind(text: str) -> str:
    """Return a kind of item; raise UsageError that lists them for another word."""
    if text.strip().lower() not in KINDS:
        raise UsageError(f"{text!r} is unknown. There are: {', '.join(KINDS)}.")
    return text.strip().lower()


def parse_steps(text: str) -> tuple[int, int]:
    """Return the levels of ``2-3`` or ``2 to 3``."""
    if found := LEVELS.fullmatch(text.strip()):
        return int(found[1]), int(found[2])
    raise UsageError(f"{text!r} are no two levels. Write 2-3.")


def parse_own_hours(text: str, option: str) -> float:
    """Return hours in full quarters, as entries have them."""
    return ceil(parse_hours(text, option) * 4) / 4


def parse_price(text: str, option: str) -> dict[str, Any]:
    """Return what a cost says: free, company, a band, or an amount in a currency."""
    stated = text.strip()
    if stated.lower() in {"free", COMPANY}:
        return {"cost": stated.lower(), "price": None}
    if stated.lower() == NONE:
        return {"cost": None, "price": None}
    if stated in list(Band):
        return {"cost": "paid", "price": {"band": stated, "basis": "usual"}}
    if found := AMOUNT.fullmatch(stated):
        amount = {"amount": float(found[1]), "currency": found[2].upper()}
        return {"cost": "paid", "price": amount}
    raise UsageError(
        f"{option}: {text!r} is unknown. Write free, company (if yours pays), an "
        f"amount such as 30 EUR, or one of {', '.join(Band)} (USD)."
    )


def stated_item(
    kind: str,
    title: str,
    skills: Sequence[str],
    from_: str | None,
    to: str | None,
    more: Mapping[str, Any],
) -> StatedItem:
    """Return what words and options state of an item."""
    return StatedItem(
        kind=kind,
        title=title,
        skills=tuple(dict.fromkeys(skills)),
        from_=_level(from_, "--from"),
        to=_level(to, "--to"),
        more=_keys(more),
    )


def _level(text: str | None, option: str) -> int | None:
    """Return the level that is stated, if one is; the scale says if there is such."""
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()):
        raise UsageError(f"{option}: {text!r} is no level. Write its number.")
    return int(text)


def develops(
    skills: Sequence[str], from_: int | None, to: int | None, usual: tuple[int, int]
) -> list[dict[str, Any]]:
    """Return the steps as an entry has them; what is not said follows from the rest."""
    if from_ is None and to is None:
        from_, to = usual
    start = from_ if from_ is not None else max(0, (to or 1) - 1)
    end = to if to is not None else start + 1
    return [{"skill": skill, "from": start, "to": end} for skill in skills]


def changes_of(stated: StatedItem, old: OwnEntry) -> dict[str, Any]:
    """Return the keys of an entry that are to change."""
    said = dict(stated.more)
    if stated.title:
        said["title"] = stated.title
    if stated.kind:
        if stated.sort != old.sort:
            raise UsageError(
                f"A {old.item.kind} does not become a {stated.kind}. Remove it, and "
                "add the other."
            )
        said["kind"] = stated.kind if stated.sort != PRACTICE else None
    if stated.skills or (stated.from_, stated.to) != (None, None):
        first = old.item.develops[0]
        skills = stated.skills or tuple(each.skill for each in old.item.develops)
        said["develops"] = develops(
            skills, stated.from_, stated.to, (first.from_, first.to)
        )
    return said


def _keys(stated: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of an entry that options state; ``none`` takes one away."""
    said: dict[str, Any] = {}
    for key in ("url", "why", "apply", "task", "evidence"):
        if (text := stated.get(key)) is not None:
            said[key] = None if text == NONE else one_line(text)
    if (hours := stated.get("hours")) is not None:
        said["hours"] = parse_own_hours(hours, "--hours")
    if (weeks := stated.get("weeks")) is not None:
        said["weeks"] = weeks or None
    if by := stated.get("by"):
        said["creators"] = None if by == [NONE] else [*map(one_line, by)]
    if (language := stated.get("language")) is not None:
        (said["language"],) = parse_languages(language, "--language")
    if (price := stated.get("price")) is not None:
        said |= parse_price(price, "--price")
    return said
