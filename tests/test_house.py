"""Rules about the house as a whole that no other tool checks."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.house import House, circles_of
from benchmarks.house_map import LAYERS, house_map, rooms

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "pillarplan"

CLI = "pillarplan.cli."
MOST_MODULES = 15
MOST_COMMANDS = 30

CLOCK_AND_ENVIRONMENT = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "getpass.getuser",
    "os.environ",
    "os.getenv",
    "os.getlogin",
    "os.uname",
    "Path.cwd",
    "Path.home",
    "path.expanduser",
    "path.expandvars",
    "platform.node",
    "shutil.get_terminal_size",
    "socket.gethostname",
    "sys.argv",
    "time.ctime",
    "time.gmtime",
    "time.localtime",
    "time.strftime",
    "time.time",
    "time.time_ns",
}
"""``time.monotonic`` is none of them: a stopwatch tells no day."""


@pytest.fixture(scope="module")
def house() -> House:
    return House(ROOT)


def test_no_public_class_name_has_two_owners(house: House) -> None:
    assert house.twice == []


def test_no_folder_holds_more_modules_than_one_can_look_over(house: House) -> None:
    most = {PACKAGE / "cli" / "commands": MOST_COMMANDS}

    full = {
        str(folder): count
        for folder, count in house.folders.items()
        if count > most.get(folder, MOST_MODULES)
    }

    assert full == {}


def test_the_map_of_the_design_is_that_of_the_code() -> None:
    design = (ROOT / "DESIGN.md").read_text(encoding="utf-8")

    assert "\n".join(house_map()) in design, "see benchmarks.house_map"


def test_the_map_leaves_no_layer_out() -> None:
    assert {room.parent.name for room in PACKAGE.glob("*/__init__.py")} == {*LAYERS}


def test_every_room_says_in_one_sentence_what_it_is() -> None:
    said = {
        room: ast.get_docstring(ast.parse((room / "__init__.py").read_bytes())) or ""
        for room in rooms()
    }

    assert [room for room, text in said.items() if not _is_a_sentence(text)] == []


def _is_a_sentence(docstring: str) -> bool:
    first = docstring.partition("\n\n")[0]
    return bool(first) and "\n" not in first and first.endswith(".")


def test_no_modules_below_the_command_line_import_each_other_in_a_circle(
    house: House,
) -> None:
    circles = [group for group in circles_of(house.imports) if len(group) > 1]

    assert [group for group in circles if not min(group).startswith(CLI)] == []


def test_no_command_leaves_a_layer_and_enters_it_again_more_than_twice() -> None:
    walks = (sys.executable, "-m", "benchmarks.walk", "--layers")

    told = subprocess.run(walks, cwd=ROOT, check=True, capture_output=True, text=True)

    over = [line.strip() for line in told.stdout.splitlines() if "more than" in line]
    assert set(over) == {"more than 2 times: none"}, told.stdout


def test_only_the_command_line_looks_at_the_clock_and_the_environment(
    house: House,
) -> None:
    looking = {
        name: found
        for name, tree in house.modules.items()
        if (found := sorted(_looks_around(tree)))
    }

    assert {name.split(".")[1] for name in looking} == {"cli"}, looking


@pytest.mark.parametrize(
    "source",
    [
        "import os\nhome = os.environ['HOME']",
        "from os import environ",
        "from time import time as now",
        "import datetime\ntoday = datetime.date.today()",
        "from datetime import datetime\nnow = datetime.now(tz)",
        "from pathlib import Path\nhere = Path('~').expanduser()",
        "import os.path\nhere = os.path.expanduser('~')",
        "import platformdirs",
        "from platformdirs import PlatformDirs",
    ],
)
def test_a_look_at_the_clock_or_the_environment_is_found(source: str) -> None:
    assert list(_looks_around(ast.parse(source)))


def _looks_around(tree: ast.Module) -> Iterator[str]:
    """Yield every look at the clock, the environment or the home folder."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                used = [name.name for name in names]
            case ast.ImportFrom(module=str(module), names=names):
                used = [module, *(f"{module}.{name.name}" for name in names)]
            case ast.Attribute(
                attr=name, value=ast.Name(id=of) | ast.Attribute(attr=of)
            ):
                used = [f"{of}.{name}", name]
            case ast.Attribute(attr=name):
                used = [name]
            case _:
                used = []
        yield from CLOCK_AND_ENVIRONMENT.intersection(used)
        yield from {"platformdirs", "expanduser"}.intersection(used)


@pytest.mark.parametrize("page", ["DESIGN.md", "CONTRIBUTING.md"])
def test_every_module_that_a_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*\.py)`", text)

    assert [
        name
        for name in named
        if not any((at / name).exists() for at in (ROOT, PACKAGE))
    ] == []
