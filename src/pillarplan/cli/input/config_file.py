"""Writing the config file: comments and order stay, and what is broken is mended."""

from pathlib import Path

import tomlkit

from pillarplan.cli.input.settings import (
    UnreadableSettingsError,
    config_bytes,
    parse_toml,
    read_table,
)
from pillarplan.cli.input.settings_model import find_faults
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import file_name, one_line
from pillarplan.errors import InvalidInputError, PillarplanError
from pillarplan.files import make_private, write_atomically

LONGEST_LINE = 60
"""So many characters of a broken line are shown."""

NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"
"""What stands for bytes that are no UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MendedFile:
    """A config file that can be read, and what had to be done for that."""

    text: str
    faults: tuple[str, ...] = ()
    """What was wrong with it, a sentence each."""


def examine_settings(path: Path) -> tuple[str, ...]:
    """Return everything that is wrong with a config file, a sentence each."""
    try:
        return tuple(find_faults(read_table(path)).values())
    except InvalidInputError as error:
        return (str(error).removeprefix(f"{path}: "),)


def write_setting(path: Path, name: str, value: str | None) -> tuple[str, ...]:
    """Set `name` in the config file, or remove it; return what was wrong with it.

    Comments and order stay.  Lines that cannot be read become comments.
    """
    mended = mend(path)
    document = tomlkit.parse(mended.text)
    if value is None:
        document.pop(name, None)
    else:
        document[name] = value
    try:
        make_private(path.parent)
        write_atomically(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise PillarplanError(
            f"Cannot write {file_name(path)}: {error.strerror}."
        ) from None
    return mended.faults


def mend(path: Path) -> MendedFile:
    """Return what a config file says in a form that can be read; the file stays.

    Raises InvalidInputError if the file cannot be opened.
    """
    try:
        read_table(path)
    except UnreadableSettingsError as error:
        text = config_bytes(path).decode("utf-8-sig", errors="replace")
        return _mend_lines(text, str(error).removeprefix(f"{path}: "))
    text = config_bytes(path).decode("utf-8-sig") if path.exists() else ""
    odd = "Some of it is written in an odd way"
    return MendedFile(text=text) if _is_readable(text) else _mend_lines(text, odd)


def _mend_lines(text: str, fault: str) -> MendedFile:
    kept: list[str] = []
    faults = [fault]
    for number, line in enumerate(text.splitlines(), 1):
        if NO_CHARACTER not in line and _is_readable("\n".join([*kept, line])):
            kept.append(line)
        else:
            kept.append(f"# {one_line(line, len(line))}")
            shown = one_line(line, LONGEST_LINE)
            faults.append(f"line {number} is a comment now: {shown}")
    return MendedFile(text="\n".join([*kept, ""]), faults=tuple(faults))


def _is_readable(text: str) -> bool:
    """Say whether what reads the settings and what writes them understand a text."""
    try:
        parse_toml(text)
        tomlkit.parse(text)
    except ValueError:
        return False
    return True
