"""The interview line by line: plain sentences that any terminal can show or speak."""

import re
import sys
import textwrap
from dataclasses import dataclass

from pillarplan.cli.surroundings import Surroundings
from pillarplan.domain.rating import Confidence
from pillarplan.domain.text import counted
from pillarplan.services.assessing import Interview, Question

ANSWER = re.compile(r"(?P<level>[0-5])(?P<sure>[?!]?)(?:\s+(?P<evidence>.*))?")
CONFIDENCE = {"": None, "?": Confidence.LOW, "!": Confidence.HIGH}

KEYS = "0-5, s skip, n does not apply, u undo, q stop for now, ? help"
HELP = (
    "Type the number of the highest level whose sentences all fit you today.",
    "Add ? if you are unsure or ! if you are certain, and one line that shows it:",
    "3! cut the scope of release 4 with Sales in May",
)


@dataclass(frozen=True)
class Rate:
    """An answer that states a level."""

    level: int | None
    confidence: Confidence | None = None
    evidence: str | None = None


def interview_in_lines(interview: Interview, here: Surroundings) -> bool:
    """Ask question after question; return False if the person stops before the end."""
    total = counted(interview.total, "skill")
    here.tell(_wrap(f"{total}. Answer with one of: {KEYS}.", here.width))
    here.tell(_help(here))
    while question := interview.question:
        here.tell(_question_text(question, here))
        if not _answer(interview, here):
            return False
    return True


def read_answer(text: str) -> Rate | str | None:
    """Return the rating or the key that `text` states; None if it is neither."""
    stated = text.strip()
    if stated.lower() in {"s", "u", "q", "?"}:
        return stated.lower()
    if stated.lower() in {"n", "n/a"}:
        return Rate(level=None)
    match = ANSWER.fullmatch(stated)
    if match is None:
        return None
    return Rate(
        level=int(match["level"]),
        confidence=CONFIDENCE[match["sure"]],
        evidence=match["evidence"],
    )


def _answer(interview: Interview, here: Surroundings) -> bool:
    """Read answers until one moves the interview on; False means stop."""
    while True:
        answer = read_answer(_ask())
        match answer:
            case "q":
                return False
            case "s":
                interview.skip()
                here.tell("Skipped.")
            case "u":
                undone = interview.undo()
                here.tell("Taken back." if undone else "There is nothing to take back.")
            case Rate(level=None):
                interview.rate(None)
                here.tell("Does not apply.")
            case Rate(level=level, confidence=confidence, evidence=evidence):
                interview.rate(level, confidence, evidence=evidence)
                here.tell(f"Rated {level}.")
            case _:
                here.tell(_help(here) if answer == "?" else _please(here))
                continue
        return True


def _ask() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")
        return "q"
    return line


def _help(here: Surroundings) -> str:
    return "\n".join(_wrap(line, here.width) for line in HELP)


def _please(here: Surroundings) -> str:
    return _wrap(f"Please answer: {KEYS}.", here.width)


def _question_text(question: Question, here: Surroundings) -> str:
    """Return a question with its levels, wrapped by words."""
    skill = question.skill
    scale = {level.level: level for level in here.workspace.knowledge.scale()}
    lines = [
        "",
        f"Skill {question.number} of {question.total}. {skill.name} "
        f"({question.pillar_name})",
        skill.why,
        f"0 {scale[0].name}: {scale[0].test}",
    ]
    lines += [
        f"{level} {scale[level].name}: {' '.join(behaviours)}"
        for level, behaviours in skill.levels.items()
    ]
    return "\n".join(_wrap(line, here.width) for line in lines)


def _wrap(text: str, width: int) -> str:
    return textwrap.fill(
        text, min(width, 88) - 1, subsequent_indent="  ", break_long_words=False
    )
