"""Standard streams as a person has them: some closed, some full, some in odd encodings.

A closed one is opened again, so that no file of ours takes its place; an answer that
nobody can read, and an input that gives none, end in one error wherever that is seen.
"""

import io
import os
import sys
from typing import Any, cast

from pillarplan.errors import InvalidInputError, PillarplanError

STANDARD_ERROR = 2


class UnshownError(PillarplanError):
    """The answer could not be written to where results go."""

    kind = "unshown"

    def __init__(self, error: OSError, lasts: str = "") -> None:
        """Say why, and what `lasts` all the same: a sentence, or nothing."""
        told = lasts or "Nothing was recorded."
        super().__init__(f"The answer could not be shown: {error.strerror}. {told}")
        self.error = error
        self.exit_code = 0 if lasts else PillarplanError.exit_code


class UnreadableInputError(InvalidInputError):
    """The standard input cannot be read: it is open for writing only, or is gone."""

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        super().__init__(f"The standard input cannot be read: {reason}.")


def prepare_streams() -> None:
    """Let the streams be there, show what cannot be encoded as ``?``, and end politely.

    A reader such as `head` that has seen enough is no error: the command goes on, so
    that what it was to record is recorded.
    """
    _open_closed_ones()
    if hasattr(sys.stdin, "buffer"):
        sys.stdin = _readable(sys.stdin)
    for name, is_asked_for in (("stdout", True), ("stderr", False)):
        stream = getattr(sys, name)
        if hasattr(stream, "buffer"):
            setattr(sys, name, _attended(stream, is_asked_for))


def _open_closed_ones() -> None:
    """Open what was closed: an empty input, an output that refuses, a mute stderr."""
    # The lowest number that is free is the one that opening gives.
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mute = number == STANDARD_ERROR
            os.open(os.devnull, os.O_WRONLY if mute else os.O_RDONLY)
            raw = io.FileIO(number, "w" if number else "r", closefd=False)
            stream: Any = raw if number == 0 else _Raw(raw, is_asked_for=not mute)
            buffer = io.BufferedWriter(stream) if number else io.BufferedReader(raw)
            setattr(sys, name, io.TextIOWrapper(buffer, encoding="utf-8"))


def _readable(stream: Any) -> io.TextIOWrapper:
    buffer = io.BufferedReader(_RawInput(stream))
    # What cannot be decoded is shown as such, and refused where it must not stand.
    return io.TextIOWrapper(buffer, stream.encoding, errors="replace")


def _attended(stream: io.TextIOWrapper, is_asked_for: bool) -> io.TextIOWrapper:
    # The first stream stays whole: Python asks it how wide the terminal is.
    raw = getattr(stream.buffer, "raw", stream.buffer)
    return io.TextIOWrapper(
        io.BufferedWriter(_Raw(raw, is_asked_for=is_asked_for)),
        stream.encoding,
        errors="replace",
        # Whoever wants nothing kept back (`python -u`) gets each line at once.
        line_buffering=stream.line_buffering or stream.write_through,
    )


class _RawInput(io.RawIOBase):
    """What is read; says in one sentence that it cannot be."""

    def __init__(self, stream: Any) -> None:
        self._stream = (
            stream  # held, since a stream that is let go closes what is below
        )
        self._raw = getattr(stream.buffer, "raw", stream.buffer)

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def readinto(self, buffer: Any) -> int | None:
        try:
            return cast(int | None, self._raw.readinto(buffer))
        except OSError as error:
            raise UnreadableInputError(error) from error


class _Raw(io.RawIOBase):
    """What a stream is written to; says once that it cannot be, then is silent."""

    def __init__(self, raw: Any, *, is_asked_for: bool) -> None:
        self._raw = raw
        self._lost = False
        self._is_asked_for = is_asked_for
        """Somebody waits for what is written; else it stands beside it only."""

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def write(self, data: Any) -> int:
        if not self._lost:
            try:
                return int(self._raw.write(data))
            except OSError as error:
                self._lost = True
                if self._is_asked_for and not isinstance(error, BrokenPipeError):
                    raise UnshownError(error) from error
        return len(data)
