"""What comes next, as a card that fits its terminal."""

from dataclasses import replace
from datetime import date, time

import pytest

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.plan.roadmap import Booking
from pillarplan.domain.reports.next_action import Act, NextAction, Progress, guide_to
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.render.lines.next_action import next_card
from pillarplan.render.look import Look
from pillarplan.render.pieces import inked, plain
from pillarplan.services.following.in_hand import InHand
from tests.program import CheckGolden

TODAY = date(2026, 11, 26)

BASE = load(bundled_path())

ENTRIES: list[Item] = [*BASE.resources, *BASE.practices]

PROGRESS = Progress(
    items_done=1,
    items_total=14,
    hours_done=8,
    hours_total=69,
    closes=(
        Span(skill="negotiation", from_=2, to=3),
        Span(skill="vision-alignment", from_=2, to=3),
    ),
    skill_names={
        "negotiation": "Negotiation",
        "vision-alignment": "Vision and alignment",
    },
    booking=None,
)


def work(item: str, progress: Progress = PROGRESS) -> InHand:
    """Return an item of the shipped knowledge base as the thing in hand."""
    entry = next(each for each in ENTRIES if each.id == item)
    action = NextAction(
        act=Act.WORK,
        sentence=f"Begin {entry.title}.",
        command=f"pillarplan checkin --hours {item}=1",
        item=item,
        title=entry.title,
        kind=entry.kind,
        hours_left=entry.hours,
        on=date(2026, 12, 3),
        at=time(7, 30),
        number=2,
        **guide_to(entry),
    )
    return InHand(action=action, entry=entry, progress=progress)


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_cards_as_they_look(
    width: int, unicode: bool, check_golden: CheckGolden
) -> None:
    look = Look(unicode=unicode, width=width)
    one_skill = replace(PROGRESS, closes=PROGRESS.closes[:1])
    booked = replace(
        one_skill,
        booking=Booking(
            item="", on=date(2027, 5, 4), hours=14, book_by=date(2027, 4, 20)
        ),
    )
    rest = NextAction(
        act=Act.REST,
        sentence="Paused until 24 Dec 2026 (holidays). Nothing is due; take your time.",
        command="pillarplan resume",
    )
    cards = (
        work("getting-to-yes", booked),
        work("decline-a-feature-well", one_skill),
        work("show-what-stays-out"),
        InHand(rest),
    )

    text = "\n\n\n".join(plain(next_card(*card, look, TODAY)) for card in cards)

    assert all(len(line) <= width for line in text.split("\n"))
    name = f"terminal/next-{'' if unicode else 'ascii-'}{width}.txt"
    check_golden(name, text + "\n")


def test_the_title_and_the_address_lead_where_it_is_however_long_the_address() -> None:
    address = f"https://example.org/{'a' * 200}"
    found = work("getting-to-yes")
    long = found._replace(action=replace(found.action, url=address))

    card = next_card(*long, Look(unicode=True, width=60), TODAY)

    linked = [piece.text for line in card for piece in line if piece.link == address]
    assert linked == [
        "Getting to Yes: Negotiating Agreement Without Giving In",
        address,
    ]
    assert f"▌ {address}" in plain(card).split("\n")
    assert inked(card).count(f"\x1b]8;;{address}\x1b\\") == len(linked)


def test_what_the_knowledge_base_lost_is_called_by_its_title_alone() -> None:
    found = work("decline-a-feature-well")
    lost = InHand(replace(found.action, **guide_to(None)), None, found.progress)

    lines = plain(next_card(*lost, Look(unicode=True), TODAY)).split("\n")

    assert lines[0].startswith("▌ Tell Sales no and stay partners  ")
    assert lines[1] == ""
