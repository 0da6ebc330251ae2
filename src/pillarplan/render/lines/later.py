"""What comes after the skills in hand, and what a plan leaves out, a line each."""

from collections.abc import Iterator, Mapping, Sequence

from pillarplan.domain.knowledge.step import spans
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap
from pillarplan.domain.plan.waves import later_waves
from pillarplan.domain.text import in_hours, in_month


def later_lines(
    roadmap: Roadmap, names: Mapping[str, str], arrow: str = " to "
) -> Iterator[str]:
    """Yield when each later skill is taken up, its steps, and the hours they take.

    `arrow` stands between two levels; without one, no line says from which level to
    which.
    """
    for wave in later_waves(roadmap):
        what = ", ".join(_steps(wave, names, arrow))
        hours = in_hours(sum(item.hours for item in wave))
        yield f"from {in_month(wave[0].starts_on)}: {what} ({hours})"


def _steps(
    wave: Sequence[PlannedItem], names: Mapping[str, str], arrow: str
) -> Iterator[str]:
    closes = spans(
        [step for each in wave for span in each.closes for step in span.steps]
    )
    if not arrow:
        yield from dict.fromkeys(names.get(span.skill, span.skill) for span in closes)
        return
    for span in closes:
        yield f"{names.get(span.skill, span.skill)} {span.from_}{arrow}{span.to}"


def not_now_lines(roadmap: Roadmap, names: Mapping[str, str]) -> Iterator[str]:
    """Yield ``skills: reason``; skills that share a reason share a line."""
    for reason, skills in roadmap.not_now_by_reason.items():
        who = ", ".join(names.get(skill, skill) for skill in skills)
        # Some reasons begin with the skill already: "Negotiation 1 to 3 needs …".
        yield reason if reason.startswith(f"{who} ") else f"{who}: {reason}"
