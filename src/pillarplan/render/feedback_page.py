"""A form for a colleague as a Markdown page, to be filled in anywhere."""

from collections.abc import Sequence
from datetime import date

from pillarplan.domain.rating import Rater
from pillarplan.domain.skill import ScaleLevel, Skill
from pillarplan.render.view_section import view_section


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
