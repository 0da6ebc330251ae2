"""Ana, a product manager who rated herself and made a plan, for tests of commands."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pillarplan.domain.text import one_line
from tests.cli.terminal import Terminal
from tests.cli.walking import MONDAY, RATINGS
from tests.program import Run, link_cache


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let every command run on 23 November 2026, in a folder of its own."""
    monkeypatch.setenv("PILLARPLAN_TODAY", MONDAY)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """A home that holds Ana's ratings and plan; copy it, do not use it."""
    home = tmp_path_factory.mktemp("ana")
    link_cache(home, shared_cache)
    environment = {
        "PATH": os.environ["PATH"],
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": MONDAY,
    }
    for command in (["assess", *RATINGS], ["plan", "--hours", "3"]):
        subprocess.run(
            [sys.executable, "-m", "pillarplan", *command],
            env=environment,
            check=True,
            capture_output=True,
        )
    return home


@pytest.fixture
def ana(home: Path, template: Path) -> Path:
    """The home of Ana, who has ratings and a plan."""
    for folder in ("data", "state"):
        shutil.copytree(template / folder, home / folder)
    return home


@pytest.fixture
def rated(run: Run) -> None:
    """Ana's ratings, but no plan yet."""
    assert run("assess", *RATINGS).exit_code == 0


@pytest.fixture
def terminal(home: Path, tmp_path: Path) -> Iterator[Terminal]:
    program = tmp_path / "pillarplan"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m pillarplan "$@"\n')
    program.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PS1": "$ ",
        "TERM": "screen-256color",
        "LC_ALL": "C.UTF-8",
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": MONDAY,
    }
    terminal = Terminal(tmp_path, environment)
    yield terminal
    terminal.close()


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name parametrised tests by what somebody would type."""
    if isinstance(val, tuple) and all(isinstance(each, str) for each in val):
        return one_line(" ".join(val), 60) or "pillarplan"
    return None
