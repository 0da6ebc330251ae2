"""A person's folders and settings, and the one way from there to a workspace."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pillarplan.cli.input.folders import Folders, expanded, host_name
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import one_line, slug

if TYPE_CHECKING:  # most people have no config file, and TOML takes a while to import
    from pillarplan.cli.input.settings import Settings
    from pillarplan.services.workspace import Workspace


@dataclass(frozen=True)
class Home:
    """Where a person's record, settings and additions are."""

    folders: Folders
    environment: Mapping[str, str]
    stated_base: str | None = None
    """The knowledge base that the command line names, stronger than all else."""

    @property
    def config_file(self) -> Path:
        """Where the person's settings are, if there are any."""
        return self.folders.config / "config.toml"

    @cached_property
    def settings(self) -> "Settings":
        """The person's config file; raises InvalidInputError if it is broken."""
        from pillarplan.cli.input.settings import read_settings

        return read_settings(self.config_file)

    def option_defaults(self, command: str) -> Mapping[str, str | list[str]]:
        """Return the settings that are defaults for the options of `command`."""
        if not self.config_file.exists():
            return {}
        from pillarplan.cli.input.settings import DEFAULTS

        return self.settings.defaults(command) if command in DEFAULTS else {}

    @property
    def name(self) -> str:
        """What the person is called on pages for others; empty if nobody said."""
        stated = self.environment.get("PILLARPLAN_NAME")
        if not stated and self.config_file.exists():
            stated = self.settings.name
        return one_line(stated or "")

    @property
    def base(self) -> Path | None:
        """Where the person's own knowledge base is; None for the built-in one."""
        stated = self.stated_base or self.environment.get("PILLARPLAN_BASE")
        if not stated and self.config_file.exists():
            stated = self.settings.base
        return expanded(stated).absolute() if stated else None

    @property
    def overlay(self) -> Path | None:
        """The person's own additions to the knowledge base, if there are any."""
        stated = self.environment.get("PILLARPLAN_OVERLAY")
        if not stated and self.config_file.exists():
            stated = self.settings.overlay
        if stated:
            return expanded(stated)
        usual = self.usual_overlay
        return usual if usual.exists() else None

    @property
    def overlay_to_write(self) -> Path:
        """Where the person's own additions are, or would be."""
        return self.overlay or self.usual_overlay

    @property
    def usual_overlay(self) -> Path:
        """Where additions are looked for if nobody says: a file for each base.

        So one may go from base to base, and none meets what was meant for another.
        """
        base = self.base
        of_base = f"-{slug(base.stem)}" if base else ""
        return self.folders.config / f"overlay{of_base}.yaml"

    def open(
        self,
        today: date,
        now: datetime,
        warn: Callable[[str], None],
        *,
        forgiving: bool = False,
    ) -> "Workspace":
        """Return the journal and the knowledge base; neither is read yet.

        The settings are read with the knowledge base, so that what needs the record
        alone works while they are broken.  A `forgiving` workspace does without a
        knowledge base that cannot be read.
        """
        from pillarplan.services.workspace import Workspace

        return Workspace(
            data=self.folders.data,
            state=self.folders.state,
            cache=self.folders.cache,
            find_base=lambda: self.base,
            find_overlay=lambda: self.overlay,
            today=today,
            now=now,
            host=host_name(),
            warn=warn,
            forgiving=forgiving,
        )
