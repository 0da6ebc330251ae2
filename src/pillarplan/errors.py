"""Every error that a user can meet, with its exit code.

0 done, 1 failed, 2 usage, 3 nothing there yet or unfinished, 4 invalid input file,
5 store busy or not writable, 6 store damaged or newer; 130 and 143 are signals.
"""

from os import PathLike


class PillarplanError(Exception):
    """Something went wrong that the user can understand and mend.

    The message is one kind sentence, or a few lines, and says the next step.
    """

    exit_code = 1
    kind = "failed"


class OccupiedError(PillarplanError):
    """A file is in the way that must not be lost."""

    kind = "occupied"

    def __init__(self, path: PathLike[str]) -> None:
        super().__init__(f"{path} exists already. Add --force to replace it.")


class UsageError(PillarplanError):
    """The command line asks for something that does not exist or does not fit."""

    exit_code = 2
    kind = "usage"


class NothingYetError(PillarplanError):
    """There is nothing to show yet, or something was left unfinished."""

    exit_code = 3
    kind = "nothing-yet"


class InvalidInputError(PillarplanError):
    """A file that the user gave, or that ships with the program, is not valid."""

    exit_code = 4
    kind = "invalid-input"


class StoreBusyError(PillarplanError):
    """The journal is locked by another process, or cannot be written."""

    exit_code = 5
    kind = "store-busy"


class StoreDamagedError(PillarplanError):
    """The journal is damaged, or was written by a newer pillarplan."""

    exit_code = 6
    kind = "store-damaged"
