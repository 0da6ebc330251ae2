"""Running the driver as a process of its own, whole or with faults injected."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import pillarplan

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

    def inject(self, fault: str) -> tuple[str, ...]:
        """Return what makes the driver meet `fault` at this call."""
        return (
            *("strace", "-f", "--seccomp-bpf", "-o", os.devnull),
            *("-e", f"trace={self.call}"),
            *("-e", f"inject={self.call}:{fault}:when={self.number}"),
        )


def trace(folder: Path, *arguments: str) -> Iterator[str]:
    """Run the driver, and yield the system calls in which it may fail."""
    log = folder.with_name(folder.name + ".trace")
    strace = ("strace", "-f", "--seccomp-bpf", "-o", str(log))
    ran = drive(folder, *arguments, under=(*strace, "-e", "trace=" + ",".join(CALLS)))
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
