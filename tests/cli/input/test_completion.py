"""The Tab key offers what the person's own additions hold, wherever they are."""

from pathlib import Path

import pytest

from tests.cli.walking import MONDAY
from tests.program import Shell

OVERLAY = """\
format: pillarplan-overlay
version: "1.0"
roles:
  - id: zoo-keeper
    name: Zoo keeper
    summary: Keeps a zoo.
    targets: {negotiation: 4}
"""


def press_tab(shell: Shell, words: str, **environment: str) -> list[str]:
    """Return what the shell offers after `words`."""
    result = shell(
        _PILLARPLAN_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - 1),
        PILLARPLAN_TODAY=MONDAY,
        **environment,
    )
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.split()


@pytest.fixture
def config(home: Path) -> Path:
    (home / "config").mkdir()
    return home / "config"


@pytest.mark.parametrize("command", ["gaps", "plan", "assess", "kb list"])
def test_a_role_of_the_usual_overlay_is_offered(
    shell: Shell, config: Path, command: str
) -> None:
    (config / "overlay.yaml").write_text(OVERLAY)

    assert press_tab(shell, f"pillarplan {command} --role zoo") == ["zoo-keeper"]


def test_a_role_of_the_overlay_in_the_settings_is_offered(
    shell: Shell, config: Path, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text(OVERLAY)
    (config / "config.toml").write_text(f"overlay = '{tmp_path / 'own.yaml'}'\n")

    assert press_tab(shell, "pillarplan gaps --role zoo") == ["zoo-keeper"]


def test_a_role_of_the_overlay_in_the_environment_is_offered(
    shell: Shell, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OVERLAY)

    offered = press_tab(
        shell, "pillarplan gaps --role zoo", PILLARPLAN_OVERLAY=str(own)
    )

    assert offered == ["zoo-keeper"]


def test_the_home_on_the_line_is_the_one_that_counts(
    shell: Shell, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    (other / "config").mkdir(parents=True)
    (other / "config" / "overlay.yaml").write_text(OVERLAY)

    words = f"pillarplan --home {other} gaps --role zoo"

    assert press_tab(shell, words) == ["zoo-keeper"]
    assert press_tab(shell, "pillarplan gaps --role zoo") == []


def test_broken_settings_offer_nothing_and_say_nothing(
    shell: Shell, config: Path
) -> None:
    (config / "config.toml").write_text("hours = ")

    assert press_tab(shell, "pillarplan gaps --role p") == []


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("assess --set ne", ["negotiation"]),
        ("assess --importance ne", ["negotiation"]),
        ("gaps --target ne", ["negotiation"]),
        ("checkin --rate ne", ["negotiation"]),
        ("checkin --evidence ne", ["negotiation"]),
        ("checkin --hours getting-to", ["getting-to-yes"]),
        ("checkin --applied getting-to", ["getting-to-yes"]),
        ("checkin --question getting-to", ["getting-to-yes"]),
        ("recall --add getting-to", ["getting-to-yes"]),
        ("help priv", ["privacy"]),
        ("help re", ["resume", "recall", "reflect", "remind", "review", "restore"]),
    ],
)
def test_what_stands_before_an_equals_sign_is_offered(
    shell: Shell, ana: Path, words: str, offered: list[str]
) -> None:
    assert sorted(press_tab(shell, f"pillarplan {words}")) == sorted(offered)


def test_what_is_in_no_plan_is_offered_where_nothing_of_the_plan_fits(
    shell: Shell, ana: Path
) -> None:
    offered = press_tab(shell, "pillarplan checkin --hours writing")

    assert offered
    assert all(each.startswith("writing") for each in offered)


def press_tab_in_fish(shell: Shell, words: str) -> list[list[str]]:
    """Return what a shell offers that shows titles, each with its title."""
    result = shell(
        _PILLARPLAN_COMPLETE="complete_fish",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_ARGS=words,
        PILLARPLAN_TODAY=MONDAY,
    )
    assert (result.exit_code, result.stderr) == (0, "")
    return [line.split("\t") for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("pillarplan assess --set nego", [["negotiation", "Negotiation"]]),
        (
            "pillarplan checkin --hours ge",
            [["getting-to-yes", "Getting to Yes"]],
        ),
        (
            "pillarplan kb show continuous-d",
            [["continuous-discovery-habits", "Continuous Discovery Habits"]],
        ),
        (
            "pillarplan plan --context conn",
            [["connected-products", "Connected products"]],
        ),
        ("pillarplan explain nobody-calls-it-so", [[""]]),
    ],
)
def test_names_are_offered_with_their_titles(
    shell: Shell, ana: Path, words: str, offered: list[list[str]]
) -> None:
    assert press_tab_in_fish(shell, words) == offered
