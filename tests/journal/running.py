"""Running the driver as a process of its own, whole or with faults injected."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pytest

import pillarplan
from tests.forking import forks
from tests.journal.driver import end_once_traced

LOOKING = Lock()
"""Held to see which processes have ended: each start looks at those of all threads."""

DRIVER = Path(__file__).with_name("driver.py")

CALLS = ("write", "fsync", "ftruncate", "rename", "mkdir", "openat", "flock")
"""The system calls by which the journal may fail or die."""

ENVIRONMENT = {
    "PATH": os.environ.get("PATH", ""),
    "PYTHONPATH": str(Path(pillarplan.__file__).parents[1]),
    "PYTHONDONTWRITEBYTECODE": "1",
}

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Ran:
    """How a run of the driver ended."""

    code: int
    stdout: str
    stderr: str


def need(tool: str) -> pytest.MarkDecorator:
    """Skip a test where a tool is missing; under CI it must be there."""
    missing = shutil.which(tool) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(missing, reason=f"{tool} is not installed")


def start(
    folder: Path,
    *arguments: str,
    under: Sequence[str] = (),
    variables: Mapping[str, str] = NOTHING,
) -> "subprocess.Popen[str]":
    """Start the driver and return its process."""
    return subprocess.Popen(
        # Without the site module it starts in half the time.
        [*under, sys.executable, "-S", str(DRIVER), str(folder), *arguments],
        env={**ENVIRONMENT, **variables},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def drive(
    folder: Path,
    *arguments: str,
    under: Sequence[str] = (),
    variables: Mapping[str, str] = NOTHING,
) -> Ran:
    """Run the driver, perhaps `under` another program, and return how it ended."""
    process = start(folder, *arguments, under=under, variables=variables)
    stdout, stderr = process.communicate()
    return Ran(process.returncode, stdout, stderr)


@dataclass(frozen=True)
class Point:
    """The nth call of one kind that the driver makes."""

    call: str
    number: int

    def inject(self, fault: str, folder: Path, *arguments: str) -> Ran:
        """Run the driver, which meets `fault` at this call."""
        met = f"inject={self.call}:{fault}:when={self.number}"
        options = ("-o", os.devnull, "-e", f"trace={self.call}", "-e", met)
        return _watch(folder, arguments, options)


def _watch(folder: Path, arguments: Sequence[str], options: Sequence[str]) -> Ran:
    """Run the driver in a process that strace watches from its first call on.

    It is a fork, so that strace sees the driver at work and not what it imports.
    """
    gate, inside = forks().Pipe()
    shown = [folder.with_name(f"{folder.name}.{name}") for name in ("out", "err")]
    of_driver = (inside, folder, arguments, shown)
    process = forks().Process(target=end_once_traced, args=of_driver)
    with LOOKING:
        process.start()
    assert gate.recv() == "ready"
    with subprocess.Popen(
        ["strace", "-f", "-p", str(process.pid), *options],
        stderr=subprocess.PIPE,
        text=True,
    ) as strace:
        assert strace.stderr is not None
        assert "attached" in strace.stderr.readline()
        gate.send("go")
    with LOOKING:
        process.join()
    assert process.exitcode is not None
    return Ran(process.exitcode, *(path.read_text() for path in shown))


def trace(folder: Path, *arguments: str) -> Iterator[str]:
    """Run the driver, and yield the system calls in which it may fail."""
    log = folder.with_name(folder.name + ".trace")
    options = ("-o", str(log), "-e", "trace=" + ",".join(CALLS))
    ran = _watch(folder, arguments, options)
    assert ran.code == 0, ran.stderr
    for line in log.read_text().splitlines():
        if called := re.match(r"\d+ +(\w+\(.*)", line):
            yield called[1]


def points(folder: Path, *arguments: str) -> list[Point]:
    """Run the driver once, and return all its calls that concern the journal.

    The last write, by which it tells what it did, is not among them.
    """
    counts = dict.fromkeys(CALLS, 0)
    found: list[Point] = []
    for line in trace(folder, *arguments):
        call = line.split("(")[0]
        counts[call] += 1
        if found or str(folder) in line:
            found.append(Point(call, counts[call]))
    return found[:-1]
