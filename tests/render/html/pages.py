"""Plans to show: one with a year of history, and one of hostile texts."""

from dataclasses import replace
from datetime import date

from pillarplan.domain.knowledge.skill import NamesById
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.plan.availability import Availability, Break, spread
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import NotNow
from pillarplan.domain.reports.packet import Packet
from tests.render.packets import HOSTILE, hostile, ordinary

MANAGER = Rater(name="Dana", kind=RaterKind.MANAGER)


def gap(
    skill: str, pillar: str, current: int | None, target: int, importance: int = 2
) -> Gap:
    return Gap(
        skill=skill,
        name=skill.capitalize(),
        pillar=pillar,
        current=current,
        target=target,
        importance=importance,
    )


def rated(
    skill: str, level: int | None, on: date, rater: Rater | None = None
) -> Rating:
    return Rating(skill=skill, level=level, rated_on=on, rater=rater or Rater())


def told() -> Packet:
    """Return a plan in its second week, with all that the page can tell."""
    packet = ordinary()
    pause = Break(first=date(2026, 12, 20), last=date(2027, 1, 3))
    availability = Availability(desk=spread(2), breaks=(pause,))
    limits = replace(packet.roadmap.limits, availability=availability)
    return replace(
        packet,
        today=date(2026, 11, 30),
        roadmap=replace(
            packet.roadmap,
            limits=limits,
            not_now=(
                NotNow(skill="pricing", reason="Others matter more."),
                NotNow(skill="writing", reason="Others matter more."),
            ),
            notes=("All that you want takes 9 h; you have 4 h.",),
        ),
        profile=replace(
            packet.profile,
            ratings=(
                rated("negotiation", 0, date(2025, 11, 24)),
                rated("pricing", 2, date(2025, 11, 24)),
                rated("negotiation", 1, date(2026, 6, 1)),
                rated("writing", 3, date(2026, 6, 1)),
                rated("negotiation", 2, date(2026, 6, 2), MANAGER),
                rated("pricing", 1, date(2026, 11, 23)),
            ),
        ),
        gaps=(
            gap("negotiation", "soft-skills", 1, 3, importance=3),
            gap("pricing", "business", 1, 2, importance=1),
            gap("writing", "soft-skills", 3, 3),
            gap("strategy", "business", None, 3),
            replace(gap("sales", "business", None, 3), applies=False),
        ),
        skills=NamesById(
            {each: each.capitalize() for each in ("negotiation", "pricing", "writing")}
        ),
        pillars=NamesById(
            {"soft-skills": "Soft skills", "business": "Business", "ux": "UX"}
        ),
    )


def hostile_page(texts: tuple[str, ...] = HOSTILE) -> Packet:
    """Return a plan in which every name, reason and note is one of `texts`."""
    packet = hostile(texts)
    pillars = {f"pillar-{place}": text for place, text in enumerate(texts)}
    return replace(
        packet,
        roadmap=replace(
            packet.roadmap,
            focus=tuple(packet.skills),
            not_now=tuple(
                NotNow(skill=f"skill-{place}", reason=text)
                for place, text in enumerate(texts)
            ),
            notes=texts,
        ),
        gaps=tuple(
            replace(gap(f"skill-{place}", f"pillar-{place}", 1, 3), name=text)
            for place, text in enumerate(texts)
        ),
        pillars=NamesById(pillars),
    )
