"""What every test has: a home of its own, and ways to run the program."""

import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import pytest

from tests.laws import load_profile
from tests.program import CheckGolden, Result, Run, Shell, link_cache

GOLDEN = Path(__file__).parent / "golden"

COLOR_VARIABLES = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "NO_COLOR",
    "PY_COLORS",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)
"""Everything by which Rich, Typer or pillarplan decides about colour."""

HAS_SIGPIPE = hasattr(signal, "SIGPIPE")

load_profile()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the files under tests/golden instead of comparing with them",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the laws, so that they can be run alone (see .ci/laws).

    What they run is not counted as covered: they run it so often that counting takes
    minutes, and what is counted should have been looked at by an example.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("law")
            item.add_marker("no_cover")


def pytest_collection() -> None:
    """Let no garbage be looked for while thousands of tests are found."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Let no test be looked at as garbage while they run."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for all tests, in which the knowledge base is compiled already.

    So no test takes so long that the program tells how far it is.
    """
    from pillarplan.knowledge.base.entry import bundled_path
    from pillarplan.knowledge.index.opening import open_index

    cache = tmp_path_factory.mktemp("cache")
    open_index(bundled_path(), None, cache, lambda done, total: None).close()
    return cache


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shared_cache: Path) -> Path:
    """Keep each test away from the real home, date, terminal width and colours.

    A test that is about the cache itself should set PILLARPLAN_HOME anew.
    """
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    with suppress(OSError):  # Windows lets few people link: there each test compiles
        link_cache(home, shared_cache)
    for name in os.environ:
        if name.startswith("PILLARPLAN_") or name in COLOR_VARIABLES:
            monkeypatch.delenv(name)
    monkeypatch.setenv("PILLARPLAN_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    return home


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run the command line in this process: ``run("plan", "--hours", "4")``."""
    from pillarplan.cli.frame.app import run as run_program

    def run_here(*arguments: str, stdin: str = "") -> Result:
        stdout, stderr = _text_file(), _text_file()
        monkeypatch.setattr(sys, "stdin", _text_file(stdin))
        with redirect_stdout(stdout), redirect_stderr(stderr):
            exit_code = run_program(arguments)
        return Result(exit_code, _content(stdout), _content(stderr))

    # The program sets these for its whole process, which here is not its own.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    on_closed_pipe = signal.getsignal(signal.SIGPIPE) if HAS_SIGPIPE else None
    yield run_here
    if HAS_SIGPIPE:
        signal.signal(signal.SIGPIPE, on_closed_pipe)


def _text_file(content: str = "") -> io.TextIOWrapper:
    """Return a stream in memory that can be set up like the real ones."""
    return io.TextIOWrapper(
        io.BytesIO(content.encode()), encoding="utf-8", newline="\n"
    )


def _content(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.fixture
def shell(home: Path, tmp_path: Path) -> Shell:
    """Run the command line as a process: ``shell("next", NO_COLOR="1")``."""
    kept = ("PATH", "SYSTEMROOT")
    clean = {name: os.environ[name] for name in kept if name in os.environ}
    clean |= {
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "TERM": "xterm",
        "COLUMNS": "80",
        "PILLARPLAN_HOME": str(home),
    }

    def run_process(*arguments: str, stdin: str = "", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "pillarplan", *arguments],
            input=stdin.encode(),
            env=clean | environment,
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_process


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> CheckGolden:
    """Compare text with a file: ``check_golden("roadmap.md", text)``."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
        assert path.exists(), f"there is no {path}; run: pytest --update-golden"
        assert actual == path.read_bytes().decode()

    return check
