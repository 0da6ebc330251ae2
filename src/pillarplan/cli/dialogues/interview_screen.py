"""The interview on the screen: one key rates a skill and goes on to the next."""

from collections.abc import Callable, Sequence

from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from pillarplan.cli.dialogues.confidence import CONFIDENCE
from pillarplan.cli.dialogues.screen import ENTER, InlineDialogue
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.person.rating import Confidence
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.question import (
    level_keys,
    question_screen,
    rating_help,
)
from pillarplan.render.screens.screen import Screen, help_screen
from pillarplan.render.screens.weighing import WEIGHING_HELP, weighing_screen
from pillarplan.render.screens.welcome import welcome_screen
from pillarplan.services.rating.interviewing import Interview

WORDS = {Confidence.LOW: "Unsure.", Confidence.HIGH: "Sure."}


def interview_on_screen(
    interview: Interview,
    here: Surroundings,
    welcome: Sequence[str] = (),
    keys: Input | None = None,
    output: Output | None = None,
) -> bool:
    """Ask all that the interview asks; return False if the person stops before the end.

    Whoever is to be welcomed sees first what comes.  Keys and output are those of the
    terminal, if not given.
    """
    return _Screen(interview, here.unicode, welcome).run(here, keys, output)


class _Screen(InlineDialogue[bool]):
    """What is on the screen, and what the keys do."""

    prompt = "What shows it? "

    def __init__(
        self, interview: Interview, unicode: bool, welcome: Sequence[str]
    ) -> None:
        super().__init__(unicode)
        self.interview = interview
        self.welcome = welcome
        """What is said before the first question; empty once that was read."""
        self.answered = ""
        """What became of the question before."""
        self.selected = 0
        self.confidence: Confidence | None = None
        self.shown = ""

    def screen(self, look: Look, rows: int) -> Screen:
        """Return the question or the weights, for a window of a size."""
        question, weights = self.interview.question, self.interview.weights
        if self.helps:
            scale = self.interview.scale
            keys = WEIGHING_HELP if question is None else rating_help(scale)
            return help_screen(keys, look, rows)
        if self.welcome:
            return welcome_screen(self.welcome, self.message, look, rows)
        if question is not None:
            state = self.state(look)
            return question_screen(question, self.selected, state, look, rows)
        if weights:
            return weighing_screen(weights, self.selected, self.message, look, rows)
        return Screen(((),), cursor=0)

    def state(self, look: Look) -> Line:
        """Return in a line what was said besides the level, or the answer before."""
        said = [WORDS[self.confidence]] if self.confidence else []
        said += [f"Shown by: {self.shown}"] if self.shown else []
        if self.message or said:
            return (Piece("strong", " ".join(filter(None, (self.message, *said)))),)
        mark = Piece("done", f"{look.sign('done')} ")
        return (mark, Piece("quiet", self.answered)) if self.answered else ()

    def bind_keys(self) -> None:
        """Say what each key does."""
        welcoming = Condition(lambda: bool(self.welcome))
        rating = ~welcoming & Condition(lambda: self.interview.question is not None)
        weighing = ~welcoming & ~rating
        self.bind(f"{ENTER} space", lambda key: self.begin(), when=welcoming)
        for level, key in enumerate(level_keys(self.interview.scale)):
            names = key if key.isdecimal() else f"{key} {key.upper()}"
            self.bind(names, self.rating(level), when=rating)
        self.bind(ENTER, lambda key: self.rate(self.selected), when=rating)
        self.bind("n N", lambda key: self.rate(None), when=rating)
        self.bind("s S", lambda key: self.skip(), when=rating)
        self.bind("~ !", self.be_sure, when=rating)
        self.bind("e E", lambda key: self.edit(True), when=rating)
        self.bind("1 2 3", lambda key: self.weigh(int(key)), when=weighing)
        self.bind(ENTER, lambda key: self.finish(), when=weighing)
        self.bind("up k", lambda key: self.move(-1), when=~welcoming)
        self.bind("down j", lambda key: self.move(1), when=~welcoming)
        self.bind("u U left backspace", lambda key: self.undo(), when=~welcoming)
        self.bind("q Q c-d", lambda key: self.end(False))

    def begin(self) -> None:
        """Turn to the first question."""
        self.welcome = ()

    def rating(self, level: int) -> Callable[[str], None]:
        """Return what the key of a level does."""
        return lambda key: self.rate(level)

    def rate(self, level: int | None) -> None:
        """Give the skill in question a level, and go on."""
        question = self.interview.question
        assert question is not None
        self.interview.rate(level, self.confidence, self.shown)
        said = "does not apply" if level is None else f"rated {level}"
        self.go_on(f"{question.skill.name}: {said}.")

    def skip(self) -> None:
        """Leave the skill in question for another time."""
        question = self.interview.question
        assert question is not None
        self.interview.skip()
        self.go_on(f"{question.skill.name}: skipped.")

    def undo(self) -> None:
        """Go back to the last answer."""
        undone = self.interview.undo()
        self.go_on("Taken back." if undone else "There is nothing to take back.")

    def go_on(self, message: str) -> None:
        """Turn to the next question, to the weights, or to the end."""
        question = self.interview.question
        self.answered, self.confidence, self.shown = message, None, ""
        self.text.reset()
        self.selected = (question.taken_back or 0) if question else 0
        if question is None and not self.interview.weights:
            self.finish()

    def be_sure(self, key: str) -> None:
        """Say that one is unsure or certain; the same key again takes that back."""
        stated = CONFIDENCE[key]
        self.confidence = None if self.confidence is stated else stated

    def written(self, text: str) -> bool:
        """Keep what shows the level."""
        self.shown = one_line(text, LONGEST_LINE)
        return True

    def move(self, by: int) -> None:
        """Choose the row above or below."""
        last = self.interview.scale.top
        if self.interview.question is None:
            last = len(self.interview.weights) - 1
        self.selected = min(last, max(0, self.selected + by))

    def weigh(self, importance: int) -> None:
        """Say how much the chosen skill matters, and go on to the next."""
        self.interview.weigh(self.interview.weights[self.selected].skill, importance)
        self.move(1)

    def finish(self) -> None:
        """End the round."""
        self.interview.finish()
        self.end(True)
