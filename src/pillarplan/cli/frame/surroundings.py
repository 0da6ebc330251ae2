"""What a command finds around it: folders, the clock, the terminal, the settings."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from pillarplan.cli.frame.remembered import leave_line
from pillarplan.cli.input.folders import (
    Folders,
    find_folders,
    find_now,
    find_today,
)
from pillarplan.cli.input.home import Home
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import without_escapes, wrapped

if TYPE_CHECKING:  # Rich, YAML and pydantic are imported by the commands that need them
    from rich.console import Console, RenderableType

    from pillarplan.render.look import Look
    from pillarplan.render.pieces import Line
    from pillarplan.services.workspace import Workspace

DEFAULT_WIDTH = 80

RECORDED = "What you told is recorded; do not tell it again."
DONE = "What you asked for is done, and need not be done again."

NARROWEST = 20
"""Columns; nothing can be laid out in fewer: a smaller terminal breaks the lines."""


@dataclass(frozen=True)
class Surroundings:
    """Everything outside the program that a command may use."""

    home: Home
    today: date
    now: datetime
    json: bool
    plain: bool
    color: bool
    interactive: bool
    """Somebody sits at a terminal and may be asked, wherever the results go."""
    on_screen: bool
    """The results go to a terminal."""
    reads_answers: bool
    """Answers to questions may come line by line from elsewhere than a terminal."""
    forgiving: bool
    """What is asked for goes on where the knowledge base cannot be read."""

    @cached_property
    def workspace(self) -> "Workspace":
        """The journal and the knowledge base that the commands work on."""
        # What two steps of a command have to say alike is said once.
        return self.home.open(
            self.today, self.now, cache(self._warn), forgiving=self.forgiving
        )

    def _warn(self, text: str) -> None:
        self.tell("\n".join(wrapped(each, self.width) for each in text.split("\n")))

    @property
    def folders(self) -> Folders:
        """Where the program keeps its things."""
        return self.home.folders

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment variables of this process."""
        return self.home.environment

    def close(self) -> None:
        """Let go of what the commands opened; leave a line for the next prompt."""
        if "workspace" not in vars(self):
            return
        try:
            if mark := self.workspace.mark:
                leave_line(self.folders, self.today, mark, self.workspace)
        finally:
            self.workspace.close()

    @cached_property
    def _deeds(self) -> list[str]:
        return []

    def done(self) -> None:
        """Note that what was asked for is done, whatever becomes of the answer."""
        self._deeds.append(DONE)

    def what_lasts(self) -> str:
        """Say in a sentence what this command did for good; nothing if it did not."""
        has_recorded = "workspace" in vars(self) and self.workspace.has_recorded
        return RECORDED if has_recorded else next(iter(self._deeds), "")

    @property
    def unicode(self) -> bool:
        """Whether the output can show more than ASCII."""
        return not self.plain and (sys.stdout.encoding or "").lower().startswith("utf")

    @property
    def look(self) -> "Look":
        """What the output can show."""
        from pillarplan.render.look import Look

        return Look(unicode=self.unicode, width=self.width)

    @property
    def width(self) -> int:
        """Columns of the terminal, 20 at least; 80 where there is none."""
        return max(NARROWEST, shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns)

    @cached_property
    def console(self) -> "Console":
        """Where results are drawn."""
        from rich.console import Console

        from pillarplan.render.terminal.theme import THEME

        return Console(
            theme=THEME,
            force_terminal=self.color,
            no_color=not self.color,
            color_system="auto" if self.color else None,
            markup=False,
            emoji=False,
            highlight=False,
            width=self.width,
        )

    def draw(self, renderable: "RenderableType") -> None:
        """Print a Rich renderable as a result, without blanks at line ends."""
        with self.console.capture() as capture:
            self.console.print(renderable, crop=False)  # an address stays whole
        lines = capture.get().splitlines()
        self._write("\n".join(line.rstrip() for line in lines))

    def show(self, lines: Iterable["Line"]) -> None:
        """Print styled lines as a result, without Rich."""
        from pillarplan.render.pieces import inked, plain

        self._write((inked if self.color else plain)(lines))

    def say(self, text: str) -> None:
        """Print text as a result, on stdout."""
        self._write(without_escapes(text))

    def tell(self, text: str) -> None:
        """Print a message beside the result, on stderr."""
        sys.stdout.flush()
        sys.stderr.write(f"{without_escapes(text)}\n")

    def answer(self, kind: str, model: Any) -> None:
        """Print a model as the JSON answer of the given kind."""
        from pillarplan.render.json import answer

        self._write(answer(kind, model))

    def _write(self, text: str) -> None:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        # Here, so that what cannot be shown is known before anything else happens.
        sys.stdout.flush()


def look_around(
    *,
    home: str | None,
    base: str | None = None,
    json: bool,
    plain: bool,
    no_color: bool,
    no_input: bool,
    forgiving: bool = False,
) -> Surroundings:
    """Return what this process finds around it."""
    environment = os.environ
    terminal = sys.stdout.isatty()
    dumb = environment.get("TERM") == "dumb"
    forced = bool(environment.get("FORCE_COLOR"))
    unwanted = no_color or plain or bool(environment.get("NO_COLOR"))
    return Surroundings(
        home=Home(find_folders(home), environment, base),
        today=find_today(environment),
        now=find_now(environment),
        json=json,
        plain=plain or dumb,
        color=not unwanted and (forced or (terminal and not dumb)),
        interactive=sys.stdin.isatty() and not no_input and not json,
        on_screen=terminal,
        # A terminal that is called dumb is not asked for: cron and editors have one.
        reads_answers=plain and not no_input,
        forgiving=forgiving,
    )
