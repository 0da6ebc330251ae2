"""README.md is true: its session gives, command by command, what stands there."""

import re
import shlex
from pathlib import Path

import pytest

from tests.program import Shell

README = Path(__file__).parents[1] / "README.md"
SESSION = re.compile(r"(?<=```console\n).*?(?=```\n)", re.DOTALL)
RATINGS = re.compile(r"(?<=```yaml\n)format: pillarplan-ratings.*?(?=```\n)", re.DOTALL)


def test_the_session_of_the_readme_is_what_the_program_prints(
    shell: Shell, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    readme = README.read_text(encoding="utf-8")
    (tmp_path / "ratings.yaml").write_text(_only(RATINGS, readme), encoding="utf-8")
    session = _only(SESSION, readme)

    actual = "".join(
        f"$ {command}\n{_output(shell, command)}"
        for command in re.findall(r"^\$ (.*)$", session, re.MULTILINE)
    )

    if request.config.getoption("--update-golden"):
        README.write_text(readme.replace(session, actual), encoding="utf-8")
    else:
        assert actual == session


def _only(pattern: re.Pattern[str], text: str) -> str:
    (found,) = pattern.findall(text)
    return str(found)


def _output(shell: Shell, command: str) -> str:
    result = shell(*shlex.split(command)[1:], PILLARPLAN_TODAY="2026-11-23")
    assert result.exit_code == 0, result.stderr
    return result.stdout.rstrip("\n") + "\n\n"
