"""Where to begin: the address of an item, opened by what the system opens such with."""

import re
from collections.abc import Mapping

from pillarplan.domain.knowledge.address import Address
from pillarplan.domain.knowledge.item import Practice
from pillarplan.domain.text import LINK
from pillarplan.errors import NothingYetError
from pillarplan.services.following.schedulers.machine import Machine
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.naming.known import known_items
from pillarplan.services.workspace import Workspace

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")

REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
"""Who is there from afar would not see what opens here."""


def find_address(workspace: Workspace, item_id: str | None) -> Address:
    """Return the address of an item, or else of what is next.

    Raises NothingYetError for what has none, with what to do instead.
    """
    if item_id is None:
        action = whats_next(workspace)
        if action.item is None:
            raise NothingYetError(
                f"There is nothing to open. {action.sentence}\nType: {action.command}"
            )
        item_id = action.item
    (item,) = known_items(workspace.knowledge, [item_id])
    if isinstance(item, Practice):
        raise NothingYetError(
            f"{item.title} is done at work and has no address.\n"
            f"What to do: pillarplan kb show {item.id}"
        )
    if not item.url:
        raise NothingYetError(
            f"{item.title} has no address in the knowledge base.\n"
            f"What is known of it: pillarplan kb show {item.id}"
        )
    return Address(item=item.id, title=item.title, url=item.url)


def open_address(machine: Machine, url: str) -> bool:
    """Open an address by what the system has for it; say whether that went well.

    Whoever sees no more than a terminal is spared the attempt.
    """
    opener = _opener(machine)
    if opener is None or not re.fullmatch(LINK, url):
        return False
    return machine.start(*opener, url)


def _opener(machine: Machine) -> tuple[str, ...] | None:
    """Return the program, with its options, that opens addresses; None if none can."""
    if _any_set(machine.environment, REMOTE):
        return None
    if machine.system == "win32":
        return ("rundll32", "url.dll,FileProtocolHandler")
    if machine.system == "darwin":
        return ("open",)
    if machine.has("wslview"):  # Windows opens it, whatever Linux shows
        return ("wslview",)
    if _any_set(machine.environment, DISPLAYS) and machine.has("xdg-open"):
        return ("xdg-open",)
    return None


def _any_set(environment: Mapping[str, str], names: tuple[str, ...]) -> bool:
    return any(environment.get(name) for name in names)
