"""What people see most often, at three widths."""

from collections.abc import Iterator

import pytest

from tests.program import CheckGolden, Run

VIEWS = {
    "help": ("--help",),
    "status": ("status",),
    "checkin": ("checkin", "--hours", "1=2", "--done", "1"),
    "gaps": ("gaps",),
    "explain": ("explain", "security"),
    "kb-show": ("kb", "show", "security"),
    "plan": ("plan", "--hours", "2", "--dry-run"),
}


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_as_it_was_looked_at(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    check_golden: CheckGolden,
    name: str,
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    shown = run(*VIEWS[name]).stdout

    check_golden(f"cli/widths/{name}-{width}.txt", shown)
    assert max(map(len, _wrappable(shown))) <= width


def _wrappable(shown: str) -> Iterator[str]:
    """Yield the lines, but for addresses, which stay whole on lines of their own."""
    return (line for line in shown.split("\n") if "https://" not in line)
