"""What fifty check-ins of a year ask of a person, in a real terminal.

    .venv/bin/python -m benchmarks.check_ins [SEED]

A made-up person with three hours a week rates themselves, adopts a plan, and checks in
every Saturday by the dialogue, in a window of tmux.  They work more in some weeks than
in others, finish what they worked on, tell in four lines what came of a practice, leave
questions to themselves, say when they will do the next thing, and rate again when they
are asked.  For each check-in the script counts

- *keys*: every key of a short answer (a number, y) with its Enter, and every Enter that
  passes; a text and its end are none, since what to write is up to the person;
- *seconds*: the words that appeared, read at 238 a minute (Marc Brysbaert, "How many
  words do we read per minute?", 2019), and 5 for each key and each text.

Nine of ten check-ins with a debrief should take at most 120 seconds, and no more than
14 keys; no question may come twice in one check-in.
"""

import os
import re
import shlex
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.cli.terminal import Terminal

FIRST = date(2026, 11, 23)
CHECK_INS = 50
WORDS_A_SECOND = 238 / 60
SECONDS_A_KEY = 5
MOST_SECONDS, MOST_KEYS = 120, 14

RATINGS = {
    "listening-empathy": 3,
    "vision-alignment": 2,
    "negotiation": 1,
    "people-management": 2,
    "business-fundamentals": 2,
    "positioning-gtm": 2,
    "customer-discovery": 3,
    "software-technology": 3,
    "security": 1,
}
LINES = (
    "Agree on the gaps",
    "Agreed on nine of ten with the lead engineer",
    "She had kept a list of her own",
    "Ask for her list first",
)


class Asked(NamedTuple):
    """A question of the dialogue, and what was answered."""

    question: str
    answer: str

    @property
    def is_text(self) -> bool:
        """Whether the answer is somebody's own words."""
        return len(self.answer) > len("1:30")

    @property
    def keys(self) -> int:
        """The keys of the answer, unless it is a text."""
        return 0 if self.is_text else len(self.answer) + 1


class Held(NamedTuple):
    """A check-in that was held."""

    on: date
    words: int
    """How many words appeared until it was recorded."""
    asked: tuple[Asked, ...]

    @property
    def keys(self) -> int:
        """All keys but for texts."""
        return sum(each.keys for each in self.asked)

    @property
    def seconds(self) -> float:
        """How long it takes to read and to answer."""
        presses = self.keys + sum(each.is_text for each in self.asked)
        return self.words / WORDS_A_SECOND + SECONDS_A_KEY * presses

    @property
    def has_debrief(self) -> bool:
        """Whether a practice was told of."""
        return any("mean to reach" in each.question for each in self.asked)


class Someone:
    """A person who answers by dice, and remembers what they are asked about."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._week = 0.0
        self._left = 0.0

    def begin_week(self) -> None:
        """Find out how much the week brought, of three planned hours."""
        self._week = self._random.choice((0.0, 1.5, 3.0, 3.0, 3.0, 4.5))

    def answer(self, question: str, shown: str) -> str:
        """Return what is typed."""
        if "Hours" in question:
            return self._hours(shown)
        for start, answer in self._answers(shown):
            if start in question:
                return answer
        raise SystemExit(f"The script knows no answer to: {question!r}\n{shown}")

    def _hours(self, shown: str) -> str:
        left = re.findall(r"\(([\d.]+) h\s+left\)", shown)
        self._left = float(left[-1]) if left else 0.0
        hours = min(self._week, self._left)
        self._week -= hours
        self._left -= hours
        return f"{hours:g}" if hours else ""

    def _answers(self, shown: str) -> Iterator[tuple[str, str]]:
        maybe = self._random.random() < 0.3
        yield "Done?", "" if self._left else "y"
        yield "Something else", ""
        yield "What did you mean to reach", LINES[0]
        yield "What happened", LINES[1]
        yield "Why did it go so", LINES[2]
        yield "What will you do the next time", LINES[3]
        yield "After which event", "After the Thursday call"
        yield "What did you apply", "Used it in the review with Sales"
        yield (
            "A question to your future self",
            "The first thing to check" if maybe else "",
        )
        yield "Its answer", "Logins, secrets, backups"
        yield "One more?", ""
        yield "pause", ""
        levels = re.findall(r"^  ([0-5]) [A-Z]", shown, re.MULTILINE)
        yield "Level, 0 to 5", "".join(levels[1:2])
        yield "What did you do that shows it", "Ran the talk with the new page"
        yield "Enter shows the answer", ""
        yield "1 forgot", "3"
        yield "Anything worth keeping", "A good talk with Jo" if maybe else ""
        yield "[y/N]", ""
        yield "[Y/n]", ""


def main() -> None:
    """Print what each check-in took, and whether all is as it should be."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(Path(folder), environment(Path(folder)))
        try:
            held = list(year(terminal, Someone(Random(seed))))
        finally:
            terminal.close()
    show(held)


def environment(folder: Path) -> dict[str, str]:
    """Return the variables of the shell, with a program to call."""
    program = folder / "pillarplan"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m pillarplan "$@"\n')
    program.chmod(0o755)
    return {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PS1": "$ ",
        "TERM": "screen-256color",
        "LC_ALL": "C.UTF-8",
        "PILLARPLAN_HOME": str(folder / "home"),
    }


def year(terminal: Terminal, person: Someone) -> Iterator[Held]:
    """Yield the check-ins of somebody who adopts a plan on the first day."""
    rated = [
        word for each in RATINGS.items() for word in ("--set", "{}={}".format(*each))
    ]
    run(terminal, FIRST, "assess", *rated, "--role", "senior-pm")
    run(terminal, FIRST, "plan", "--hours", "3", "--until", "2027-11-30", "--yes")
    for week in range(CHECK_INS):
        on = FIRST + timedelta(days=5, weeks=week)
        person.begin_week()
        yield hold(terminal, on, person)
        if week % 13 == 12:  # once a quarter a new plan, as the program offers
            run(terminal, on, "plan", "--yes")


def run(terminal: Terminal, on: date, *words: str) -> None:
    """Run a command that asks nothing."""
    terminal.forget()
    command = shlex.join(("pillarplan", *words))
    terminal.run(f"PILLARPLAN_TODAY={on} {command} > /dev/null 2>&1", "ran")


def hold(terminal: Terminal, on: date, person: Someone) -> Held:
    """Hold a check-in; the words are those up to what was recorded."""
    terminal.forget()
    terminal.type(f"PILLARPLAN_TODAY={on} pillarplan checkin; echo ended $?")
    begun = terminal.wait_for(
        lambda screen: "What did you do" in screen or "Welcome" in screen
    )
    asked: list[Asked] = []
    shown = begun
    while True:
        shown = terminal.wait_for(is_waiting)
        if "\nended " in shown:
            break
        question = asks(shown)
        answer = person.answer(question, shown)
        asked.append(Asked(question, answer))
        terminal.type(answer)
        terminal.wait_for(partial(differs, shown))
    if "\nended 0" not in shown:
        raise SystemExit(shown)
    dialogue = shown.partition("checkin; echo ended $?")[2].partition("Recorded:")[0]
    typed = sum(len(each.answer.split()) for each in asked)
    return Held(on, len(dialogue.split()) - typed, tuple(asked))


def differs(before: str, screen: str) -> bool:
    """Say whether the screen shows something new."""
    return screen.rstrip() != before.rstrip()


def is_waiting(screen: str) -> bool:
    """Say whether the program waits for an answer, or has ended."""
    last = screen.rstrip().rpartition("\n")[2]
    return bool(
        "\nended " in screen
        or last == ">"
        or re.search(r"(\?|\(y\)|\(y: done\)|answer\)|\]:)$", last)
        or last.endswith("easy?")
    )


def asks(screen: str) -> str:
    """Return the question that waits for an answer."""
    lines = screen.rstrip().split("\n")
    if lines[-1] != ">":
        return lines[-1].strip()
    question = lines[-2]
    return f"{lines[-3]} {question}" if question.startswith(" ") else question


def show(held: Sequence[Held]) -> None:
    """Print a table, and end with 1 if anything is more than it should be."""
    print("day         keys  words  seconds")
    for each in held:
        note = "  debrief" if each.has_debrief else ""
        print(f"{each.on}  {each.keys:4}  {each.words:5}  {each.seconds:7.0f}{note}")
    told = [each for each in held if each.has_debrief]
    seconds = at_nine_of_ten([each.seconds for each in told])
    keys = at_nine_of_ten([each.keys for each in held])
    every = at_nine_of_ten([each.seconds for each in held])
    twice = [question for each in held for question in asked_twice(each)]
    print(f"\n{len(held)} check-ins, {len(told)} with a debrief")
    print(f"nine of ten with a debrief: {seconds:.0f} s, aim {MOST_SECONDS}")
    print(f"nine of ten of all: {every:.0f} s, {keys:.0f} keys, aim {MOST_KEYS}")
    print(f"most keys: {max(each.keys for each in held)}")
    print(f"asked twice: {', '.join(twice) or 'nothing'}")
    if seconds > MOST_SECONDS or keys > MOST_KEYS or twice:
        raise SystemExit(1)


def at_nine_of_ten(values: Sequence[float]) -> float:
    """Return what nine of ten values do not exceed."""
    return sorted(values)[max(0, -(-9 * len(values) // 10) - 1)] if values else 0.0


def asked_twice(held: Held) -> list[str]:
    """Return the questions that came twice, but for those of one thing each."""
    each_thing = ("Hours", "Done?", "One more?", "1 forgot", "Enter shows", "else")
    counts = Counter(each.question for each in held.asked)
    return [
        question
        for question, count in counts.items()
        if count > 1 and not any(words in question for words in each_thing)
    ]


if __name__ == "__main__":
    main()
