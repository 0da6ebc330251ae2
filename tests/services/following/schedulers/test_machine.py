"""A machine: its folders, and running the tools that it has."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pillarplan.services.following.schedulers.machine import (
    Machine,
    ToolAnswer,
    ToolFailedError,
    ToolMissingError,
)
from tests.services.schedulers import Tools

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tools are scripts")


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    folder = tmp_path / "bin"
    folder.mkdir()
    return Tools(folder)


def make(tools: Tools, name: str, script: str) -> str:
    """Make a tool of a line of shell; return its path."""
    tools.add(name, f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
    return str(tools.folder / name)


def machine(tools: Tools, **environment: str) -> Machine:
    return replace(tools.machine(), environment=environment)


@pytest.mark.parametrize(
    ("stated", "config"),
    [("", "ana/.config"), ("relative", "ana/.config"), ("/etc/ana", "/etc/ana")],
)
def test_settings_are_in_the_home_folder_unless_the_system_says_otherwise(
    tools: Tools, stated: str, config: str
) -> None:
    here = machine(tools, XDG_CONFIG_HOME=stated)

    assert here.config == tools.folder.parent / config


def test_only_tools_in_the_search_path_are_there(tools: Tools) -> None:
    make(tools, "crontab", "")
    (tools.folder / "systemctl").write_text("no program")

    here = machine(tools)

    assert here.has("crontab")
    assert not here.has("systemctl")
    assert not here.has("sh")


def test_a_tool_reads_what_it_is_given_and_speaks_english(tools: Tools) -> None:
    tool = make(tools, "echo", 'cat; echo "$LC_ALL $1" >&2; exit 3')

    answer = machine(tools, LC_ALL="de_DE").ask(tool, "two words", stdin=b"caf\xc3\xa9")

    assert answer == ToolAnswer(False, b"caf\xc3\xa9", "C.UTF-8 two words")


def test_a_tool_that_reads_nothing_ends_nobody(tools: Tools) -> None:
    tool = make(tools, "deaf", "exit 0")

    assert machine(tools).ask(tool, stdin=b"x" * 1_000_000).is_well


def test_what_fails_says_why_in_one_clean_line(tools: Tools) -> None:
    tool = make(
        tools, "crontab", r'printf "not \033[31mallowed\nask root\n" >&2; false'
    )
    mute = make(tools, "mute", "false")

    with pytest.raises(
        ToolFailedError, match=r"nothing was changed: not \[31mallowed\n"
    ):
        machine(tools).call(tool)
    with pytest.raises(ToolFailedError, match="it did not say why"):
        machine(tools).call(mute)
    machine(tools).call(make(tools, "well", "true"))


def test_a_tool_that_is_missing_is_told_with_another_way(tools: Tools) -> None:
    with pytest.raises(ToolMissingError, match="pillarplan status --due"):
        machine(tools).ask(str(tools.folder / "none"))
