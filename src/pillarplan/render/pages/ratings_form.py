"""A ratings form in YAML, for a colleague who has an editor and nothing else."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.text import one_line, wrapped

WIDTH = 88
"""Columns of the longest comment."""

HOW_TO = """\
Fill in what you can judge and send the file back.
1. Write your name between the quotes, and whether you are a peer or manager.
2. For each skill write a level from {reach} behind 'level:', and one sentence of what
   you saw between the quotes. Leave empty what you cannot judge."""


def ratings_form(
    skills: Sequence[Skill],
    scale: Scale,
    rater: Rater | None,
    today: date,
    name: str = "",
) -> str:
    """Return an empty form about `skills`, to be filled in by `rater` or anybody.

    `name` is who asks; without one they say me.
    """
    lines = [
        _comment(f"How do you see {name or 'me'} at work?", 0),
        *(f"# {line}" for line in HOW_TO.format(reach=scale.reach).splitlines()),
        "#",
        *(
            _comment(f"{each.level} {each.with_name(each.test)}", 2)
            for each in scale.levels
        ),
        "",
        "format: pillarplan-ratings",
        'version: "1.0"',
        f"rated_on: {today}",
        "rater:",
        f"  name: {_quoted(rater.name if rater else '')}",
        f"  kind: {rater.kind if rater else RaterKind.PEER}  # peer or manager",
        "ratings:",
        *(line for skill in skills for line in _question(skill)),
    ]
    return "\n".join(lines) + "\n"


def _question(skill: Skill) -> Iterator[str]:
    yield ""
    said = ": ".join(filter(None, (skill.name, skill.summary)))
    yield _comment(said, 0, margin="  ")
    for level, behaviours in sorted(skill.levels.items()):
        yield _comment(f"{level} {' '.join(behaviours)}", 2, margin="  ")
    yield f"  {skill.id}:"
    yield "    level:"
    yield '    evidence: ""'


def _comment(text: str, indent: int, margin: str = "") -> str:
    """Return a text as comment lines; what it wraps is indented by `indent`."""
    line, mark = one_line(text, max_length=10_000), f"{margin}# "
    return wrapped(line, WIDTH, mark, mark + " " * indent)


def _quoted(text: str) -> str:
    # YAML reads what JSON writes.
    return json.dumps(text, ensure_ascii=False)
