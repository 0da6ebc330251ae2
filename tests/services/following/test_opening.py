"""Where to begin: the address of an item, and the program that opens it."""

import os
import time
from pathlib import Path

import pytest

from pillarplan.domain.knowledge.address import Address
from pillarplan.errors import NothingYetError
from pillarplan.services.following.opening import find_address, open_address
from pillarplan.services.following.schedulers.machine import Machine
from tests.services.schedulers import Tools
from tests.worlds import MONDAY, On, planned

URL = "https://example.org/a?b=c&d=$(touch%20me)"

NOTE = '#!/bin/sh\nprintf "%s|" "$0" "$@" >>"${0%/*}/calls"\n'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are for sh")


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    tools = Tools(tmp_path / "tools")
    tools.folder.mkdir()
    return tools


def machine(tools: Tools, system: str = "linux", **environment: str) -> Machine:
    return Machine(
        system=system,
        home=tools.folder,
        environment={"PATH": str(tools.folder), **environment},
        search_path=str(tools.folder),
        user=0,
        boots_systemd=False,
    )


def test_the_address_is_that_of_what_is_next(on: On) -> None:
    planned(on(MONDAY))

    assert find_address(on(MONDAY), None) == Address(
        item="getting-to-yes",
        title="Getting to Yes: Negotiating Agreement Without Giving In",
        url="https://openlibrary.org/isbn/9780143118756",
    )


def test_a_practice_has_no_address(on: On) -> None:
    with pytest.raises(NothingYetError, match="kb show decline-a-feature-well"):
        find_address(on(MONDAY), "decline-a-feature-well")


def test_without_a_plan_it_says_what_to_do_first(on: On) -> None:
    with pytest.raises(NothingYetError, match="Type: pillarplan assess"):
        find_address(on(MONDAY), None)


@pytest.mark.parametrize(
    ("system", "tool", "environment"),
    [
        ("linux", "xdg-open", {"DISPLAY": ":0"}),
        ("linux", "xdg-open", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", "wslview", {}),
        ("darwin", "open", {}),
    ],
)
def test_the_address_goes_to_what_the_system_opens_such_with(
    tools: Tools,
    monkeypatch: pytest.MonkeyPatch,
    system: str,
    tool: str,
    environment: dict[str, str],
) -> None:
    tools.add(tool, NOTE)
    monkeypatch.setenv("PATH", str(tools.folder))

    assert open_address(machine(tools, system, **environment), URL)
    assert (tools.folder / "calls").read_text().split("|")[1:] == [URL, ""]


@pytest.mark.parametrize(
    ("system", "environment"),
    [
        ("linux", {}),
        ("linux", {"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}),
        ("darwin", {"SSH_TTY": "/dev/ttys1"}),
        ("win32", {"SSH_CLIENT": "1 2 3"}),
    ],
)
def test_who_sees_only_a_terminal_is_not_sent_elsewhere(
    tools: Tools, system: str, environment: dict[str, str]
) -> None:
    tools.add("xdg-open", NOTE)

    assert not open_address(machine(tools, system, **environment), URL)
    assert not (tools.folder / "calls").exists()


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "-h", "https://a b", ""]
)
def test_nothing_but_a_safe_link_is_opened(
    tools: Tools, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    tools.add("xdg-open", NOTE)
    monkeypatch.setenv("PATH", str(tools.folder))

    assert not open_address(machine(tools, DISPLAY=":0"), url)
    assert not (tools.folder / "calls").exists()


def test_a_browser_that_stays_open_is_not_waited_for(
    tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools.add("xdg-open", "#!/bin/sh\nexec /bin/sleep 3\n")
    monkeypatch.setenv("PATH", str(tools.folder))
    begun = time.monotonic()

    assert open_address(machine(tools, DISPLAY=":0"), URL)
    assert time.monotonic() - begun < 2.5


def test_a_tool_that_fails_has_opened_nothing(
    tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools.add("xdg-open", "#!/bin/sh\nexit 3\n")
    monkeypatch.setenv("PATH", str(tools.folder))

    assert not open_address(machine(tools, DISPLAY=":0"), URL)
