"""Conventions of the command line: exit codes, streams, help, JSON, colour, folders.

The rules are those of https://clig.dev/ and of the standards that it names; DESIGN.md
has the short form.
"""

import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pillarplan import __version__, errors
from pillarplan.cli.frame.lazy_group import COMMANDS
from pillarplan.domain.plan.availability import USUALLY_KEPT
from pillarplan.domain.plan.forecast import FEWEST_WEEKS
from pillarplan.planner.pace.forecast import LIFE, LIKELY, RUNS, USUAL
from pillarplan.render.pages.topics import EXIT_CODES
from tests.cli.walking import CALLS, GROUPS, LEAVES, MONDAY, RATINGS, READING, Words
from tests.program import CheckGolden, Result, Run, Shell

PROJECT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "pillarplan"]
ESCAPE = "\x1b"
BOXES = re.compile("[\u2500-\u257f]")


QUIET = {("config", "set"), ("config", "unset"), ("export", "sqlite")}
"""Commands that change or write something, and only tell that they did."""


def needs(tool: str) -> pytest.MarkDecorator:
    """Skip where a tool is missing, but not in CI."""
    missing = shutil.which(tool) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(missing, reason=f"{tool} is not installed")


def bare(home: Path, **variables: str) -> dict[str, str]:
    """An environment as cron has it: hardly anything in it."""
    return {
        "PATH": os.environ["PATH"],
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": MONDAY,
        **variables,
    }


def process(
    *arguments: str, env: dict[str, str], cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=env,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


# 0 on success, other on failure; results on stdout, messages on stderr


@pytest.mark.parametrize("call", CALLS)
def test_every_command_answers_on_stdout_and_ends_with_0(
    run: Run, ana: Path, call: Words
) -> None:
    result = run(*call)

    assert result.exit_code == 0
    assert result.stdout or call[:2] in QUIET
    assert ESCAPE not in result.stdout + result.stderr  # nobody sits there


@pytest.mark.parametrize("call", CALLS)
def test_who_begins_is_told_what_to_do_first_and_nothing_breaks(
    run: Run, call: Words
) -> None:
    result = run(*call)

    assert result.exit_code in {0, errors.NothingYetError.exit_code}
    if result.exit_code and call[0] not in {"next", "status"}:
        assert result.stdout == ""
        assert re.match(r"pillarplan: (There (is|are) n|A plan)", result.stderr)
        assert re.search(r"pillarplan [a-z]", result.stderr) or call[0] == "undo"


# Exit codes


def test_the_help_on_exit_codes_names_those_of_all_errors(run: Run) -> None:
    used = {each.exit_code for each in _all_errors(errors.PillarplanError)}

    result = run("help", "exit-codes")

    assert result.stdout == EXIT_CODES
    assert used | {0, 129, 130, 143} == set(
        map(int, re.findall(r"^ +(\d+)", EXIT_CODES, re.M))
    )


def test_the_help_on_the_forecast_has_its_numbers_and_its_source(run: Run) -> None:
    told = run("help", "forecast").stdout

    told = " ".join(told.split())
    assert RUNS == 1_000 and "A thousand times it draws" in told
    assert (len(USUAL), LIFE) == (5, 4) and "five weeks as people usually" in told
    assert f"keep {100 * USUALLY_KEPT:.0f} % of the hours" in told
    assert (FEWEST_WEEKS, LIKELY) == (4, (RUNS // 2, RUNS * 4 // 5))
    assert "With fewer than four nothing is done" in told
    assert "Source: Daniel S. Vacanti" in told
    assert "help forecast" in run("status", "--help").stdout


def _all_errors(
    kind: type[errors.PillarplanError],
) -> list[type[errors.PillarplanError]]:
    below = [each for child in kind.__subclasses__() for each in _all_errors(child)]
    return [kind, *below]


@pytest.mark.parametrize(
    ("call", "exit_code", "kind"),
    [
        (("gaps",), 0, None),
        (("export", "json", "-o", "no/such/folder/file.json"), 1, "failed"),
        (("plan", "--no-such-option"), 2, "usage"),
        (("plan", "--hours", "many"), 2, "usage"),
        (("kb", "show", "no-such-thing"), 2, "usage"),
        (("kb", "search", "zzzzzz"), 3, None),
        (("assess", "--from", "no-such-file.yaml"), 4, "unreadable-file"),
        (("assess", "--from", "-"), 4, "broken-file"),
    ],
)
def test_exit_codes_say_what_happened(
    run: Run, ana: Path, call: Words, exit_code: int, kind: str | None
) -> None:
    result = run(*call, "--json")

    assert result.exit_code == exit_code
    assert (json.loads(result.stderr)["kind"] if kind else None) == kind


def test_a_journal_that_cannot_be_written_gives_5(run: Run, home: Path) -> None:
    (home / "data").write_text("in the way")

    result = run("assess", *RATINGS)

    assert (result.exit_code, result.stdout) == (5, "")


def test_a_journal_of_a_newer_program_gives_6(run: Run, ana: Path) -> None:
    newer = {"format": "pillarplan-journal", "version": [99, 0]}
    marker = next((ana / "data").glob("*.json"))
    form = json.loads(marker.read_text())
    marker.write_text(json.dumps({**form, **{"version": newer["version"]}}))

    result = run("gaps")

    assert (result.exit_code, result.stdout) == (6, "")


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize(
    ("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)]
)
def test_signals_end_the_program_at_once_and_keep_what_was_answered(
    ana: Path, run: Run, number: signal.Signals, exit_code: int
) -> None:
    # Nothing has to be cleaned up, so that it ends without delay.
    interview = subprocess.Popen(
        [*PROGRAM, "--plain", "assess", "--anew"],
        env=bare(ana),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        # A shell lets its background jobs ignore Ctrl-C, and this may run in one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert interview.stdin and interview.stderr
    interview.stdin.write("4\n")
    interview.stdin.flush()
    while "Rated 4." not in interview.stderr.readline():
        pass

    interview.send_signal(number)
    _, told = interview.communicate(timeout=5)

    assert interview.returncode == exit_code
    assert "Traceback" not in told
    assert ("Stopped. Your answers are saved" in told) is (number == signal.SIGINT)
    gaps = json.loads(run("gaps", "--json").stdout)["gaps"]
    assert [g["current"] for g in gaps if g["skill"] == "listening-empathy"] == [4]


# Help with examples first; -h; help COMMAND; short help without arguments


@pytest.mark.parametrize("path", [*GROUPS, *LEAVES])
def test_help_shows_examples_before_options(run: Run, path: Words) -> None:
    long, short = run(*path, "--help"), run(*path, "-h")

    assert long == short
    assert long.exit_code == 0
    assert long.stdout.startswith(f"Usage: pillarplan {' '.join(path)} ")
    assert long.stderr == ""
    before, options, _ = long.stdout.partition("\nOptions:")
    examples = before.partition("\n  Examples:\n")[2]
    assert f"    pillarplan {' '.join(path)}" in examples
    assert options
    assert "<str>" not in long.stdout  # say what sort of text


@pytest.mark.parametrize("path", [*GROUPS, *LEAVES])
def test_every_example_of_the_help_is_a_command_line_that_can_be_read(
    run: Run, ana: Path, path: Words
) -> None:
    for line in re.findall(r"^    (pillarplan .*)$", run(*path, "--help").stdout, re.M):
        words = shlex.split(re.split(r"  +|[|>]", line)[0])[1:]

        result = run(*words, "--help")

        assert result.exit_code == 0, line


@pytest.mark.parametrize("name", COMMANDS)
def test_help_and_a_name_is_the_help_of_that_command(run: Run, name: str) -> None:
    by_word, by_option = run("help", name), run(name, "--help")

    assert by_word.stdout == by_option.stdout


def test_the_help_of_the_program_names_every_command(
    run: Run, check_golden: CheckGolden
) -> None:
    assert run("help").stdout == run("--help").stdout
    check_golden("cli/help.txt", run("--help").stdout)


@pytest.mark.parametrize("path", GROUPS)
def test_a_group_alone_shows_its_help(run: Run, path: Words) -> None:
    assert run(*path) == Result(0, run(*path, "--help").stdout, "")


# Suggestions for slips


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (("plann",), "Perhaps you mean:\n  pillarplan plan\n"),
        (("plan", "--hour", "3"), "--hours"),
        (("kb", "serch", "x"), "Perhaps you mean:\n  pillarplan kb search x\n"),
        (("kb", "show", "negotation"), "Did you mean negotiation"),
        (("plan", "--role", "senor-pm"), "Did you mean senior-pm?"),
        (("plan", "--skill", "negotiatoin"), "Did you mean negotiation"),
        (("plan", "--pin", "geting-to-yes"), "Did you mean getting-to-yes"),
        (("plan", "--context", "conected-products"), "Did you mean connected-products"),
        (("config", "set", "hour", "3"), "Did you mean hours?"),
        (("help", "expalin"), "Did you mean explain?"),
        (("assess", "--pillar", "soft-skils", "--plain"), "Did you mean soft-skills?"),
    ],
)
def test_a_slip_gets_a_suggestion(run: Run, ana: Path, call: Words, hint: str) -> None:
    result = run(*call)

    assert (result.exit_code, result.stdout) == (2, "")
    assert hint in result.stderr


# --json, on stdout only JSON, with format and version; errors too


@pytest.mark.parametrize("call", READING)
def test_every_command_answers_with_one_json_object(
    run: Run, ana: Path, call: Words
) -> None:
    result = run(*call, "--json")

    answer = json.loads(result.stdout)
    assert re.fullmatch(r"pillarplan-[a-z]+", answer["format"])
    assert answer["version"] == "1.3"


@pytest.mark.parametrize("call", READING)
def test_errors_are_json_on_stderr(
    run: Run, monkeypatch: pytest.MonkeyPatch, call: Words
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", "soon")

    result = run(*call, "--json")

    told = json.loads(result.stderr)
    assert (result.exit_code, result.stdout) == (2, "")
    assert (told["format"], told["version"]) == ("pillarplan-error", "1.0")
    assert (told["kind"], told["exit_code"]) == ("usage", 2)
    assert "write a date as 2026-11-23" in told["message"]


@pytest.mark.parametrize(
    "call", [("plan",), ("gaps",), ("kb", "list"), ("config", "show")]
)
def test_broken_settings_are_json_on_stderr(
    run: Run, home: Path, rated: None, call: Words
) -> None:
    (home / "config").mkdir()
    (home / "config" / "config.toml").write_text("hours = [")

    result = run(*call, "--json")

    told = json.loads(result.stderr)
    assert (result.exit_code, result.stdout) == (4, "")
    assert (told["format"], told["version"]) == ("pillarplan-error", "1.0")
    assert (told["kind"], told["exit_code"]) == ("invalid-input", 4)
    assert str(home / "config" / "config.toml") in told["message"]


@pytest.mark.parametrize("call", [("--version",), *GROUPS])
def test_json_is_all_that_is_ever_on_stdout(run: Run, call: Words) -> None:
    result = run(*call, "--json")

    told = json.loads(result.stdout or result.stderr)
    assert told["format"] in {"pillarplan-version", "pillarplan-error"}


# Never a question without a terminal; --no-input; - is standard input


@pytest.mark.parametrize(
    "call",
    [
        ("assess",),
        ("checkin",),
        ("assess", "--no-input"),
        ("assess", "--plain", "--no-input"),
        ("checkin", "--plain", "--no-input"),
    ],
)
def test_without_a_terminal_nothing_is_asked_and_the_flag_is_named(
    run: Run, ana: Path, call: Words
) -> None:
    result = run(*call, stdin="3\n")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--" in result.stderr


def test_a_dumb_terminal_of_cron_is_asked_nothing(shell: Shell) -> None:
    assert shell("assess", TERM="dumb", stdin="3\n").exit_code == 2


@pytest.mark.parametrize("command", ["assess", "checkin"])
def test_a_dash_reads_standard_input(run: Run, ana: Path, command: str) -> None:
    told = {
        "assess": '{"format":"pillarplan-ratings","version":"1.0","ratings":{"ux":2}}',
        "checkin": "format: pillarplan-checkin\nversion: '1.0'\nnote: Quiet\n",
    }

    assert run(command, "--from", "-", stdin=told[command]).exit_code == 0


# Colour only where it is wanted; plain output and help


@pytest.mark.parametrize(
    ("variables", "options", "colour"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1"}, ("--no-color",), False),
        ({"FORCE_COLOR": "1"}, ("--plain",), False),
        ({"FORCE_COLOR": "1", "PILLARPLAN_PLAIN": "1"}, (), False),
        ({"FORCE_COLOR": ""}, (), False),
        ({"CLICOLOR_FORCE": "1", "COLORTERM": "truecolor"}, (), False),
    ],
)
def test_colour_is_only_used_where_it_is_wanted(
    run: Run,
    ana: Path,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    options: Words,
    colour: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    for command in ("gaps", "roadmap"):
        assert (ESCAPE in run(command, *options).stdout) is colour


@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb"}]
)
@pytest.mark.parametrize(
    "call", [("demo",), ("plan",), ("kb", "list"), ("kb", "show", "negotiation")]
)
def test_who_wants_no_colour_gets_none(
    run: Run,
    ana: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: Words,
    variables: dict[str, str],
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    result = run(*call)

    assert ESCAPE not in result.stdout + result.stderr


@pytest.mark.parametrize("path", [(), *GROUPS, *LEAVES])
def test_help_has_no_boxes(run: Run, path: Words) -> None:
    assert not BOXES.search(run(*path, "--help").stdout)


# Pipes that close, cron, odd encodings and homes


@pytest.mark.skipif(os.name == "nt", reason="pipes are those of POSIX")
@pytest.mark.parametrize("call", [*CALLS, ("next", "--short"), ("--version",)])
def test_a_reader_that_has_seen_enough_ends_the_program_quietly(
    ana: Path, tmp_path: Path, call: Words
) -> None:
    # The reading end is closed before anything is written.
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*PROGRAM, *call],
            env=bare(ana),
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)

    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
    assert done.returncode in {0, -signal.SIGPIPE}


@pytest.mark.parametrize("call", CALLS)
def test_cron_gets_the_same_answers_in_ascii(
    ana: Path, tmp_path: Path, call: Words
) -> None:
    env = bare(ana, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0")

    done = process(*call, env=env, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert call[0] == "export" or done.stdout.isascii()
    said = done.stdout.replace(b"?\n", b"").replace(b"? rate again", b"")
    assert b"?" not in said or call[0] in {"done", "help", "kb"}
    assert done.stderr.isascii()


@pytest.mark.parametrize("odd", ["/nonexistent", "", "relative", "/dev/null"])
def test_an_odd_home_gives_a_message_and_no_traceback(tmp_path: Path, odd: str) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": odd, "XDG_CACHE_HOME": str(tmp_path)}

    for call in (("next",), ("next", "--short"), ("gaps",), ("doctor",)):
        done = process(*call, env=env, cwd=tmp_path)

        assert b"Traceback" not in done.stderr
        assert b"inside the program" not in done.stderr
        assert done.returncode in {0, 3, 5}


@needs("setpriv")
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs another user")
def test_who_may_only_read_can_read_and_is_told_why_writing_fails(
    ana: Path, tmp_path: Path
) -> None:
    stranger = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    for path in (tmp_path, *tmp_path.parents):
        if path.owner() == "root" and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    for path in ana.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    ana.chmod(0o755)

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*stranger, *PROGRAM, *arguments],
            env=bare(ana, PYTHONPATH=str(PROJECT / "src")),
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )

    if call("--version").returncode:
        pytest.skip("another user may not even read the program")
    assert call("roadmap").returncode == 0
    assert call("next", "--short").returncode == 0
    failed = call("checkin", "--note", "x")
    assert (failed.returncode, failed.stdout) == (5, "")
    assert str(ana) in failed.stderr
    assert "permissions" in failed.stderr


# The folders of the XDG Base Directory Specification


def test_files_go_to_the_folders_that_xdg_names(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "me")}
    for call in (("assess", *RATINGS), ("config", "set", "hours", "4"), ("gaps",)):
        assert process(*call, env=env, cwd=tmp_path / "work").returncode == 0

    made = {
        "/".join(path.relative_to(tmp_path / "me").parts[:4])
        for path in (tmp_path / "me").rglob("*")
        if path.is_file()
    }

    assert list((tmp_path / "work").iterdir()) == []
    assert {re.sub("[0-9a-f]{8,}", "ID", each) for each in made} == {
        ".cache/pillarplan/knowledge-ID.sqlite",
        ".config/pillarplan/config.toml",
        ".local/share/pillarplan/format.json",
        ".local/share/pillarplan/journal",
        ".local/state/pillarplan/devices.json",
        ".local/state/pillarplan/editions",
        ".local/state/pillarplan/lock",
        ".local/state/pillarplan/shadow",
    }


def test_variables_of_xdg_and_the_option_home_move_the_folders(
    shell: Shell, run: Run, tmp_path: Path
) -> None:
    env = {"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(tmp_path / "d")}
    moved = json.loads(process("config", "path", "--json", env=env).stdout)

    chosen = json.loads(run("--home", "elsewhere", "config", "path", "--json").stdout)

    assert moved["data"] == str(tmp_path / "d" / "pillarplan")
    assert chosen["data"] == str(tmp_path / "elsewhere" / "data")


TRACED = (
    ("assess", *RATINGS),
    ("gaps",),
    ("plan",),
    ("next",),
    ("checkin", "--note", "x"),
    ("explain",),
    ("export", "markdown"),
    ("kb", "search", "value"),
    ("undo",),
)


@needs("strace")
def test_nothing_is_written_elsewhere_and_no_socket_is_opened(
    ana: Path, tmp_path: Path
) -> None:
    # No network, not even to look up a name.
    trace = tmp_path / "trace"
    calls = "trace=network,open,openat,creat,rename,renameat,mkdir,mkdirat,unlink"
    for call in TRACED:
        subprocess.run(
            ["strace", "-f", "-A", "-o", trace, "-e", calls, *PROGRAM, *call],
            env=bare(ana, PYTHONDONTWRITEBYTECODE="1"),
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
    lines = trace.read_text().splitlines()

    # AF_UNIX is how the C library asks this machine who its users are.
    assert [each for each in lines if "socket(" in each and "AF_UNIX" not in each] == []
    allowed = (str(ana), str(ana.resolve()), str((ana / "cache").resolve()), "/dev/")
    changes = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|rename|mkdir|unlink")
    elsewhere = [
        line
        for line in lines
        if changes.search(line)
        and not any(f'"{place}' in line for place in allowed)
        and "= -1 " not in line
    ]
    assert elsewhere == []


# Precedence; see also test_config.py


# Nothing is overwritten or changed unasked


@pytest.mark.parametrize(
    "call", [("export", "markdown", "-o"), ("export", "json", "-o"), ("backup",)]
)
def test_a_file_that_is_there_stays_unless_forced(
    run: Run, ana: Path, tmp_path: Path, call: Words
) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("mine")

    refused = run(*call, str(target))

    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == (
        f"pillarplan: {target} exists already. Add --force to replace it.\n"
    )
    assert target.read_text() == "mine"
    assert run(*call, str(target), "--force").exit_code == 0
    assert target.read_bytes() != b"mine"


# Completion, also of ids


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "powershell"])
def test_completion_scripts_can_be_shown(shell: Shell, name: str) -> None:
    result = shell("--show-completion", name)

    assert result.exit_code == 0
    assert "_PILLARPLAN_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("pillarplan pl", ["plan"]),
        ("pillarplan kb se", ["search"]),
        ("pillarplan kb show negoti", ["negotiation", "negotiate-a-scope-cut"]),
        ("pillarplan assess --skill secu", ["security"]),
        ("pillarplan plan --role senior", ["senior-pm"]),
        ("pillarplan checkin --done getting", ["getting-to-yes"]),
    ],
)
def test_the_tab_key_offers_commands_and_ids(
    shell: Shell, ana: Path, words: str, offered: list[str]
) -> None:
    result = shell(
        _PILLARPLAN_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - 1),
    )

    assert result.stdout.split() == offered


# A manual page, made from the commands


def test_the_manual_page_is_the_one_that_ships(
    run: Run, request: pytest.FixtureRequest
) -> None:
    page = PROJECT / "man" / "pillarplan.1"
    actual = run("help", "manual").stdout

    if request.config.getoption("--update-golden"):
        page.parent.mkdir(exist_ok=True)
        page.write_text(actual)
    assert actual == page.read_text()


@needs("mandoc")
def test_mandoc_has_nothing_against_the_manual_page() -> None:
    done = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", PROJECT / "man" / "pillarplan.1"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


# A bug is reported without secrets, and the report is private

BUG = """
import sys
from pillarplan.cli.frame import app
from pillarplan.services.following import status as standing
def fail(*_):
    secret = "my-" + "evidence"
    raise ZeroDivisionError("a bug")
standing.report_status.__code__ = fail.__code__
sys.exit(app.run(sys.argv[1:]))
"""


@pytest.mark.parametrize("as_json", [False, True])
def test_a_bug_leaves_a_private_report_without_values(ana: Path, as_json: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUG, "status", *(["--json"] if as_json else [])],
        env=bare(ana),
        capture_output=True,
        text=True,
        check=False,
    )

    (report,) = (ana / "state").glob("crash-*.txt")
    assert (done.returncode, done.stdout) == (1, "")
    told = json.loads(done.stderr)["message"] if as_json else done.stderr
    assert str(report) in told
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError: a bug" in report.read_text()
    assert "my-evidence" not in report.read_text()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


# Versions, packaging, releases; test_packaging.py builds and installs


def project() -> Any:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text())


def test_the_version_follows_semver_and_the_changelog_speaks_of_it() -> None:
    version = re.fullmatch(r"(\d+\.\d+\.\d+)(\.dev\d+)?", __version__)

    assert version
    assert version[1] in (PROJECT / "CHANGELOG.md").read_text()


def test_every_python_that_the_project_names_is_tested_in_public() -> None:
    classifiers = project()["project"]["classifiers"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(classifiers))
    workflow = (PROJECT / ".github" / "workflows" / "ci.yml").read_text()
    (tested,) = re.findall(r"^ +python: \[(.*)\]$", workflow, re.MULTILINE)

    assert [each.strip('"') for each in tested.split(", ")] == named


def test_the_project_says_what_it_needs_and_what_it_is() -> None:
    about = project()

    assert about["project"]["requires-python"] == ">=3.11"
    assert about["project"]["license"] == "MIT"
    assert {"test", "lint", "dev"} <= about["dependency-groups"].keys()
    assert (PROJECT / "src" / "pillarplan" / "py.typed").exists()


def test_the_lock_file_knows_every_dependency() -> None:
    locked = tomllib.loads((PROJECT / "uv.lock").read_text())["package"]
    names = {package["name"] for package in locked}

    wanted = {
        re.split(r"[^A-Za-z0-9_.-]", each)[0].lower()
        for each in project()["project"]["dependencies"]
    }

    assert wanted <= names


def test_workflows_hold_no_token_and_pin_every_action() -> None:
    workflows = [*(PROJECT / ".github" / "workflows").glob("*.yml")]

    assert workflows
    for workflow in workflows:
        text = workflow.read_text()
        assert "secrets." not in text
        assert re.search(r"^permissions:", text, re.MULTILINE)
        for action in re.findall(r"uses: (\S+)", text):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action


# Start-up; benchmarks/speed.py measures it


SOLVER = "pillarplan.planner.selection.highs"
"""It loads the solver's core, which Python does not list among the imports."""


@pytest.mark.parametrize(
    ("call", "not_loaded"),
    [
        (("--version",), {"typer", "rich", "pydantic", "yaml", "sqlite3"}),
        (("next", "--short"), {"typer", "rich", "pydantic", "yaml", "sqlite3"}),
        (("next",), {"rich", "pydantic", "yaml", SOLVER, "icalendar", "fsrs"}),
        (("status",), {"rich", "pydantic", "yaml", SOLVER, "icalendar", "fsrs"}),
        (("remind", "--now"), {"rich", "pydantic", "yaml", SOLVER, "icalendar"}),
        (("roadmap",), {"pydantic", "yaml", SOLVER, "icalendar"}),
        (("gaps",), {"pydantic", "yaml", SOLVER, "icalendar"}),
        (("checkin", "--note", "x"), {"pydantic", "yaml", SOLVER, "fsrs"}),
        (("kb", "show", "negotiation"), {"pydantic", "yaml", SOLVER, "icalendar"}),
        (("kb", "search", "value"), {"pydantic", "yaml", SOLVER, "icalendar"}),
        (("recall",), {"rich", "pydantic", "yaml", SOLVER, "fsrs"}),
        (("plan",), {"pydantic", "yaml", "icalendar", "numpy"}),
    ],
)
def test_commands_load_only_what_they_need(
    ana: Path, call: Words, not_loaded: set[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "pillarplan", *call],
        env=bare(ana),
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(re.findall(r"\| +([A-Za-z_][\w.]*)$", done.stderr, re.MULTILINE))

    assert loaded & not_loaded == set()


def test_main_and_the_program_give_the_same_version(run: Run, shell: Shell) -> None:
    assert run("--version") == shell("--version") == _version()


def _version(extra: Sequence[str] = ()) -> Result:
    return Result(0, f"pillarplan {__version__}\n", "".join(extra))
