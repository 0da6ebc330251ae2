"""What comes after the skills in hand, in one line for each skill that is taken up."""

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
