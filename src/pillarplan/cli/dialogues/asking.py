"""Questions one after the other, on a terminal or to a script that answers in lines."""

import select
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.text import LONGEST_LINE, too_long, wrapped
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.render.pieces import Piece, inked

Value = TypeVar("Value")

PASTE_SECONDS = 0.03
"""How long lines that are pasted together may keep each other waiting."""

UP = "\x1b[A"
"""Moves the cursor up a line (ECMA-48, CUU)."""

SHORT = 40
"""A question of up to so many characters is answered in the same line."""


def read_line(
    prompt: str = "> ", given: Callable[[str, str], None] = lambda prompt, line: None
) -> str | None:
    """Return the line that answers a prompt, cleaned of blanks at its ends.

    None at the end of the input.  What came as one line is told to `given`, with the
    last line of the prompt.
    """
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")  # as the Enter key does on a terminal
        return None
    lines = [line.rstrip("\n")]
    while _more_was_pasted():
        lines.append(sys.stdin.readline())
    if len(lines) == 1:
        given(prompt.rpartition("\n")[2], lines[0])
    return " ".join(each.strip() for each in lines).strip()


def _more_was_pasted() -> bool:
    """Say whether more lines came with the one that was read: nobody types so fast.

    They belong to the same answer.  A terminal hands over one line at a time, so none
    waits anywhere else.
    """
    if not sys.stdin.isatty() or sys.platform == "win32":
        return False
    waiting, _, _ = select.select([sys.stdin], [], [], PASTE_SECONDS)
    return bool(waiting)


def answered(prompt: str) -> str:
    """Return the line that answers a prompt; raise NothingYetError if none can come."""
    line = read_line(prompt)
    if line is None:
        raise NothingYetError("Stopped: the input ended here.")
    return line


def confirmed(question: str, *, usual: bool = True) -> bool:
    """Return whether the answer is yes; Enter means what is `usual`.

    It is asked on stderr only, so that results may go elsewhere.
    """
    while True:
        answer = answered(f"{question} [{'Y/n' if usual else 'y/N'}]: ").lower()
        if answer in {"y", "yes", "n", "no"}:
            return answer.startswith("y")
        if not answer:
            return usual
        sys.stderr.write("Please answer y or n.\n")


class Asking:
    """Asks on stderr and reads the answers, a line each; Enter is no answer."""

    def __init__(self, here: Surroundings) -> None:
        self._here = here
        self.ended = False
        """The input is at its end: nothing more is said, and all answers are empty."""

    def tell(self, text: str) -> None:
        """Say something, in lines that fit."""
        if not self.ended:
            self._here.tell(self._fill(text))

    def ask(
        self, question: str, *, long: bool = False, most: int = LONGEST_LINE
    ) -> str:
        """Return the answer to a question, cleaned of blanks at its ends.

        Room for a `long` answer is on a line of its own.  One of more than `most`
        characters is refused, and the question asked again.
        """
        while message := too_long(answer := self._answer(question, long), most):
            self.tell(f"{message}. Shorter, please.")
        return answer

    def _answer(self, question: str, long: bool) -> str:
        if self.ended:
            return ""
        short = len(question) <= SHORT and not long
        prompt = f"{question} " if short else f"{self._fill(question)}\n> "
        line = read_line(prompt, self._colour)
        self.ended = line is None
        if not self.ended and not sys.stdin.isatty():
            sys.stderr.write("\n")
        return line or ""

    def _colour(self, prompt: str, answer: str) -> None:
        """Give an answer its colour, in its line on the screen.

        Only once it is given: nothing is ever left coloured, whenever one stops.
        """
        cells = len(prompt) + len(answer) * (1 if answer.isascii() else 2)
        fits = cells < self._here.width and answer.isprintable()
        if answer.strip() and fits and self._here.color and self._here.interactive:
            line = inked([(Piece("", prompt), Piece("learn", answer))])
            sys.stderr.write(f"{UP}\r{line}\n")

    def read(
        self, question: str, read: Callable[[str], Value], choices: Sequence[str] = ()
    ) -> Value | None:
        """Ask until `read` understands the answer; None if there is none.

        A question mark shows the choices.
        """
        while answer := self.ask(question):
            if answer == "?" and choices:
                for choice in choices:
                    self.tell(choice)
                continue
            try:
                return read(answer)
            except UsageError as error:
                self.tell(str(error))
        return None

    def _fill(self, text: str) -> str:
        words = text.lstrip("\n")
        indent = " " * (len(words) - len(words.lstrip()))
        return text[: -len(words) or None] + wrapped(
            words, min(self._here.width, 88) - 1, margin=f"{indent}  "
        )
