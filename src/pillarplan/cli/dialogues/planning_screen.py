"""The planning screen: arrows turn what is asked of a plan, and the plan follows.

A plan may take longer than a key should, so it is made in a thread beside; the newest
one that is ready is shown, and what was turned meanwhile is planned next.  While nobody
presses a key, the next stops of the chosen dial are tried, so that most keys find their
plan made.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from pillarplan.cli.dialogues.screen import ENTER, InlineDialogue
from pillarplan.cli.dialogues.stated import read_option
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.plan.dials import DIALS, Dials
from pillarplan.errors import UsageError
from pillarplan.render.look import Look
from pillarplan.render.screens.screen import Screen
from pillarplan.render.screens.tuning import Tuned, tuning_screen
from pillarplan.render.words.dials import LABELS
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.planning.tuning import Trial, Tuning

QUIET_SECONDS = 0.15
"""A plan that is there sooner needs no mark that it is being made."""


def tune_on_screen(
    tuning: Tuning,
    here: Surroundings,
    keys: Input | None = None,
    output: Output | None = None,
) -> Proposal | None:
    """Let somebody tune a plan; return the one to adopt, None if they leave."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        return _Screen(tuning, here, beside).run(here, keys, output)


class _Screen(InlineDialogue[Proposal | None]):
    """What is on the screen, and what the keys do."""

    def __init__(
        self, tuning: Tuning, here: Surroundings, beside: ThreadPoolExecutor
    ) -> None:
        super().__init__(here.unicode)
        self.tuning = tuning
        self.here = here
        self.beside = beside
        self.chosen = 0
        self.top = 0
        self.page = 1
        self.shown: Trial | None = None
        """The newest plan that is ready."""
        self.way = 1
        """Which way a dial was turned last."""
        self.is_slow = False
        self.adopts = False
        """Enter was pressed while the plan was being made."""
        self.work: asyncio.Task[None] | None = None

    def screen(self, look: Look, rows: int) -> Screen:
        """Return the dials and what comes of them."""
        screen = tuning_screen(
            Tuned(
                dials=self.tuning.dials,
                start=self.tuning.start,
                chosen=DIALS[self.chosen],
                outlook=self.tuning.outlook(self.shown),
                message=self.message,
                is_planning=self.is_slow,
                top=self.top,
                helps=self.helps,
                is_over=not self.erases,
            ),
            look,
            rows,
        )
        self.top, self.page = screen.top, screen.page
        return screen

    def bind_keys(self) -> None:
        """Say what each key does."""
        self.bind("up k s-tab", lambda key: self.choose(-1))
        self.bind("down j tab", lambda key: self.choose(1))
        self.bind("left h -", lambda key: self.turn(-1))
        self.bind("right l +", lambda key: self.turn(1))
        self.bind("0 1 2 3 4 5 6 7 8 9", self.write)
        self.bind("e E", lambda key: self.write(""))
        self.bind("r R", lambda key: self.reset())
        self.bind("pagedown space", lambda key: self.scroll(self.page))
        self.bind("pageup b", lambda key: self.scroll(-self.page))
        self.bind(ENTER, lambda key: self.adopt())
        self.bind("escape q Q c-d", lambda key: self.end(None))

    def began(self) -> None:
        """Make the first plan."""
        self.plan()

    def choose(self, by: int) -> None:
        """Choose the dial above or below."""
        self._interrupt()
        self.chosen = (self.chosen + by) % len(DIALS)
        self.plan()

    def turn(self, by: int) -> None:
        """Turn the chosen dial."""
        self._interrupt()
        self.way = by
        if not self.tuning.turn(DIALS[self.chosen], by):
            self.message = "It goes no further here; digits type any value."
        self.plan()

    def write(self, begin: str) -> None:
        """Begin to type a value."""
        self._interrupt()
        self.text.reset()
        self.prompt = f"{LABELS[DIALS[self.chosen]]}: "
        self.edit(True, begin)

    def written(self, text: str) -> bool:
        """Put the chosen dial where it was typed to be."""
        name, self.message = DIALS[self.chosen], ""
        try:
            if text.strip():
                self.tuning.put(name, read_option(self.here, name, text))
        except UsageError as error:
            self.message = str(error)
            return False
        self.plan()
        return True

    def reset(self) -> None:
        """Put all dials back."""
        self._interrupt()
        self.tuning.dials = self.tuning.start
        self.plan()

    def scroll(self, by: int) -> None:
        """Show other lines of the plan."""
        self.top += by

    def adopt(self) -> None:
        """End with the plan of the dials as they stand, once it is there."""
        trial = self.tuning.trial
        if trial is None:
            self.adopts = True
        elif trial.proposal is None:
            self.message = "There is no plan to adopt yet; change something, or leave."
        else:
            self.erases = False
            self.end(trial.proposal)

    def plan(self) -> None:
        """See to it that the plan of the dials is made and shown."""
        self._show()
        if self.work is None or self.work.done():
            self.work = self.app.create_background_task(self._plan())
            self.work.add_done_callback(self._planned)

    async def _plan(self) -> None:
        """Make the plan that is wanted, and then those that may be wanted next."""
        loop = asyncio.get_running_loop()
        while dials := self._wanted():
            slow = loop.call_later(QUIET_SECONDS, self._tell_slow)
            await loop.run_in_executor(self.beside, self.tuning.try_out, dials)
            slow.cancel()
            self._show()

    def _wanted(self) -> Dials | None:
        """Return what is to be tried now: what one sees, else the next stops."""
        if self.tuning.trial is None:
            return self.tuning.dials
        ahead = (
            self.tuning.ahead(DIALS[self.chosen], by) for by in (self.way, -self.way)
        )
        return next(filter(None, ahead), None)

    def _planned(self, work: asyncio.Task[None]) -> None:
        if not work.cancelled() and (error := work.exception()):
            self.app.exit(exception=error)

    def _tell_slow(self) -> None:
        self.is_slow = self.tuning.trial is None
        self.app.invalidate()

    def _show(self) -> None:
        """Show the plan of the dials, if it is there, and adopt it if that is said."""
        if self.tuning.trial is None:
            return
        self.shown, self.is_slow = self.tuning.trial, False
        if self.adopts:
            self.adopts = False
            self.adopt()
        self.app.invalidate()

    def _interrupt(self) -> None:
        """Take Enter back, if the plan is still being made."""
        self.adopts = False
