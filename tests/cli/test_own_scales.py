"""Whatever the scale of a base, its views show all of it, and nothing outside."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.knowledge.bases import own_base
from tests.program import Run

LONG = "A level with a name that is longer than most"


def ladder(folder: Path, first: int, top: int) -> str:
    rows = "".join(
        f"  - {{level: {n}, name: {LONG if n == 2 else 'Rung'} {n}}}\n"
        for n in range(first, top + 1)
    )
    content = f"title: Ladder\nscale:\n{rows}skills: [Asking, Daring, Telling well]\n"
    return str(own_base(folder, content))


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=st.integers(0, 1), top=st.integers(2, 10), data=st.data())
def test_a_scale_of_any_length_goes_through_all_views(
    first: int,
    top: int,
    data: st.DataObject,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = ("--base", ladder(tmp_path / f"{first}-{top}", first, top))
    low = data.draw(st.integers(0, top - 1))
    run(*base, "assess", "--set", f"asking={low}", "--set", f"daring={top}")
    run(*base, "gaps", "--target", f"asking={top}")

    for width in ("60", "80", "120"):
        monkeypatch.setenv("COLUMNS", width)
        for view in (("gaps",), ("gaps", "--shape"), ("history",), ("plan",)):
            shown = run(*base, *view)
            assert shown.exit_code in (0, 3), shown.stderr
    for level in (top + 1, -1):
        refused = run(*base, "assess", "--set", f"asking={level}")
        assert (refused.exit_code, f"{top} " in refused.stderr) == (2, True)
    gaps = json.loads(run(*base, "gaps", "--json").stdout)["gaps"]
    assert all(0 <= each["target"] <= top for each in gaps)
    form = run(*base, "feedback", "request", "--all").stdout
    assert f"a level from 0 to {top}" in form


@pytest.mark.parametrize("top", [3, 7, 10])
def test_plain_lines_ask_for_every_level(run: Run, tmp_path: Path, top: int) -> None:
    base = ("--base", ladder(tmp_path / "base", 0, top), "--plain")

    shown = run(*base, "assess", "--full", stdin=f"{top + 1}\n{top}\n0\nq\n")

    assert f"Please answer: 0-{top}," in shown.stderr
    assert re.search(rf"^{top} Rung {top}$", shown.stderr, re.M)
    assert f"Rated {top}." in shown.stderr


def test_levels_may_be_called_by_their_names(run: Run, tmp_path: Path) -> None:
    base = ("--base", ladder(tmp_path / "base", 1, 7))

    run(*base, "assess", "--set", "asking=rung 4")
    run(*base, "gaps", "--target", "asking=RUNG 6")

    (asking, *_) = json.loads(run(*base, "gaps", "--json").stdout)["gaps"]
    assert (asking["current"], asking["target"]) == (4, 6)


def test_schemas_allow_the_levels_of_the_base(run: Run, tmp_path: Path) -> None:
    base = ("--base", ladder(tmp_path / "base", 0, 3))

    schema = json.loads(run(*base, "kb", "schema", "ratings").stdout)

    (level,) = schema["properties"]["targets"]["patternProperties"].values()
    assert (level["minimum"], level["maximum"]) == (0, 3)
    assert level["enum"] == [0, 1, 2, 3, "Rung 0", "Rung 1", f"{LONG} 2", "Rung 3"]


def test_files_may_call_levels_by_their_names_too(run: Run, tmp_path: Path) -> None:
    base = ("--base", ladder(tmp_path / "base", 1, 7))
    ratings, report = tmp_path / "ratings.yaml", tmp_path / "checkin.yaml"
    ratings.write_text(
        'format: pillarplan-ratings\nversion: "1.3"\n'
        "targets: {asking: RUNG 6}\n"
        "ratings: {asking: rung 4, daring: {level: Rung 1}, telling-well: n/a}\n"
    )
    report.write_text("rate: {daring: Rung 3}\nevidence: {daring: Said it.}\n")

    run(*base, "assess", "--from", str(ratings))
    run(*base, "checkin", "--from", str(report))

    gaps = json.loads(run(*base, "gaps", "--json").stdout)["gaps"]
    levels = {gap["skill"]: (gap["current"], gap["target"]) for gap in gaps}
    assert (levels["asking"], levels["daring"][0]) == ((4, 6), 3)


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("Rong 3", "asking must be one of 0 Not started, 1 Rung 1, 2 {long}, 3 Rung 3, "
         "not 'Rong 3'; did you mean 'Rung 3'?"),
        ("top", "asking must be one of 0 Not started, 1 Rung 1, 2 {long}, 3 Rung 3, "
         "not 'top'"),
        ('"3"', "asking must be a whole number, not text; remove the quotes"),
    ],
)  # fmt: skip
def test_a_name_that_no_level_has_is_refused_with_those_there_are(
    run: Run, tmp_path: Path, level: str, said: str
) -> None:
    base = ("--base", ladder(tmp_path / "base", 1, 3))
    file = tmp_path / "ratings.yaml"
    head = 'format: pillarplan-ratings\nversion: "1.3"\n'
    file.write_text(f"{head}ratings: {{asking: {level}}}\n")

    shown = run(*base, "assess", "--from", str(file))

    assert shown.exit_code == 4
    assert f"{file}:3:19: {said.format(long=f'{LONG} 2')}\n" in shown.stderr


def test_a_file_with_a_level_that_there_is_not_is_refused(
    run: Run, tmp_path: Path
) -> None:
    base = ("--base", ladder(tmp_path / "base", 0, 3))
    file = tmp_path / "ratings.yaml"
    file.write_text(
        'format: pillarplan-ratings\nversion: "1.1"\nratings: {asking: 4}\n'
    )

    shown = run(*base, "assess", "--from", str(file))

    assert shown.exit_code == 4
    assert "there is no level 4; there are 0 Rung 0, 1 Rung 1" in shown.stderr
