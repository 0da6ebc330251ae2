"""The interview on the screen: one key rates a skill and goes on to the next.

It draws in place, below what the terminal showed before, with the terminal's own cursor
on the chosen row: no other screen buffer, no mouse, so that scrolling, copying and
braille displays work as ever.
"""

from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from pillarplan.cli.dialogues.keys import CONFIDENCE
from pillarplan.cli.dialogues.signals import end_on_signals
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.person.rating import Confidence
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.render.look import Look
from pillarplan.render.palette import PALETTE, WEIGHTS
from pillarplan.render.pieces import Piece
from pillarplan.render.screens.question import (
    Screen,
    question_screen,
    weighing_screen,
)
from pillarplan.services.rating.interviewing import Interview

STYLE = Style.from_dict(
    {word: f"ansi{each.colour.replace(' ', '')}" for word, each in PALETTE.items()}
    | {word: name for word, (name, _) in WEIGHTS.items()}
)

WORDS = {Confidence.LOW: "Unsure.", Confidence.HIGH: "Sure."}

PROMPT = "What shows it? "


def interview_on_screen(
    interview: Interview,
    here: Surroundings,
    keys: Input | None = None,
    output: Output | None = None,
) -> bool:
    """Ask all that the interview asks; return False if the person stops before the end.

    Keys and output are those of the terminal, if not given.  Raises KeyboardInterrupt
    on Ctrl-C, and typer.Exit with 128 and the signal's number if the program is told to
    end; in both cases the terminal is left as it was found.
    """
    session = _Session(interview, here.unicode)
    app = session.application(here.color, keys, output)
    # The toolkit takes it that the cursor stands at the start of a line.
    app.output.write_raw("\r")
    return app.run(pre_run=lambda: end_on_signals(app))


def _classes(style: str) -> str:
    return " ".join(f"class:{word}" for word in style.split())


class _Session:
    """What is on the screen, and what the keys do."""

    def __init__(self, interview: Interview, unicode: bool) -> None:
        self.interview = interview
        self.unicode = unicode
        self.selected = 0
        self.confidence: Confidence | None = None
        self.message = ""
        self.evidence = Buffer(multiline=False, accept_handler=self._keep_evidence)
        self.shown = ""
        self.editing = False
        self.cursor = 0

    def application(
        self, color: bool, keys: Input | None, output: Output | None
    ) -> Application[bool]:
        """Return the running part: layout, keys and colours."""
        editing = Condition(lambda: self.editing)
        page = Window(
            FormattedTextControl(
                self.draw,
                focusable=True,
                show_cursor=True,
                get_cursor_position=lambda: Point(x=0, y=self.cursor),
            ),
            dont_extend_height=True,
        )
        self.page = page
        self.line = Window(BufferControl(self.evidence), height=1)
        asked = FormattedTextControl([("class:strong", PROMPT)])
        prompt = Window(asked, width=len(PROMPT), height=1)
        line = ConditionalContainer(VSplit([prompt, self.line]), editing)
        app: Application[bool] = Application(
            Layout(HSplit([page, line]), focused_element=page),
            key_bindings=self.bindings(),
            style=STYLE,
            color_depth=None if color else ColorDepth.DEPTH_1_BIT,
            input=keys,
            output=output,
        )
        app.ttimeoutlen = 0.05  # Escape alone is heard at once
        self.app = app
        return app

    def draw(self) -> StyleAndTextTuples:
        """Return what is to be seen now."""
        size = self.app.output.get_size()
        screen = self.screen(size.rows - self.editing, size.columns)
        self.cursor = screen.cursor
        pieces: StyleAndTextTuples = []
        for line in screen.lines:
            pieces += [(_classes(p.style), p.text) for p in line]
            pieces.append(("", "\n"))
        return pieces[:-1]

    def screen(self, rows: int, columns: int) -> Screen:
        """Return the question or the weights, for a window of a size."""
        look = Look(unicode=self.unicode, width=columns)
        question, weights = self.interview.question, self.interview.weights
        if question is not None:
            return question_screen(question, self.selected, self.state(), look, rows)
        if weights:
            return weighing_screen(weights, self.selected, look, rows)
        return Screen(((Piece("", self.message),),), cursor=0)  # what stays at the end

    def state(self) -> str:
        """Return in a line what was said besides the level, or the answer before."""
        said = [WORDS[self.confidence]] if self.confidence else []
        said += [f"Shown by: {self.shown}"] if self.shown else []
        return " ".join(said) or self.message

    def bindings(self) -> KeyBindings:
        """Return what each key does."""
        keys = KeyBindings()
        reading = Condition(lambda: not self.editing)
        rating = Condition(lambda: not self.editing and bool(self.interview.question))
        weighing = Condition(lambda: not self.editing and not self.interview.question)

        def bind(names: str, on: Condition, act: Callable[[str], None]) -> None:
            for name in names.split():
                keys.add(name, filter=on)(lambda event, name=name: act(name))

        bind("0 1 2 3 4 5", rating, lambda key: self.rate(int(key)))
        bind("enter", rating, lambda key: self.rate(self.selected))
        bind("n N", rating, lambda key: self.rate(None))
        bind("s S", rating, lambda key: self.skip())
        bind("? !", rating, self.be_sure)
        bind("e E", rating, lambda key: self.edit(True))
        bind("1 2 3", weighing, lambda key: self.weigh(int(key)))
        bind("enter", weighing, lambda key: self.finish())
        bind("up k", reading, lambda key: self.move(-1))
        bind("down j", reading, lambda key: self.move(1))
        bind("u U left backspace", reading, lambda key: self.undo())
        bind("q Q c-d", reading, lambda key: self.app.exit(result=False))
        bind("escape", Condition(lambda: self.editing), lambda key: self.edit(False))
        bind("c-z", reading, lambda key: self.app.suspend_to_background())
        keys.add("c-c")(lambda event: event.app.exit(exception=KeyboardInterrupt))
        keys.add("<sigint>")(lambda event: event.app.exit(exception=KeyboardInterrupt))
        return keys

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
        self.message, self.confidence, self.shown = message, None, ""
        self.evidence.reset()
        self.selected = (question.taken_back or 0) if question else 0
        if question is None and not self.interview.weights:
            self.finish()

    def be_sure(self, key: str) -> None:
        """Say that one is unsure or certain; the same key again takes that back."""
        stated = CONFIDENCE[key]
        self.confidence = None if self.confidence is stated else stated

    def edit(self, on: bool) -> None:
        """Begin or end to write what shows the level."""
        self.editing = on
        self.app.layout.focus(self.line if on else self.page)

    def _keep_evidence(self, buffer: Buffer) -> bool:
        self.shown = one_line(buffer.text, LONGEST_LINE)
        self.edit(False)
        return True  # the line stays, to be written on

    def move(self, by: int) -> None:
        """Choose the row above or below."""
        last = TOP_LEVEL
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
        self.app.exit(result=True)
