"""The machine as a reminder sees it, and how it can start this program again."""

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from pillarplan.cli.input.folders import expanded
from pillarplan.services.following.schedulers.machine import Machine

FOLDER_VARIABLES = (
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
)
"""What says where the folders are, if nobody names a home for all of them."""

ADMIN = ("/usr/sbin", "/usr/lib")
"""Where systems have `sendmail`, which is not on everybody's PATH."""


def find_machine(environment: Mapping[str, str]) -> Machine:
    """Return the machine that this process runs on."""
    return Machine(
        system=sys.platform,
        home=Path.home(),
        environment=environment,
        search_path=os.pathsep.join([environment.get("PATH", os.defpath), *ADMIN]),
        user=os.getuid() if hasattr(os, "getuid") else 0,
        # sd_booted(3): this folder is how one knows it.
        boots_systemd=Path("/run/systemd/system").is_dir(),
    )


def own_command(home: str | None, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return program and options that run this program on the same record.

    They work where there is no environment to speak of, as under cron.
    """
    program = _program(sys.argv[0])
    if home:
        return (*program, "--home", str(expanded(home).absolute()))
    carried = tuple(
        f"{name}={Path(environment[name]).absolute()}"
        for name in FOLDER_VARIABLES
        if environment.get(name)
    )
    if carried and sys.platform != "win32":
        return ("/usr/bin/env", *carried, *program)
    return program


def typed_command() -> str:
    """Return the words by which somebody started this program, as short as may be."""
    name = "pillarplan"
    (program, *rest) = _program(sys.argv[0])
    found = shutil.which(name)
    if found and program == str(Path(found).absolute()):
        return name
    path, here = Path(program), Path.cwd()
    near = path.relative_to(here) if path.is_relative_to(here) else path
    return shlex.join([str(near), *rest])


def _program(started: str) -> tuple[str, ...]:
    """Return how this program was started, in words that are true in any folder.

    Links are not followed: pipx and uv keep theirs when they install a newer version.
    """
    if Path(started).stem == "pillarplan":
        # Windows leaves the .exe away; `which` finds it.
        path = shutil.which(started)
        if path is not None:
            return (str(Path(path).absolute()),)
    return (sys.executable, "-m", "pillarplan")
