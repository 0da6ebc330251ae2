"""The one place where an error becomes a message and an exit code."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType

from pillarplan.cli.frame.streams import UnshownError
from pillarplan.domain.text import file_name, without_escapes
from pillarplan.errors import PillarplanError

INTERRUPTED = 130

BROKEN_FILE = "broken-file"
"""The kind of error that begins with file, line and column."""


@dataclass
class Ending:
    """How a run of the program ended."""

    exit_code: int = 0
    what_lasts: Callable[[], str] = str
    """Says in a sentence what is done, whatever became of the answer; or nothing."""


@contextmanager
def report_errors(as_json: bool) -> Iterator[Ending]:
    """Turn errors that a user can meet into one message on stderr and an exit code.

    A bug is none of them: its traceback goes to a private file, whose path is shown.
    """
    sys.excepthook = partial(_keep_crash, as_json)
    outcome = Ending()
    try:
        yield outcome
    except UnshownError as error:
        # What was done before it counts: a script must not do it twice.
        told = UnshownError(error.error, outcome.what_lasts())
        outcome.exit_code = told.exit_code
        _tell(str(told), told.kind, told.exit_code, as_json)
    except PillarplanError as error:
        outcome.exit_code = error.exit_code
        _tell(str(error), error.kind, error.exit_code, as_json)
    except KeyboardInterrupt:
        outcome.exit_code = INTERRUPTED
    except OSError as error:
        if error.filename is None:
            raise  # no file that somebody named: a bug
        outcome.exit_code = PillarplanError.exit_code
        name = file_name(error.filename)
        message = f"{name}: {error.strerror}. Check the path and try again."
        _tell(message, PillarplanError.kind, outcome.exit_code, as_json)


def _tell(message: str, kind: str, exit_code: int, as_json: bool) -> None:
    if as_json:
        document = {
            "format": "pillarplan-error",
            "version": "1.0",
            "kind": kind,
            "exit_code": exit_code,
            "message": message,
        }
        text = json.dumps(document, ensure_ascii=False)
    elif kind == BROKEN_FILE:
        text = message  # as compilers tell it, so that editors can jump there
    else:
        text = f"pillarplan: {message}"
    sys.stdout.flush()
    sys.stderr.write(f"{text if as_json else without_escapes(text)}\n")


def _keep_crash(
    as_json: bool,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Write a bug's traceback to a private file and say where it is."""
    import traceback  # slow, and rarely needed

    from pillarplan.cli.input.folders import find_folders

    folder = find_folders(os.environ.get("PILLARPLAN_HOME")).state
    report = "".join(traceback.format_exception(kind, error, trace))
    try:
        path = _write_private(folder / f"crash-{int(time.time())}.txt", report)
    except OSError:
        sys.stderr.write(report)
        return
    message = (
        "Something went wrong inside the program; your journal is safe.\n"
        f"Please send this file to its makers: {path}"
    )
    _tell(message, "bug", PillarplanError.exit_code, as_json)


def _write_private(path: Path, text: str) -> Path:
    from pillarplan.files import make_private, write_atomically

    make_private(path.parent)
    write_atomically(path, text.encode("utf-8", errors="replace"))
    return path
