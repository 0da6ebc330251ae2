"""How much a record says of one thing, in a few words."""

from collections.abc import Iterator

from pillarplan.domain.editions.mentions import Mentions
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.text import counted, join_words

SORTS = {Lineage.SKILL: "Skills", Lineage.ITEM: "Items", Lineage.ROLE: "Roles"}
"""What several things of a sort are called, in the order in which they are shown."""


def said_of(mentions: Mentions) -> str:
    """Return what a record says of one thing: ``2 ratings and 1 target``."""
    return join_words(_said(mentions))


def _said(mentions: Mentions) -> Iterator[str]:
    if mentions.sort is Lineage.ROLE:
        yield "your role"
    for number, noun in (
        (mentions.ratings, "rating"),
        (mentions.targets, "target"),
        (mentions.weights, "weight"),
        (mentions.constraints, "constraint"),
    ):
        if number:
            yield counted(number, noun)
    if mentions.evidence:
        yield f"{counted(mentions.evidence, 'line')} of evidence"
    if mentions.sort is Lineage.SKILL:
        if mentions.finished:
            yield counted(mentions.finished, "finished step")
        if mentions.planned:
            yield f"{counted(mentions.planned, 'item')} of your plan"
    else:
        yield from _of_item(mentions)


def _of_item(mentions: Mentions) -> Iterator[str]:
    if mentions.finished:
        yield "finished"
    if mentions.hours:
        entries = "entry" if mentions.hours == 1 else "entries"
        yield f"{mentions.hours} {entries} of hours"
    if mentions.dropped:
        yield "dropped"
    if mentions.planned:
        yield "in your plan"
