"""The config file: a few settings, each with a twin in the environment.

Precedence: flag, environment, config file, default.  The first two are Typer's work;
the config file reaches the commands as defaults for their options.
"""

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pillarplan.cli.input import parsing
from pillarplan.cli.input.week import (
    parse_buffer,
    parse_longest,
    parse_place,
    parse_shortest,
    parse_times,
    parse_zone,
)
from pillarplan.errors import InvalidInputError, PillarplanError, UsageError


@dataclass(frozen=True)
class Setting:
    """Something that can be set once for all plans."""

    name: str
    meaning: str
    default: str
    check: Callable[[str, str], object] = lambda text, option: text
    """Raises UsageError if a value does not fit."""

    @property
    def variable(self) -> str:
        """The environment variable that means the same."""
        return f"PILLARPLAN_{self.name.upper().replace('-', '_')}"


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting(
            "hours", "Desk hours a week: 4, or mon=0.5,sat=2", "3", parsing.parse_week
        ),
        Setting(
            "listening", "Listening hours a week, as hours", "0", parsing.parse_week
        ),
        Setting(
            "breaks",
            "Days off, with commas: 2026-12-20..2027-01-03, 2027-02-01..2027-02-28=25%",
            "",
            parsing.parse_breaks,
        ),
        Setting("holidays", "Public holidays as days off: DE, US-CA", "", parse_place),
        Setting("shortest", "Hours of the shortest session", "0.5", parse_shortest),
        Setting("longest", "Hours of the longest session", "", parse_longest),
        Setting("at", "When you begin: 07:30, or mon=07:30,sat=10:00", "", parse_times),
        Setting("zone", "The time zone of that: Europe/Berlin", "", parse_zone),
        Setting(
            "buffer", "Days without sessions before the last day", "0", parse_buffer
        ),
        Setting("role", "The role to grow into; see: pillarplan kb list --roles", "pm"),
        Setting("context", "What the product asks for besides, with commas", ""),
        Setting(
            "focus", "How many skills to work on, or all", "3", parsing.parse_focus
        ),
        Setting("budget", "The most that may be spent", "", parsing.parse_money),
        Setting("only", "free: use only what is free", "", parsing.parse_only_free),
        Setting(
            "format", "Kinds of resource to use, with commas", "", parsing.parse_kinds
        ),
        Setting(
            "language", "Languages to use, with commas", "", parsing.parse_languages
        ),
        Setting("overlay", "Your own additions to the knowledge base", ""),
    )
}


@dataclass(frozen=True)
class Settings:
    """What a config file says, as text by name of the setting."""

    path: Path
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def overlay(self) -> str | None:
        """The person's own additions to the knowledge base, if stated here."""
        return self.values.get("overlay")

    def defaults(self) -> dict[str, Any]:
        """The values as defaults for the options of the commands."""
        role = {"role": self.values["role"]} if "role" in self.values else {}
        plan = {name: text for name, text in self.values.items() if name != "overlay"}
        return {"plan": plan, "gaps": role}

    def origin(self, name: str, environment: Mapping[str, str]) -> tuple[str, str]:
        """Return the value of a setting and where it comes from."""
        setting = SETTINGS[name]
        if environment.get(setting.variable):
            return environment[setting.variable], f"environment {setting.variable}"
        if name in self.values:
            return self.values[name], str(self.path)
        return setting.default, "default"


def read_settings(path: Path) -> Settings:
    """Read the config file; a missing one is empty.

    Raises InvalidInputError with the file, the key and the next step.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(path)
    except OSError as error:
        raise InvalidInputError(f"Cannot read {path}: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"{path}: not UTF-8 (byte {error.start}).") from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInputError(f"{path}: {error}") from None
    return Settings(path, {name: _text(path, name, table[name]) for name in table})


def _text(path: Path, name: str, value: object) -> str:
    if name not in SETTINGS:
        near = difflib.get_close_matches(name, SETTINGS, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise InvalidInputError(f"{path}: unknown setting {name!r}{hint}")
    parts = value if isinstance(value, list) else [value]
    if not all(type(part) in {str, int, float} for part in parts):
        raise InvalidInputError(f"{path}: {name} must be text or a number")
    text = ",".join(map(str, parts))
    try:
        SETTINGS[name].check(text, name)
    except UsageError as error:
        raise InvalidInputError(f"{path}: {error}") from None
    return text


def write_setting(path: Path, name: str, value: str | None) -> None:
    """Set `name` in the config file, or remove it; comments and order stay."""
    import tomlkit

    from pillarplan.files import make_private, write_atomically

    text = path.read_text(encoding="utf-8") if path.exists() else ""
    document = tomlkit.parse(text)
    if value is None:
        document.pop(name, None)
    else:
        document[name] = value
    try:
        make_private(path.parent)
        write_atomically(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise PillarplanError(f"Cannot write {path}: {error.strerror}.") from None
