"""What a plan leaves for later, in lines that every page shares."""

from collections.abc import Iterator, Mapping

from pillarplan.domain.plan.roadmap import Roadmap


def not_now_lines(roadmap: Roadmap, names: Mapping[str, str]) -> Iterator[str]:
    """Yield ``skills: reason``; skills that share a reason share a line."""
    for reason, skills in roadmap.not_now_by_reason.items():
        who = ", ".join(names.get(skill, skill) for skill in skills)
        # Some reasons begin with the skill already: "Negotiation 1 to 3 needs …".
        yield reason if reason.startswith(f"{who} ") else f"{who}: {reason}"
