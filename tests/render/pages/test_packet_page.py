"""The page for a coach or manager: what it holds, and what it never shows unasked."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.work import Ended, Evidence, Note, Reflected
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import NotNow
from pillarplan.domain.reports.packet import Packet
from pillarplan.render.pages.markdown import escape, roadmap_page
from pillarplan.render.pages.packet_page import packet_page
from tests.program import CheckGolden
from tests.render.packets import MADE_ON, hostile, ordinary
from tests.scales import FIVE

SCALE = Scale(
    levels=tuple(replace(each, test="I know.") for each in FIVE.levels),
)


def asked(skill: str = "negotiation", text: str = "I can.") -> Skill:
    return Skill(
        id=skill,
        name=text if text != "I can." else "Negotiation",
        summary="Reach agreements.",
        why="It matters.",
        neglect="You give in.",
        delegate="Nobody.",
        levels=dict.fromkeys(range(1, 6), (text, text)),
    )


def private(text: str) -> Profile:
    """A record with `text` wherever it is nobody else's business."""
    dana = Rater(name=f"name {text}", kind=RaterKind.PEER)
    return Profile(
        ratings=(
            Rating(
                skill="negotiation",
                level=2,
                rated_on=MADE_ON,
                rater=dana,
                evidence=f"seen {text}",
            ),
        ),
        dropped=(Ended(on=MADE_ON, item="book", reason=f"dropped {text}"),),
        evidence=(Evidence(on=MADE_ON, skill="negotiation", text="Cut scope."),),
        notes=(Note(on=MADE_ON, text=f"note {text}"),),
        pauses=(Break(first=MADE_ON, last=MADE_ON, label=f"pause {text}"),),
        reflected=(
            Reflected(
                on=MADE_ON,
                product=f"product {text}",
                question="weaponised",
                answer=f"answer {text}",
                settled=False,
            ),
        ),
    )


def page(packet: Packet, *, notes: bool = False) -> str:
    return packet_page(replace(packet, scale=SCALE), [asked()], notes=notes)


def test_the_packet_is_as_it_should_be(check_golden: CheckGolden) -> None:
    check_golden("exports/packet.md", page(ordinary()))
    check_golden("exports/packet-with-notes.md", page(ordinary(), notes=True))


def test_a_packet_begins_with_the_roadmap_but_for_its_levels() -> None:
    for packet in (ordinary(), hostile()):
        begin = roadmap_page(packet, levels=False).rstrip("\n")
        assert page(packet).startswith(begin + "\n\n")


LEVEL = st.integers(0, 5)


@given(current=LEVEL, target=LEVEL)
def test_no_level_of_the_person_changes_a_packet(current: int, target: int) -> None:
    def told(current: int, target: int) -> str:
        plain, steps = ordinary(), f"Negotiation {current} to {target}"
        roadmap = replace(
            plain.roadmap,
            items=tuple(
                replace(each, reason=f"Closes {steps}.") for each in plain.roadmap.items
            ),
            not_now=(NotNow(skill="pricing", reason=f"{steps} needs 2 h more."),),
            notes=(f"Nothing closes {steps}.", "You have 9 h."),
        )
        gap = Gap(
            skill="negotiation",
            name="Negotiation",
            pillar="soft",
            current=current,
            target=target,
            importance=2,
        )
        return page(replace(plain, roadmap=roadmap, gaps=(gap,)))

    assert told(current, target) == told(0, 0)
    assert "You have 9 h." in told(current, target)


@given(st.text(min_size=12, max_size=40))
def test_private_texts_are_never_in_a_packet_without_notes(text: str) -> None:
    packet = replace(ordinary(), profile=private(text))
    nobody = replace(ordinary(), profile=private("x"))

    assert page(packet) == page(nobody)
    shown = page(packet, notes=True)
    for word in ("name", "seen", "note"):
        assert escape(f"{word} {text}") in shown
    for word in ("dropped", "product", "answer", "pause"):
        assert f"{word} {text}" not in shown
    assert "Cut scope." in page(packet)


def test_only_the_focus_is_told_of_what_others_said() -> None:
    elsewhere = Rating(
        skill="pricing",
        level=1,
        rated_on=date(2026, 11, 1),
        rater=Rater(name="Dana", kind=RaterKind.MANAGER),
    )
    packet = replace(ordinary(), profile=Profile(ratings=(elsewhere,)))

    assert "Dana" not in page(packet, notes=True)
