"""What a stranger gets who installs the program: from a checkout, a wheel, an sdist."""

import hashlib
import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_string
from pathlib import Path

import pytest

import pillarplan
from pillarplan import __version__

pytestmark = pytest.mark.packaging

PROJECT = Path(__file__).parents[1]
NAME = f"pillarplan-{__version__}"

WHERE = (
    "from pillarplan.knowledge.base.entry import bundled_path; print(bundled_path())"
)


@dataclass(frozen=True)
class Built:
    """The two files that are published."""

    wheel: Path
    sdist: Path


@dataclass(frozen=True)
class Installed:
    """An environment with the program in it, used from a folder elsewhere."""

    folder: Path
    elsewhere: Path

    def run(self, *command: str) -> str:
        """Run a program of the environment; return what it writes on stdout."""
        environment = {
            "PATH": os.environ["PATH"],
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
            "PYTHONUTF8": "1",
            "PILLARPLAN_HOME": str(self.elsewhere / "home"),
        }
        program = str(programs_of(self.folder) / command[0])
        return run(program, *command[1:], cwd=self.elsewhere, environment=environment)


def run(
    *command: str, cwd: Path = PROJECT, environment: dict[str, str] | None = None
) -> str:
    """Run a command; return what it writes on stdout, or fail with all it wrote."""
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    return done.stdout.decode()


def build(project: Path, kind: str, into: Path) -> Path:
    """Build a wheel or an sdist and return it."""
    run(
        *(sys.executable, "-m", "hatchling", "build"),
        *("--target", kind, "--directory", str(into)),
        cwd=project,
    )
    [built] = into.glob("pillarplan-*")
    return built


def programs_of(environment: Path) -> Path:
    """Return the folder of an environment that holds its programs."""
    return environment / ("Scripts" if sys.platform == "win32" else "bin")


def libraries_of(python: str) -> str:
    """Return the folder into which this Python installs packages."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return run(python, "-c", code).strip()


def is_editable() -> bool:
    """Say whether the program that runs here is the checkout itself."""
    return Path(pillarplan.__file__).is_relative_to(PROJECT / "src")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(
        wheel=build(PROJECT, "wheel", tmp_path_factory.mktemp("wheel")),
        sdist=build(PROJECT, "sdist", tmp_path_factory.mktemp("sdist")),
    )


@pytest.fixture(scope="module")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that one gets from unpacking the sdist."""
    folder = tmp_path_factory.mktemp("unpacked")
    run(sys.executable, "-m", "tarfile", "--extract", str(built.sdist), str(folder))
    return folder / NAME


@pytest.fixture(scope="module")
def pip(tmp_path_factory: pytest.TempPathFactory) -> Sequence[str]:
    """Return the command that installs into other environments, too."""
    environment = tmp_path_factory.mktemp("pip")
    venv.create(environment, with_pip=True)
    return (str(programs_of(environment) / "python"), "-m", "pip")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return a folder that has nothing to do with the project."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_installed_program_works_from_any_folder(
    kind: str, built: Built, pip: Sequence[str], tmp_path: Path, elsewhere: Path
) -> None:
    """Only the wheel brings its dependencies from the package index, as for a stranger;
    the sdist borrows those of the environment that runs the tests.
    """
    environment = tmp_path / "environment"
    venv.create(environment)
    python = str(programs_of(environment) / "python")
    targets = {"wheel": [str(built.wheel)], "sdist": ["--no-deps", str(built.sdist)]}
    run(*pip, "--python", python, "install", "--quiet", *targets[kind])
    if kind == "sdist":
        borrowed = Path(libraries_of(python)) / "borrowed.pth"
        borrowed.write_text(libraries_of(sys.executable), encoding="utf-8")

    check(Installed(environment, elsewhere), environment)


@pytest.mark.skipif(not is_editable(), reason="the program was installed as a copy")
def test_a_checkout_that_one_works_on_works_from_any_folder(elsewhere: Path) -> None:
    """The environment that runs the tests is such a one."""
    check(Installed(Path(sys.prefix), elsewhere), PROJECT)


def check(installed: Installed, home: Path) -> None:
    """Use an installed program, whose knowledge base lies in `home`."""
    version = installed.run("pillarplan", "--version")
    demo = installed.run("pillarplan", "demo")
    skills = installed.run("pillarplan", "kb", "list", "--json")
    knowledge = installed.run("python", "-c", WHERE).strip()

    assert version == f"pillarplan {__version__}{os.linesep}"
    assert "\nRoadmap to " in demo
    assert json.loads(skills)["skills"] != []
    assert Path(knowledge).is_relative_to(home)


def test_the_wheel_holds_the_program_its_data_and_nothing_else(built: Built) -> None:
    source = PROJECT / "src"
    modules = {path.relative_to(source) for path in source.rglob("*.py")}
    data = {
        Path("pillarplan") / path.relative_to(PROJECT)
        for path in (PROJECT / "data").rglob("*.yaml")
    }
    about = Path(f"{NAME}.dist-info")
    expected = (
        modules
        | data
        | {Path("pillarplan/py.typed"), about / "licenses" / "LICENSE"}
        | {about / name for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
        | {Path(f"{NAME}.data/data/share/man/man1/pillarplan.1")}
    )

    with zipfile.ZipFile(built.wheel) as archive:
        held = {Path(name) for name in archive.namelist()}

    assert held == expected


def test_the_wheel_says_what_it_is_and_which_command_it_brings(built: Built) -> None:
    about = f"{NAME}.dist-info"
    with zipfile.ZipFile(built.wheel) as archive:
        commands = archive.read(f"{about}/entry_points.txt").decode()
        metadata = message_from_string(archive.read(f"{about}/METADATA").decode())

    assert commands == "[console_scripts]\npillarplan = pillarplan.cli:main\n"
    assert (metadata["Name"], metadata["Version"]) == ("pillarplan", __version__)
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])


def test_the_sdist_builds_the_same_wheel(
    built: Built, unpacked: Path, tmp_path: Path
) -> None:
    again = build(unpacked, "wheel", tmp_path)

    assert digest(again) == digest(built.wheel)


def test_the_sdist_can_be_tested(unpacked: Path) -> None:
    wanted = [
        *(".ci/run", ".github/workflows/ci.yml", "LICENSE", "README.md", "SECURITY.md"),
        *("data/pillars.yaml", "tests/conftest.py"),
    ]

    assert [name for name in wanted if not (unpacked / name).is_file()] == []


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_building_twice_gives_the_same_bytes(
    kind: str, built: Built, tmp_path: Path
) -> None:
    again = build(PROJECT, kind, tmp_path)

    assert digest(again) == digest(getattr(built, kind))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
