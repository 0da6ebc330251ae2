"""Commands whose options are also settings."""

from copy import copy
from typing import Any

from pillarplan.cli.frame.attentive import AttentiveCommand
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.home import Home
from pillarplan.errors import InvalidInputError


class WithSettings(AttentiveCommand):
    """A command whose options have what the settings say as defaults."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for option in self.params:
            if getattr(option, "multiple", False):
                # In the environment as in the settings: blanks may stand in names.
                option.type = copy(option.type)
                vars(option.type)["envvar_list_splitter"] = ","

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Return the context of a call; the settings are read once it needs them."""
        extra["default_map"] = _defaults(parent, info_name)
        return super().make_context(info_name, args, parent, **extra)

    def get_help(self, ctx: Any) -> str:
        """Return the help; it is there while the settings are broken, too."""
        ctx.default_map = _defaults(ctx.parent, ctx.info_name)
        try:
            return super().get_help(ctx)
        except InvalidInputError:
            ctx.default_map = None
            return super().get_help(ctx)


def _defaults(program: Any, command: str | None) -> "SettingDefaults | None":
    # While the shell completes a line, the program has not looked around.
    here = program.obj if program else None
    if command is None or not isinstance(here, Surroundings):
        return None
    return SettingDefaults(here.home, command)


class SettingDefaults(dict[str, Any]):
    """The settings as defaults of a command's options, read when one is asked for."""

    def __init__(self, home: Home, command: str) -> None:
        super().__init__()
        self._home = home
        self._command = command

    def get(self, option: str, default: Any = None) -> Any:
        """Return the setting that is the default of an option, if there is one."""
        return self._home.option_defaults(self._command).get(option, default)
