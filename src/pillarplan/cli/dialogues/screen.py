"""What dialogues on a screen share: they draw in place, and have a line to write in.

A screen is drawn below what the terminal showed before, with the terminal's own cursor
on the chosen row: no other screen buffer, no mouse, so that scrolling, copying and
braille displays work as ever.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Always, Condition, Filter
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPress
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

from pillarplan.cli.dialogues.signals import end_on_signals
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.render.look import Look
from pillarplan.render.palette import PALETTE, WEIGHTS
from pillarplan.render.screens.screen import Screen

STYLE = Style.from_dict(
    {word: f"ansi{each.colour.replace(' ', '')}" for word, each in PALETTE.items()}
    | {word: name for word, (name, _) in WEIGHTS.items()}
)

ESCAPE_SECONDS = 0.05
"""How long a sequence of bytes that begins with Escape may take; then it is the key."""

ENTER = "enter c-j"
"""The key, and what it sent if it was pressed before the screen was there."""

ALWAYS = Always()

Answer = TypeVar("Answer")


class InlineDialogue(ABC, Generic[Answer]):
    """A dialogue of keys on a part of the screen, which ends with an answer."""

    prompt: str = "> "
    """What stands before the text that is being written."""

    erases = True
    """Nothing of it stays on the screen when it ends with an answer."""

    def __init__(self, unicode: bool) -> None:
        self.unicode = unicode
        self.message = ""
        """What is to be said about the last key."""
        self.helps = False
        """The keys are listed, until the next one."""
        self.editing = False
        """A line of text is being written."""
        self.text = Buffer(multiline=False, accept_handler=self._accept)
        self._cursor = 0

    def run(
        self,
        here: Surroundings,
        keys: Input | None = None,
        output: Output | None = None,
    ) -> Answer:
        """Hold the dialogue; keys and output are those of the terminal, if not given.

        Raises KeyboardInterrupt on Ctrl-C, and typer.Exit with 128 and the signal's
        number if the program is told to end; in both cases the terminal is left as it
        was found.
        """
        app = self._application(here.color, keys, output)
        # The toolkit takes it that the cursor stands at the start of a line.
        app.output.write_raw("\r")
        return app.run(pre_run=self._begin)

    @abstractmethod
    def screen(self, look: Look, rows: int) -> Screen:
        """Return what is to be seen now."""

    @abstractmethod
    def bind_keys(self) -> None:
        """Say with `bind` what each key does."""

    def began(self) -> None:
        """Do what is to be done once the screen is there."""

    def written(self, text: str) -> bool:
        """Take a text that was written; return False to go on writing."""
        del text
        return True

    def bind(
        self, names: str, act: Callable[[str], None], *, when: Filter = ALWAYS
    ) -> None:
        """Let each of some keys do something, unless a text is being written."""
        reading = Condition(lambda: not self.editing)
        for name in names.split():
            self._keys.add(name, filter=reading & when)(self._pressed(name, act))

    def edit(self, on: bool, begin: str = "") -> None:
        """Begin or end to write a text."""
        self.editing = on
        if begin:
            self.text.text = begin
            self.text.cursor_position = len(begin)
        self.app.layout.focus(self._line if on else self._page)

    def end(self, answer: Answer) -> None:
        """End the dialogue."""
        self.app.erase_when_done = self.erases
        self.app.exit(result=answer)

    def _application(
        self, color: bool, keys: Input | None, output: Output | None
    ) -> Application[Answer]:
        self._page = Window(
            FormattedTextControl(
                self._draw,
                focusable=True,
                show_cursor=True,
                get_cursor_position=lambda: Point(x=0, y=self._cursor),
            ),
            dont_extend_height=True,
        )
        self._line = Window(BufferControl(self.text), height=1)
        asked = FormattedTextControl(lambda: [("class:strong", self.prompt)])
        prompt = Window(asked, dont_extend_width=True, height=1)
        line = ConditionalContainer(
            VSplit([prompt, self._line]), Condition(lambda: self.editing)
        )
        self._keys = KeyBindings()
        self._bind_common()
        self.bind_keys()
        app: Application[Answer] = Application(
            Layout(HSplit([self._page, line]), focused_element=self._page),
            key_bindings=self._keys,
            style=STYLE,
            color_depth=None if color else ColorDepth.DEPTH_1_BIT,
            input=keys,
            output=output,
        )
        app.ttimeoutlen = ESCAPE_SECONDS
        self.app = app
        return app

    def _bind_common(self) -> None:
        editing = Condition(lambda: self.editing)
        self._keys.add("escape", filter=editing, eager=True)(
            lambda event: self.edit(False)
        )
        self._keys.add("c-c")(lambda event: event.app.exit(exception=KeyboardInterrupt))
        self._keys.add("<sigint>")(
            lambda event: event.app.exit(exception=KeyboardInterrupt)
        )
        self.bind("c-z", lambda key: self.app.suspend_to_background())
        self.bind("?", lambda key: self._help())
        self.bind("<any>", self._unknown)

    def _pressed(self, name: str, act: Callable[[str], None]) -> Callable[..., None]:
        def press(event: object) -> None:
            self.message = ""
            if self.helps and name != "?":
                self.helps = False
                return
            act(_typed(event) if name == "<any>" else name)

        return press

    def _help(self) -> None:
        self.helps = not self.helps

    def _unknown(self, key: str) -> None:
        if key.isprintable() and len(key) == 1:
            self.message = f"{key} does nothing here; ? lists the keys."

    def _begin(self) -> None:
        end_on_signals(self.app)
        self.began()

    def _accept(self, buffer: Buffer) -> bool:
        if self.written(buffer.text):
            self.edit(False)
        return True  # the text stays, to be written on

    def _draw(self) -> StyleAndTextTuples:
        size = self.app.output.get_size()
        look = Look(unicode=self.unicode, width=size.columns)
        screen = self.screen(look, size.rows - self.editing)
        self._cursor = screen.cursor
        pieces: StyleAndTextTuples = []
        for line in screen.lines:
            pieces += [(_classes(piece.style), piece.text) for piece in line]
            pieces.append(("", "\n"))
        return pieces[:-1]


def _typed(event: object) -> str:
    presses: list[KeyPress] = getattr(event, "key_sequence", [])
    return presses[-1].data if presses else ""


def _classes(style: str) -> str:
    return " ".join(f"class:{word}" for word in style.split())
