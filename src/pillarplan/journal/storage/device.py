"""Which log file is this machine's own."""

import json
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from pillarplan.files import write_atomically
from pillarplan.journal.storage.files import read_bytes

FILE = "devices.json"

NewId = Callable[[int], str]
"""Makes an id of so many bytes that nobody else has."""


def random_id(size: int) -> str:
    """Return an id of so many random bytes, in hexadecimal digits."""
    return os.urandom(size).hex()


def known_device(state: Path, host: str) -> str | None:
    """Return the id under which this host writes, if it has written before.

    A home folder may be copied to another machine, or shared by several: each host
    name has an id of its own, so that no two machines append to one file.
    """
    return _devices(state).get(host)


def own_device(state: Path, host: str, new_id: NewId = random_id) -> str:
    """Return the id under which this host writes, and remember a new one."""
    return known_device(state, host) or renew_device(state, host, new_id)


def renew_device(state: Path, host: str, new_id: NewId = random_id) -> str:
    """Give this host a new id and return it; what it wrote before stays as it is.

    From then on it appends to a new file.  So nothing that another machine wrote under
    the old id, or still writes, can get in its way.
    """
    devices = _devices(state) | {host: new_id(6)}
    content = json.dumps({"hosts": devices}, indent=2) + "\n"
    write_atomically(state / FILE, content.encode())
    return devices[host]


def _devices(state: Path) -> dict[str, str]:
    return _devices_in(read_bytes(state / FILE))


@lru_cache(maxsize=1)  # a command asks several times, and always looks at the file
def _devices_in(content: bytes) -> dict[str, str]:
    try:
        record = json.loads(content or b"{}")
        hosts = record.get("hosts", {}).items()
    except (ValueError, AttributeError, RecursionError):
        # Then this machine gets a new id, and its old file is read like any other.
        return {}
    return {host: device for host, device in hosts if is_device(device)}


def is_device(name: object) -> bool:
    """Say whether `name` can be the id of a device."""
    return isinstance(name, str) and len(name) == 12 and set(name) <= set(_HEXADECIMAL)


_HEXADECIMAL = "0123456789abcdef"
