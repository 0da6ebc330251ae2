"""The roadmap for a coach or manager: nothing private, and lines for their view."""

from collections.abc import Iterator, Sequence

from pillarplan.domain.knowledge.skill import ScaleLevel, Skill
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import on_day
from pillarplan.render.pages.feedback_section import view_section
from pillarplan.render.pages.markdown import escape, roadmap_page, section


def packet_page(
    packet: Packet, asked: Sequence[Skill], scale: Sequence[ScaleLevel], *, notes: bool
) -> str:
    """Return the page with a line to fill in for each skill of `asked`.

    The person's levels and targets are not on it: they would colour the answers.  Only
    with `notes` it holds the notes of check-ins and what others said.
    """
    private = (
        section("Notes", _notes(packet)),
        section("What others said", _others(packet)),
    )
    parts = [
        roadmap_page(packet, levels=False).rstrip("\n"),
        *(part for part in private if part and notes),
        *view_section(None, packet.today, asked, scale),
    ]
    return "\n\n".join(parts) + "\n"


def _notes(packet: Packet) -> Iterator[str]:
    for each in packet.profile.notes:
        yield f"{on_day(each.on)}: {escape(each.text)}"


def _others(packet: Packet) -> Iterator[str]:
    for each in packet.profile.ratings:
        if not each.is_own and each.skill in packet.roadmap.focus:
            level = "not applicable" if each.level is None else f"level {each.level}"
            seen = f": {escape(each.evidence)}" if each.evidence else ""
            who = f"{escape(each.rater.name)} ({each.rater.kind})"
            skill = escape(packet.skills[each.skill])
            yield f"{on_day(each.rated_on)}, {who}, {skill} {level}{seen}"
