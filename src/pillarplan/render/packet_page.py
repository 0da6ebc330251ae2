"""The roadmap for a coach or manager: nothing private, and lines for their view.

What a reader fills in can be read back, even after a mail program quoted or wrapped it:
each answer is a list entry ``- skill [level]: sentence`` in the section `VIEW`.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from pillarplan.domain.feedback import Said
from pillarplan.domain.packet import Packet
from pillarplan.domain.skill import ScaleLevel, Skill
from pillarplan.domain.text import on_day
from pillarplan.render.markdown import escape, roadmap_page, section

VIEW = "Your view"
"""The heading above the lines that are read back."""

COMMENTS = "Anything else"
"""The heading above free words, which stay on the page."""

GIVEN_ON = "Given on"

HOW_TO = """\
How do you see it? Write a level from 0 to 5 into the brackets of a line, and behind its
colon one sentence of what you saw. Leave empty what you cannot judge. Put in the day on
which you do it, and send the page back."""


def packet_page(
    packet: Packet, asked: Sequence[Skill], scale: Sequence[ScaleLevel], *, notes: bool
) -> str:
    """Return the page with a line to fill in for each skill of `asked`.

    Only with `notes` it holds the notes of check-ins and what others said.
    """
    private = (
        section("Notes", _notes(packet)),
        section("What others said", _others(packet)),
    )
    parts = [
        roadmap_page(packet).rstrip("\n"),
        *(part for part in private if part and notes),
        *_view(packet.today, asked, scale),
        f"## {COMMENTS}",
        "What you write here stays on this page.",
    ]
    return "\n\n".join(parts) + "\n"


def answer_line(skill: str, said: Said | None = None) -> str:
    """Return the line for the view on a skill: empty, or as somebody filled it in."""
    if said is None:
        return f"- {skill} [ ]:"
    return f"- {skill} [{said.level}]: {said.seen or ''}".rstrip()


def _view(
    today: date, asked: Sequence[Skill], scale: Sequence[ScaleLevel]
) -> Iterator[str]:
    levels = ", ".join(f"{each.level} {escape(each.name.lower())}" for each in scale)
    yield f"## {VIEW}"
    yield HOW_TO
    yield f"The levels are: {levels}."
    yield f"- {GIVEN_ON} [{today}]"
    for skill in asked:
        yield f"### {escape(skill.name)}"
        yield "\n".join(
            f"{level}. {' '.join(map(escape, behaviours))}"
            for level, behaviours in sorted(skill.levels.items())
        )
        yield answer_line(skill.id)


def _notes(packet: Packet) -> Iterator[str]:
    for each in packet.profile.notes:
        yield f"{on_day(each.on)}: {escape(each.text)}"


def _others(packet: Packet) -> Iterator[str]:
    for each in packet.profile.ratings:
        if each.rater.kind != "self" and each.skill in packet.roadmap.focus:
            level = "not applicable" if each.level is None else f"level {each.level}"
            seen = f": {escape(each.evidence)}" if each.evidence else ""
            who = f"{escape(each.rater.name)} ({each.rater.kind})"
            skill = escape(packet.skills[each.skill])
            yield f"{on_day(each.rated_on)}, {who}, {skill} {level}{seen}"
