"""A form for a colleague as a Markdown page, to be filled in anywhere."""

from collections.abc import Sequence
from datetime import date

from pillarplan.domain.knowledge.skill import ScaleLevel, Skill
from pillarplan.domain.person.rating import Rater
from pillarplan.render.pages.feedback_section import view_section


def feedback_page(
    skills: Sequence[Skill],
    scale: Sequence[ScaleLevel],
    rater: Rater | None,
    today: date,
) -> str:
    """Return an empty page about `skills`, to be filled in by `rater` or anybody."""
    parts = [
        "# How do you see me at work?",
        "Thank you for taking the time. Any editor or mail program will do.",
        *view_section(rater, today, skills, scale),
    ]
    return "\n\n".join(parts) + "\n"
