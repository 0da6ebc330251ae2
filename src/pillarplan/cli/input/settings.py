"""The config file: a few settings, each with a twin in the environment.

Precedence: flag, environment, config file, default.  The first two are Typer's work;
the config file reaches the commands as defaults for their options.
"""

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from pillarplan.cli.input.options.option import Option, variable
from pillarplan.cli.input.options.plan import PLAN_OPTIONS
from pillarplan.cli.input.parsing import parse_own_name
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import file_name
from pillarplan.errors import InvalidInputError, UsageError
from pillarplan.files import read_at_most

MOST_BYTES = 1_000_000
"""Nobody has more settings; a device may have endless ones."""


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
        return variable(self.name)


def _as_setting(row: Option, default: str) -> Setting:
    return Setting(row.name, row.meaning or row.help.rstrip("."), default, row.read)


OF_PLANS = tuple(
    _as_setting(row, row.default) for row in PLAN_OPTIONS if row.default is not None
)

SETTINGS = {
    setting.name: setting
    for setting in (
        *OF_PLANS,
        Setting("base", "The knowledge base to work on, if not the built-in one", ""),
        Setting("overlay", "Your own additions to the knowledge base", ""),
        Setting("name", "Your name on pages for others", "", parse_own_name),
    )
}

LISTS = {row.name for row in PLAN_OPTIONS if row.many}
"""The settings of which an option has a list."""

DEFAULTS = {"plan": tuple(each.name for each in OF_PLANS), "gaps": ("role",)}
"""The settings that are defaults for the options of a command."""


class UnreadableSettingsError(InvalidInputError):
    """The config file is no TOML at all."""


@dataclass(frozen=True)
class Settings:
    """What a config file says, as text by name of the setting."""

    path: Path
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str | None:
        """Where a knowledge base of one's own is, if stated here."""
        return self.values.get("base")

    @property
    def overlay(self) -> str | None:
        """The person's own additions to the knowledge base, if stated here."""
        return self.values.get("overlay")

    @property
    def name(self) -> str | None:
        """What the person is called on pages for others, if stated here."""
        return self.values.get("name")

    def defaults(self, command: str) -> dict[str, str | list[str]]:
        """The values as defaults for the options of a command."""
        stated = (name for name in DEFAULTS.get(command, ()) if name in self.values)
        return {
            name: [self.values[name]] if name in LISTS else self.values[name]
            for name in stated
        }

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
    table = read_table(path)
    try:
        return Settings(path, {name: as_text(name, table[name]) for name in table})
    except UsageError as error:
        raise InvalidInputError(f"{path}: {error}") from None


def config_bytes(path: Path) -> bytes:
    """Return what stands in the config file; raise OSError if it cannot be read.

    A pipe is read as it comes, but not waited for without end.
    """
    return read_at_most(path, MOST_BYTES)


def read_table(path: Path) -> dict[str, Any]:
    """Return what the config file says, without a look at its settings.

    Raises InvalidInputError if that cannot be read.
    """
    try:
        return parse_toml(config_bytes(path).decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise InvalidInputError(
            f"Cannot read {file_name(path)}: {error.strerror}."
        ) from None
    except UnicodeDecodeError as error:
        fault = f"not UTF-8 (byte {error.start})."
    except ValueError as error:
        fault = str(error)
    raise UnreadableSettingsError(f"{path}: {fault}")


def parse_toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML says.

    Raises ValueError with the reason if it says nothing.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:
        # Python refuses to read numbers of thousands of digits, which takes long.
        raise ValueError("A number is too long") from None
    except RecursionError:
        raise ValueError("Too many brackets in each other") from None


def as_text(name: str, value: object) -> str:
    """Return the value of a setting as one would type it after the option.

    Raises UsageError if there is no such setting or the value does not fit.
    """
    if name not in SETTINGS:
        raise UsageError(unknown(name))
    parts = value if isinstance(value, list) else [value]
    if not all(type(part) in {str, int, float} for part in parts):
        raise UsageError(f"{name} must be text or a number")
    try:
        text = ",".join(map(str, parts))
    except ValueError:  # as 0xfff… it was short enough to read
        raise UsageError(f"{name}: a number is too long") from None
    SETTINGS[name].check(text, name)
    return text


def unknown(name: str) -> str:
    """Return the sentence that says that there is no setting called `name`."""
    near = difflib.get_close_matches(name, SETTINGS, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"unknown setting {name!r}{hint}"
