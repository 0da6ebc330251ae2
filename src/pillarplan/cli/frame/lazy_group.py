"""The commands of the program by name, each imported only when it is called."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from pillarplan.cli.frame.attentive import AttentiveCommand, AttentiveGroup
from pillarplan.domain.text import wrapped

if TYPE_CHECKING:
    from pillarplan.render.pieces import Line

COMMANDS = {
    "demo": "Show a finished example; your own record is not touched.",
    "assess": "Rate yourself, skill by skill; stop any time and go on later.",
    "gaps": "Compare your ratings with what a role asks for.",
    "plan": "Make the best dated plan that fits your hours, or make it again.",
    "roadmap": "Show the plan that you adopted, with what is done by now.",
    "next": "Show what to do now.",
    "open": "Open the page of what is next, or of an item, in your browser.",
    "status": "Show where you stand: progress, pace, and what is due.",
    "checkin": "Tell what you did; without options a short dialogue asks.",
    "done": "Tell that you finished an item; the answer is what comes next.",
    "log": "Tell how long you worked on an item; the answer is what comes next.",
    "add": "Add a book, a course or a practice of your own, for the plan to choose.",
    "recall": (
        "Ask what your past self wanted you to remember, and show when it comes back."
    ),
    "pause": "Pause for a while: nothing is due, and nothing counts as missed.",
    "resume": "End a pause today; the answer is what comes next.",
    "remind": "Let your machine remind you of the weekly check-in.",
    "history": "Show how your levels, hours and evidence went over time.",
    "review": "Write what a week, month or quarter brought, for your manager.",
    "feedback": "Ask others how they see you, and compare.",
    "explain": "Explain an item, a skill, or what limits the whole plan.",
    "reflect": (
        "Think through what your product does to people, and how it is secured."
    ),
    "export": "Hand the roadmap over to people and to other programs.",
    "kb": (
        "The knowledge base: list, show, search, count, lint, schema, diff, adopt, "
        "import."
    ),
    "config": "Settings that hold for all plans: show, set, unset, path.",
    "amend": "Correct one thing that you told, however long ago.",
    "undo": "Take back the last command that changed something.",
    "doctor": "Examine your record, and say what to do if something is wrong.",
    "backup": "Copy your whole record into one file, and check the copy.",
    "restore": "Bring a backup in again; what is here stays.",
    "help": "Show help on a command or on another topic.",
}
"""The first sentence of each command's help, in the order in which help lists them.

Each is a module of `pillarplan.cli.commands`.  A test compares the sentences with those
of the modules.
"""

RECORD_FIRST = frozenset(
    {
        *("roadmap", "checkin", "done", "log", "recall", "resume"),
        *("history", "review", "export", "amend", "undo"),
    }
)
"""The commands that tell and show the person's record, if need be without the rest."""

OPTIONS = (
    "pillarplan COMMAND --help has options and examples. Anywhere on the line: --json, "
    "--plain, --no-color, --no-input; first: --home FOLDER, --base PATH, --version, "
    "--install-completion."
)
"""What the help says of options; the manual page lists them one by one."""

EVERYWHERE = ("--json", "--plain", "--no-color", "--no-input")
"""Options of the whole program that may stand anywhere on the line."""


HELP = ("-h", "--help")


class LazyGroup(AttentiveGroup):
    """Lists its commands by the table, and imports a command when it is resolved."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands.update(
            {name: TyperCommand(name, help=line) for name, line in COMMANDS.items()}
        )

    def get_help(self, ctx: Any) -> str:
        """Return the help of the program as text."""
        from pillarplan.render.pieces import plain

        return plain(self.help_lines(ctx))

    def help_lines(self, ctx: Any) -> "Iterable[Line]":
        """Return what the program is, all commands by groups, and its own options."""
        from pillarplan.render.lines.help import help_lines, overview

        formatter = ctx.make_formatter()
        self.format_usage(ctx, formatter)
        usage, (says, *_) = formatter.getvalue().strip(), (self.help or "").split("\n")
        width = ctx.terminal_width or formatter.width
        return (
            *help_lines(f"{usage}\n{says}\n"),
            *overview(width),
            (),
            *help_lines(wrapped(OPTIONS, width)),
        )

    def resolve_command(
        self, ctx: Any, args: list[str]
    ) -> tuple[str | None, Any, list[str]]:
        """Return name, command and the words after it; raise UsageError if unknown."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, load(name) if name and listed else None, rest

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the options of the whole program from wherever they stand."""
        end = args.index("--") if "--" in args else len(args)
        everywhere = [each for each in args[:end] if each in EVERYWHERE]
        rest = [each for each in args[:end] if each not in EVERYWHERE]
        if any(each in HELP for each in rest):
            rest = self._asking_for_help(rest)
        return super().parse_args(ctx, [*everywhere, *rest, *args[end:]])

    def _asking_for_help(self, args: list[str]) -> list[str]:
        """Return the words that ask for help on the command named, wherever they do."""
        before = [each for each in args if each not in HELP]
        place = next(
            (n for n, each in enumerate(before) if each in self.commands), None
        )
        if place is None:
            return args
        group = getattr(load(before[place]), "commands", {})
        inner = [each for each in before[place + 1 : place + 2] if each in group]
        return [*before[: place + 1], *inner, HELP[-1]]


def load(name: str) -> Any:
    """Return a command with its options, from the module that is called after it."""
    module = import_module(f"pillarplan.cli.commands.{name}")
    for info in module.app.registered_commands:
        if info.cls is TyperCommand:  # nothing else was asked for
            info.cls = AttentiveCommand
    module.app.info.cls = AttentiveGroup  # of those that are groups
    command = typer.main.get_command(module.app)
    command.name = name
    return command
