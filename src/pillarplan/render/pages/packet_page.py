"""The roadmap for a coach or manager: nothing private, and lines for their view."""

from collections.abc import Iterator, Sequence

from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.person.advice import WHOLE
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap
from pillarplan.domain.plan.waves import at_hand
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import on_day
from pillarplan.render.pages.feedback_section import view_section
from pillarplan.render.pages.markdown import escape, roadmap_page, section


def packet_page(packet: Packet, asked: Sequence[Skill], *, notes: bool) -> str:
    """Return the page with lines for each skill of `asked`, and each item in hand.

    The person's levels and targets are not on it: they would colour the answers.  Only
    with `notes` it holds the notes of check-ins and what others said.
    """
    given = packet.profile.promises
    private = (
        section("Notes", _notes(packet)),
        section("What others said", _others(packet)),
    )
    parts = [
        roadmap_page(packet, levels=False).rstrip("\n"),
        *(part for part in private if part and notes),
        *view_section(
            *(None, packet.today, asked, packet.scale),
            in_hand=_still_open(packet.roadmap),
            promise=next((each.text for each in reversed(given)), ""),
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _still_open(roadmap: Roadmap) -> tuple[PlannedItem, ...]:
    """Return the items in hand on which there is still something to say."""
    in_hand = {item.id for item in at_hand(roadmap)}
    return tuple(item for item in roadmap.open_items() if item.id in in_hand)


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
    for said in packet.profile.advice:
        item = packet.roadmap.item(said.item)
        if item is not None or said.item == WHOLE:
            who = f"{escape(said.rater.name)} ({said.rater.kind})"
            about = f"*{escape(item.title)}*" if item else "the plan"
            yield f"{on_day(said.on)}, {who}, {about}: {escape(said.text)}"
