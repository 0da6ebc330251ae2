"""The command line: parse, call one service, print.

`main` answers ``--version`` and ``next`` itself, since they are asked for again and
again, and importing Typer takes longer than the answer.
"""

import gc
import os
import sys

from pillarplan.cli.frame.streams import UnshownError, prepare_streams

FOR_TYPER = {"PILLARPLAN_PLAIN", "PILLARPLAN_NO_INPUT", "_PILLARPLAN_COMPLETE"}
"""What Typer reads from the environment: options, and that a shell asks for words."""


def main() -> None:
    """Run the command that the process was started with."""
    # Loading modules makes many objects and no garbage; looking for some would take a
    # tenth of the time of most commands, and more than that at their end.
    gc.set_threshold(100_000)
    prepare_streams()
    try:
        _answer(sys.argv[1:])
    except UnshownError as error:
        sys.stderr.write(f"pillarplan: {error}\n")
        sys.exit(error.exit_code)
    finally:
        gc.freeze()


def _answer(arguments: list[str]) -> None:
    if arguments == ["--version"]:
        from pillarplan import __version__

        print(f"pillarplan {__version__}", flush=True)  # noqa: T201  # before any console exists
    elif arguments == ["next", "--short"]:
        from pillarplan.cli.frame.prompt import show_next_short

        show_next_short()
    elif arguments in ([], ["next"]) and FOR_TYPER.isdisjoint(os.environ):
        from pillarplan.cli.frame.prompt import show_next_at_once

        sys.exit(show_next_at_once(asked=bool(arguments)))
    else:
        from pillarplan.cli.frame.app import run

        sys.exit(run(arguments))
