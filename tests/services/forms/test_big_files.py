"""Files of a thousand slips are answered as fast as one."""

import json

import pytest

from pillarplan.reading.problem import SHOWN
from pillarplan.services.naming import known
from tests.program import Run


@pytest.mark.parametrize("key", ["hours", "rate", "evidence"])
def test_suggestions_are_made_for_what_is_shown_only(
    run: Run, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    asked: list[str] = []
    suggest = known.suggestions

    def counting(knowledge: object, kind: str, name: str) -> tuple[str, ...]:
        asked.append(name)
        return suggest(knowledge, kind, name)  # type: ignore[arg-type]

    monkeypatch.setattr("pillarplan.services.forms.base_checks.suggestions", counting)
    value = "x" if key == "evidence" else 1
    names = {f"getting-to-yse-{number}": value for number in range(4_000)}

    told = run("checkin", "--from", "-", stdin=json.dumps({key: names}))

    assert told.exit_code == 4
    assert "4,000 problems" in told.stderr
    assert asked == list(names)[:SHOWN]
