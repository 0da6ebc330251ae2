"""Whoever has a framework of their own works on it as on the built-in one."""

import json
from pathlib import Path

import pytest

from tests.knowledge.bases import own_base
from tests.program import Run

THREE = "title: Our ladder\nskills: [Pricing, Discovery, Storytelling]\n"


@pytest.fixture
def ladder(tmp_path: Path) -> Path:
    """A folder with a base of three names."""
    return own_base(tmp_path / "ladder", THREE).parent


def skills(run: Run, *words: str) -> list[str]:
    listed = json.loads(run(*words, "kb", "list", "--json").stdout)
    return [each["id"] for each in listed["skills"]]


def test_a_flag_is_stronger_than_the_environment_and_that_than_the_setting(
    run: Run, ladder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_base(tmp_path / "by-file", "skills: [Writing well]\n")
    other = own_base(tmp_path / "other", "skills: [Speaking well]\n").parent

    assert "pricing" not in skills(run, "--base", str(file))
    assert run("config", "set", "base", str(ladder)).exit_code == 0
    assert skills(run) == ["pricing", "discovery", "storytelling"]
    monkeypatch.setenv("PILLARPLAN_BASE", str(other))
    assert skills(run) == ["speaking-well"]
    assert skills(run, "--base", str(file)) == ["writing-well"]


def test_a_setting_keeps_the_whole_path(
    run: Run, ladder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ladder.parent)
    run("config", "set", "base", ladder.name)
    monkeypatch.chdir("/")

    assert skills(run) == ["pricing", "discovery", "storytelling"]


def test_a_base_that_cannot_be_read_is_not_set(run: Run, ladder: Path) -> None:
    (ladder / "base.yaml").write_text("format: pillarplan-knowledge\nversion: '1.1'\n")

    result = run("config", "set", "base", str(ladder))

    assert result.exit_code == 4
    assert "it has no skills" in result.stderr
    assert "base         -" in run("config", "show").stdout.replace("  ", " ") or (
        "base       -" in run("config", "show").stdout
    )


def test_who_names_no_role_aims_at_the_first_one_of_the_base(
    run: Run, ladder: Path
) -> None:
    own_base(
        ladder,
        THREE
        + "roles:\n  - {name: Maker, targets: {pricing: 3}}\n"
        + "  - {name: PM, targets: {pricing: 5}}\n",
    )
    run("--base", str(ladder), "assess", "--set", "pricing=1")

    report = json.loads(run("--base", str(ladder), "gaps", "--json").stdout)

    assert (report["role"], report["gaps"][0]["target"]) == ("maker", 3)


def test_a_base_without_roles_has_one_for_each_level(run: Run, ladder: Path) -> None:
    run("config", "set", "base", str(ladder))
    run("assess", "--set", "pricing=1", "--set", "discovery=4")

    report = json.loads(run("gaps", "--json").stdout)

    assert report["role"] == "level-4"
    assert {each["skill"]: each["target"] for each in report["gaps"]} == {
        "pricing": 4,
        "discovery": 4,
    }
    assert report["unasked"] == 1
    raised = json.loads(run("gaps", "--role", "level-5", "--json").stdout)
    assert [each["target"] for each in raised["gaps"]] == [5, 5]


def test_gaps_tell_what_is_asked_for_or_rated_and_count_the_rest(
    run: Run, ladder: Path
) -> None:
    names = "".join(f"  - Skill {number}\n" for number in range(300))
    roles = "roles:\n  - {name: Maker, targets: {skill-7: 3, skill-8: 2}}\n"
    own_base(ladder, f"skills:\n{names}{roles}")
    run("config", "set", "base", str(ladder))
    run("assess", "--set", "skill-7=1", "--set", "skill-9=2")
    run("gaps", "--target", "skill-11=4")

    shown = run("gaps").stdout

    assert "Not rated: Skill 8, Skill 11" in shown
    assert "At target: Skill 9" in shown
    assert "Beyond these: 296 skills, neither rated nor asked for" in " ".join(
        shown.split()
    )
    assert len(json.loads(run("gaps", "--json").stdout)["gaps"]) == 4


@pytest.fixture
def gone(run: Run, ladder: Path) -> Path:
    """Where the base of somebody was, who has a record of work on it."""
    own_base(
        ladder,
        THREE
        + "resources:\n  - title: Pricing week\n    hours: 4\n"
        + "    develops: [{skill: pricing, from: 1, to: 2}]\n"
        + "practices:\n  - title: Price a pilot\n"
        + "    develops: [{skill: pricing, from: 1, to: 2}]\n",
    )
    run("config", "set", "base", str(ladder))
    run("assess", "--set", "pricing=1")
    assert run("plan").exit_code == 0
    moved = ladder.with_name("moved")
    ladder.rename(moved)
    return ladder


@pytest.mark.parametrize("words", [["gaps"], ["plan"], ["kb", "list"], ["explain"]])
def test_without_the_base_what_needs_it_is_one_clear_error(
    run: Run, gone: Path, words: list[str]
) -> None:
    result = run(*words)

    assert result.exit_code == 4
    assert result.stderr == (
        f"pillarplan: Cannot read the knowledge base {gone}: there is no such file or "
        "folder. Check the path (see: pillarplan config show), or go back to the "
        "built-in base: pillarplan config unset base\n"
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["history"], "pricing"),
        (["export", "json"], '"skill": "pricing"'),
        (["export", "csv"], "Pricing week"),
        (["export", "markdown"], "Pricing week"),
        (["roadmap"], "Pricing week"),
        (["status"], "1 skill rated"),
        (["next"], "Pricing week"),
        (["review"], "Review"),
        (["log", "1", "1:30"], "1.5 h"),
        (["done", "1"], "pricing-week, done"),
        (["checkin", "--done", "1"], "pricing-week, done"),
    ],
)
def test_without_the_base_the_record_is_read_and_goes_on(
    run: Run, gone: Path, words: list[str], shown: str
) -> None:
    result = run(*words)

    assert result.exit_code == 0, result.stderr
    assert shown in result.stdout


def test_doctor_names_the_base_or_says_what_is_wrong_with_it(
    run: Run, gone: Path
) -> None:
    lost = run("doctor")
    assert lost.exit_code == 4
    assert f"{gone}: there is no such file or folder" in lost.stdout
    assert "pillarplan config unset base" in lost.stdout

    gone.with_name("moved").rename(gone)
    found = run("doctor")
    assert found.exit_code == 0
    assert "Knowledge base: Our ladder" in found.stdout
    assert "3 skills, 5 roles, 1 resource and 1 practice" in " ".join(
        found.stdout.split()
    )

    entry = gone / "base.yaml"
    entry.write_text(entry.read_text().replace("title: Our", "titel: Our"))
    broken = run("doctor")
    assert broken.exit_code == 4
    assert "base.yaml:3: unknown key 'titel'; did you mean 'title'?" in broken.stdout
    assert run("history").exit_code == 0


def test_the_demo_shows_somebody_on_the_base_that_one_works_on(
    run: Run, ladder: Path
) -> None:
    own_base(
        ladder,
        THREE
        + "resources:\n  - title: Pricing week\n    hours: 4\n"
        + "    develops: [{skill: discovery, from: 2, to: 3}]\n"
        + "practices:\n  - title: Ask five\n"
        + "    develops: [{skill: discovery, from: 2, to: 3}]\n",
    )
    run("config", "set", "base", str(ladder))

    shown = run("demo").stdout

    assert "Ana rated herself on 3 skills" in shown
    assert "Ask five" in shown


def test_an_interview_on_thousands_of_skills_asks_which(run: Run, ladder: Path) -> None:
    names = "".join(f"  - Skill {number}\n" for number in range(61))
    own_base(ladder, f"skills:\n{names}")
    run("config", "set", "base", str(ladder))

    result = run("--plain", "assess", stdin="")

    assert result.exit_code == 2
    assert "There are 61 skills" in result.stderr
    assert "pillarplan assess --pillar NAME" in result.stderr


def test_a_base_without_questions_for_products_says_so(run: Run, ladder: Path) -> None:
    result = run("--base", str(ladder), "reflect", "App")

    assert result.exit_code == 3
    assert "has no questions to ask a product" in result.stderr


def test_a_role_of_another_base_gives_way_to_the_usual_one(
    run: Run, rated: None, ladder: Path
) -> None:
    own_base(ladder, THREE + "roles:\n  - {name: Maker, targets: {pricing: 3}}\n")
    run("config", "set", "base", str(ladder))
    run("assess", "--set", "pricing=1")

    result = run("gaps")

    assert result.stdout.startswith("Gaps to Maker")
    assert "has no role senior-pm, so that maker counts" in " ".join(
        result.stderr.split()
    )
