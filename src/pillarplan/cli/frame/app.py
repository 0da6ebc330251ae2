"""The program: its own options, and how it runs a command."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Annotated, Any

import typer

from pillarplan import __version__
from pillarplan.cli.frame.failure import Ending, report_errors
from pillarplan.cli.frame.lazy_group import RECORD_FIRST, LazyGroup
from pillarplan.cli.frame.surroundings import Surroundings, look_around
from pillarplan.errors import NothingYetError, UsageError

app = typer.Typer(
    cls=LazyGroup,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)


@app.callback()
def pillarplan(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Answer with one JSON object.")
    ] = False,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            envvar="PILLARPLAN_PLAIN",
            help="No colour, boxes or cursor movement; good for screen readers.",
        ),
    ] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="No colour (as NO_COLOR=1).")
    ] = False,
    no_input: Annotated[
        bool,
        typer.Option(
            "--no-input", envvar="PILLARPLAN_NO_INPUT", help="Never ask anything."
        ),
    ] = False,
    home: Annotated[
        str | None,
        typer.Option(
            "--home",
            envvar="PILLARPLAN_HOME",
            metavar="FOLDER",
            help="Keep config, data, state and cache in this folder.",
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            envvar="PILLARPLAN_BASE",
            metavar="PATH",
            help="Work on a knowledge base of your own: its folder or entry file.",
        ),
    ] = None,
) -> None:
    """Turn an honest self-rating into a dated learning roadmap.

    \b
    Start here:
      pillarplan demo                      a finished example, nothing is kept
      pillarplan assess                    rate yourself, about ten minutes
      pillarplan plan --hours 4            a dated plan that fits four hours a week
      pillarplan checkin                   tell what you did; ends with what is next

    --json, --plain, --no-color and --no-input may stand anywhere on the line.
    Everything stays on this machine.
    """
    ending = ctx.obj
    ctx.obj = look_around(
        home=home,
        base=base,
        json=json,
        plain=plain,
        no_color=no_color,
        no_input=no_input,
        forgiving=ctx.invoked_subcommand in RECORD_FIRST,
    )
    ctx.call_on_close(ctx.obj.close)
    if isinstance(ending, Ending):
        ending.what_lasts = ctx.obj.what_lasts
    if version:
        if json:
            ctx.obj.answer("version", {"pillarplan": __version__})
        else:
            ctx.obj.say(f"pillarplan {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        # Who asks for nothing in particular is welcome even if there is nothing yet.
        with suppress(typer.Exit):
            _call(ctx, "next")


def surroundings(ctx: typer.Context) -> Surroundings:
    """Return what the program found around it when it started."""
    found = ctx.obj
    assert isinstance(found, Surroundings)
    return found


def run_command(ctx: typer.Context, name: str, *words: str) -> None:
    """Run another command as if it were typed, with the settings of this run."""
    assert ctx.parent is not None
    _call(ctx.parent, name, *words)


def find_command(program: Any, name: str) -> Any:
    """Return the command called `name`; `program` is the context of the program."""
    _, command, _ = program.command.resolve_command(program, [name])
    return command


def _call(program: Any, name: str, *words: str) -> None:
    command = find_command(program, name)
    with command.make_context(name, list(words), parent=program) as inner:
        command.invoke(inner)


def help_if_alone(ctx: typer.Context) -> None:
    """Show the help of a group of commands that was called without any of them."""
    if ctx.invoked_subcommand is None:
        here = surroundings(ctx)
        if here.json:
            raise UsageError(f"Say which command. See: {ctx.command_path} --help")
        command: Any = ctx.command
        here.show(command.help_lines(ctx))


def run(arguments: Sequence[str]) -> int:
    """Run the program with `arguments`; return its exit code."""
    with report_errors(as_json="--json" in arguments) as outcome:
        # Not app(…), because that puts Typer's own hook for crashes in place of ours.
        command = typer.main.get_command(app)
        with _errors_of_ours():
            code = command(
                args=list(arguments),
                prog_name="pillarplan",
                standalone_mode=False,
                obj=outcome,
            )
        sys.stdout.flush()
        outcome.exit_code = code if isinstance(code, int) else 0
    return outcome.exit_code


@contextmanager
def _errors_of_ours() -> Iterator[None]:
    """Turn what Typer raises into errors of ours, which one place reports."""
    try:
        yield
    except typer.TyperException as error:
        # Imported here, since most calls fit.
        from pillarplan.cli.frame.plain_words import in_plain_words

        raise UsageError(in_plain_words(error)) from error
    except typer.Abort as error:
        # Prompts end so both at Ctrl-C and where the standard input ends.
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from error
        raise NothingYetError("Stopped: the input ended here.") from error
