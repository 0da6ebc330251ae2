"""A page, or the part of one, in which somebody writes how they see a person at work.

What they fill in can be read back, even after a mail program quoted or wrapped it: in
the section `VIEW` each answer is a list entry ``- skill [level]: sentence``, and there
are entries for who gave it and when; in the section `WORDS` it is ``- item: sentence``.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.person.advice import WHOLE
from pillarplan.domain.person.rating import Rater, RaterKind
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.reports.feedback import Said
from pillarplan.render.pages.markdown import bullet, escape, paragraph

ENDINGS = (".md", ".markdown", ".txt")
"""Of files that are such pages."""

VIEW = "Your view"
"""The heading above the lines that are read back."""

WORDS = "Your words on the plan"
"""The heading above the lines on items, which are read back, too."""

COMMENTS = "Anything else"
"""The heading above free words, which stay on the page."""

GIVEN_BY = "Your name"
KIND = "Peer or manager"
GIVEN_ON = "Given on"

HOW_TO = """\
Write a level from {reach} into the brackets of a line, and behind its colon one
sentence of what you saw. Leave empty what you cannot judge. Put in your name
and the day, and send the page back; a reply by mail will do."""


WORDS_HOW_TO = """\
If you have a sentence to say on the plan as a whole, or on something that I have in
hand, write it behind its colon."""


BEFORE_DASH = re.compile(r" (?=[-*+•\N{EN DASH}\N{EM DASH}] )")
NO_BREAK = "\N{NO-BREAK SPACE}"


def feedback_page(
    skills: Sequence[Skill],
    scale: Scale,
    rater: Rater | None,
    today: date,
    name: str = "",
) -> str:
    """Return an empty page about `skills`, to be filled in by `rater` or anybody.

    `name` is who asks; without one they say me.
    """
    parts = [
        f"# How do you see {escape(name) or 'me'} at work?",
        "Thank you for taking the time. Any editor or mail program will do.",
        *view_section(rater, today, skills, scale),
    ]
    return "\n\n".join(parts) + "\n"


def view_section(
    rater: Rater | None,
    today: date,
    asked: Sequence[Skill],
    scale: Scale,
    in_hand: Sequence[PlannedItem] = (),
    promise: str = "",
) -> Iterator[str]:
    """Yield the paragraphs of the section, with a line to fill in for each skill.

    One for each item that is `in_hand` follows, where the reader knows the plan, and
    before them one for the plan as a whole, with what the person promised.
    """
    name = escape(rater.name) if rater else ""
    kind = rater.kind if rater else RaterKind.PEER
    yield f"## {VIEW}"
    yield HOW_TO.format(reach=scale.reach)
    yield "\n".join(
        bullet(escape(each.with_name(each.test)), mark=f"{each.level}.")
        for each in scale.levels
    )
    yield (
        f"{f'- {GIVEN_BY}: {name}'.rstrip()}\n- {KIND} [{kind}]\n- {GIVEN_ON} [{today}]"
    )
    for skill in asked:
        yield f"### {escape(skill.name)}"
        if skill.summary:
            yield paragraph(escape(skill.summary))
        levels = "\n".join(
            bullet(" ".join(map(escape, behaviours)), mark=f"{level}.")
            for level, behaviours in sorted(skill.levels.items())
        )
        if levels:
            yield levels
        yield answer_line(skill.id)
    if in_hand:
        yield from _words_section(in_hand, promise)
    yield f"## {COMMENTS}"
    yield "What you write here stays on this page."


def _words_section(in_hand: Sequence[PlannedItem], promise: str) -> Iterator[str]:
    yield f"## {WORDS}"
    yield WORDS_HOW_TO
    yield "### The plan as a whole"
    if promise:
        yield paragraph(f"I promise you: {escape(promise)}")
    yield words_line(WHOLE)
    for item in in_hand:
        # A dash that a mail program wraps to a new line would look like an entry.
        title = f"{escape(item.title)} ({item.id})"
        yield f"### {BEFORE_DASH.sub(NO_BREAK, title)}"
        yield words_line(item.id)


def words_line(item: str, words: str = "") -> str:
    """Return the line for words on an item: empty, or as somebody filled it in."""
    return f"- {item}: {words}".rstrip()


def answer_line(skill: str, said: Said | None = None) -> str:
    """Return the line for the view on a skill: empty, or as somebody filled it in."""
    if said is None:
        return f"- {skill} [ ]:"
    return f"- {skill} [{said.level}]: {said.seen or ''}".rstrip()
