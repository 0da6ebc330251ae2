"""An end from outside that leaves the terminal as it was found.

The toolkit puts the terminal in order when an application ends, but does not hear the
signals by which a program is told to end.
"""

import asyncio
import signal
from contextlib import suppress
from typing import Any

import typer
from prompt_toolkit.application import Application

ENDINGS = ("SIGTERM", "SIGHUP")
"""Signals after which the terminal is put in order before the program ends."""


def end_on_signals(app: Application[Any]) -> None:
    """Have a running application end with 128 and the number of a signal."""
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None:
            # Windows has no such handlers; there the window closes.
            with suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(
                    number, _end, app, int(number)
                )


def _end(app: Application[Any], number: int) -> None:
    app.exit(exception=typer.Exit(128 + number))
