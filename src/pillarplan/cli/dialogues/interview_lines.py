"""The interview line by line: plain sentences that any terminal can show or speak."""

import re
import textwrap
from collections.abc import Sequence
from enum import Enum

from pillarplan.cli.dialogues.asking import read_line
from pillarplan.cli.dialogues.confidence import CONFIDENCE
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.rating import IMPORTANCE_WORDS, Confidence
from pillarplan.domain.reports.interview import Question, Weight
from pillarplan.domain.text import counted
from pillarplan.services.rating.interviewing import Interview

ANSWER = re.compile(r"(?P<level>[0-9]{1,2})(?P<sure>[~?!]?)(?:\s+(?P<evidence>.*))?")

KEYS = "s skip, n does not apply, u undo, q stop for now, ? help"
WEIGHT = re.compile(r"(?P<number>\d{1,3})\s*[= ]\s*(?P<importance>[123])")
WEIGHING = (
    "Type the number of a skill and 1 low, 2 normal or 3 high, such as 4=3. "
    "Enter ends, u goes back, q stops for now."
)
HELP = (
    "Type the number of the highest level whose sentences all fit you today.",
    "Add ~ if you are unsure or ! if you are certain, and one line that shows it:",
    "3! cut the scope of release 4 with Sales in May",
)


@dataclass(frozen=True)
class Rate:
    """An answer that states a level."""

    level: int | None
    confidence: Confidence | None = None
    evidence: str | None = None


class Turn(Enum):
    """Where an answer leads."""

    ON = "on"
    """To what is asked next, or again."""
    END = "end"
    """Everything was said."""
    STOP = "stop"
    """The person goes on another time."""


def interview_in_lines(
    interview: Interview, here: Surroundings, welcome: Sequence[str] = ()
) -> bool:
    """Ask question after question; return False if the person stops before the end."""
    for sentence in welcome:
        here.tell(_wrap(sentence, here.width))
    total = counted(interview.total, "skill")
    keys = _keys(interview)
    here.tell(_wrap(f"{total}. Answer with one of: {keys}.", here.width))
    here.tell(_help(here))
    turn = Turn.ON
    while turn is Turn.ON and (interview.question or interview.weights):
        turn = _rate(interview, here) if interview.question else _weigh(interview, here)
    if turn is Turn.STOP:
        return False
    interview.finish()
    return True


def read_answer(text: str, top: int) -> Rate | str | None:
    """Return the rating or the key that `text` states; None if it is neither.

    The highest level is `top`.
    """
    stated = text.strip()
    if stated.lower() in {"s", "u", "q", "?"}:
        return stated.lower()
    if stated.lower() in {"n", "n/a"}:
        return Rate(level=None)
    match = ANSWER.fullmatch(stated)
    if match is None or int(match["level"]) > top:
        return None
    return Rate(
        level=int(match["level"]),
        confidence=CONFIDENCE[match["sure"]],
        evidence=match["evidence"],
    )


def _rate(interview: Interview, here: Surroundings) -> Turn:
    """Show a skill and read answers until one moves the interview on."""
    assert interview.question is not None
    here.tell(_question_text(interview.question, here))
    while True:
        line = read_line()
        answer = "q" if line is None else read_answer(line, interview.scale.top)
        match answer:
            case "q":
                return Turn.STOP
            case "s":
                interview.skip()
                here.tell("Skipped.")
            case "u":
                undone = interview.undo()
                here.tell("Taken back." if undone else "There is nothing to take back.")
            case Rate(level=level, confidence=confidence, evidence=evidence):
                interview.rate(level, confidence, evidence)
                here.tell("Does not apply." if level is None else f"Rated {level}.")
            case _:
                here.tell(_help(here) if answer == "?" else _please(interview, here))
                continue
        return Turn.ON


def _weigh(interview: Interview, here: Surroundings) -> Turn:
    """Show the rated skills and read how much they matter."""
    weights = interview.weights
    here.tell("\nHow much does each of these matter in your work now?")
    for number, weight in enumerate(weights, 1):
        here.tell(f"{number} {weight.name}: {IMPORTANCE_WORDS[weight.importance]}")
    here.tell(_wrap(WEIGHING, here.width))
    while True:
        match (read_line() or "").lower():
            case "":
                return Turn.END
            case "q":
                return Turn.STOP
            case "u":
                interview.undo()
                here.tell("Taken back.")
                return Turn.ON
            case text:
                here.tell(_weigh_one(interview, weights, text, here))


def _weigh_one(
    interview: Interview, weights: Sequence[Weight], text: str, here: Surroundings
) -> str:
    """Record how much one skill matters, if the line says so; return the reply."""
    match = WEIGHT.fullmatch(text)
    number = int(match["number"]) if match else 0
    if match is None or not 1 <= number <= len(weights):
        return _wrap(WEIGHING, here.width)
    weight, importance = weights[number - 1], int(match["importance"])
    interview.weigh(weight.skill, importance)
    return f"{weight.name}: {IMPORTANCE_WORDS[importance]}."


def _help(here: Surroundings) -> str:
    return "\n".join(_wrap(line, here.width) for line in HELP)


def _please(interview: Interview, here: Surroundings) -> str:
    return _wrap(f"Please answer: {_keys(interview)}.", here.width)


def _keys(interview: Interview) -> str:
    return f"0-{interview.scale.top}, {KEYS}"


def _question_text(question: Question, here: Surroundings) -> str:
    """Return a question with its levels, wrapped by words."""
    skill = question.skill
    lines = [
        "",
        f"Skill {question.number} of {question.total}. {skill.name} "
        f"({question.pillar_name})",
        question.why,
    ]
    lines += [
        f"{level.level} {level.with_name(text)}"
        for level, text in zip(question.scale.levels, question.texts, strict=True)
    ]
    if question.last is not None:
        lines.append(f"Last time: {question.last}.")
    return "\n".join(_wrap(line, here.width) for line in lines)


def _wrap(text: str, width: int) -> str:
    return textwrap.fill(
        text, min(width, 88) - 1, subsequent_indent="  ", break_long_words=False
    )
