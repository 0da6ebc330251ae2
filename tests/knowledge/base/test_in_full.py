"""A base of one's own says what its owner knows; short forms mean what long ones do."""

from pathlib import Path

import pytest

from pillarplan.domain.knowledge.item import Cost, Origin, ResourceKind
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.reading.problem import BrokenFileError
from tests.knowledge.bases import own_base

NAMES_ONLY = """\
skills:
  - Pricing
  - Prüfen & lernen
  - {name: 価格設定}
  - {id: user-research}
"""


def problems(path: Path) -> list[str]:
    with pytest.raises(BrokenFileError) as caught:
        load(path)
    return [
        f"{each.line}:{each.column}: {each.message}" for each in caught.value.problems
    ]


def test_a_list_of_names_is_a_base(tmp_path: Path) -> None:
    base = load(own_base(tmp_path / "acme ladder", NAMES_ONLY))

    assert (base.id, base.title) == ("acme-ladder", "acme ladder")
    (pillar,) = base.pillars
    assert (pillar.id, pillar.name, pillar.summary) == ("skills", "acme ladder", "")
    assert [(each.id, each.name) for each in pillar.skills] == [
        ("pricing", "Pricing"),
        ("prufen-lernen", "Prüfen & lernen"),
        ("f5a385bd", "価格設定"),
        ("user-research", "User research"),
    ]
    assert all(not each.levels and not each.why for each in pillar.skills)


def test_long_forms_mean_the_same(tmp_path: Path) -> None:
    long = """\
title: acme ladder
id: acme-ladder
pillars:
  - id: skills
    name: acme ladder
    skills:
      - {id: pricing, name: Pricing}
      - {id: prufen-lernen, name: Prüfen & lernen}
      - name: 価格設定
      - {id: user-research, name: User research}
"""

    one = load(own_base(tmp_path / "acme ladder", NAMES_ONLY))

    assert load(own_base(tmp_path / "long", long)) == one


def test_a_base_without_a_scale_has_that_of_the_built_in_one(tmp_path: Path) -> None:
    base = load(own_base(tmp_path, "skills: [Pricing]\n"))

    assert base.scale == load(bundled_path()).scale
    assert base.scale.is_usual


def test_a_scale_may_be_a_list_of_names(tmp_path: Path) -> None:
    long = "[{level: 1, name: Tries}, {level: 2, name: Does}, {level: 3, name: Leads}]"

    named = load(own_base(tmp_path, "scale: [Tries, Does, Leads]\nskills: [A]\n"))

    assert named == load(own_base(tmp_path, f"scale: {long}\nskills: [A]\n"))
    assert [(each.level, each.name) for each in named.scale.levels] == [
        (0, "Not started"),
        (1, "Tries"),
        (2, "Does"),
        (3, "Leads"),
    ]


def test_a_level_may_be_one_text(tmp_path: Path) -> None:
    base = load(own_base(tmp_path, "skills: [{name: A, levels: {2: I do it.}}]\n"))

    assert [skill.levels for skill in base.skills] == [{2: ("I do it.",)}]


def test_of_an_item_only_title_and_steps_are_needed(tmp_path: Path) -> None:
    content = """\
skills: [Pricing]
resources:
  - title: Pricing week at our academy
    develops: [{skill: pricing, from: 1, to: 3}]
  - {title: A talk, develops: [{skill: pricing, from: 0, to: 1}], effort: {minutes: 50}}
  - title: A course
    develops: [{skill: pricing, from: 3, to: 4}]
    hours: 12
    price: {band: 20-50, basis: usual}
practices:
  - {title: Price a pilot, develops: [{skill: pricing, from: 2, to: 3}]}
"""

    base = load(own_base(tmp_path, content))

    week, talk, course = base.resources
    assert (week.id, week.kind) == (
        "pricing-week-at-our-academy",
        ResourceKind.RESOURCE,
    )
    assert (week.hours, week.hours_assumed) == (3.0, True)
    assert (week.cost, week.origin, week.reviewed_on) == (None, Origin.ADDITION, None)
    assert not week.is_free
    assert (talk.hours, talk.hours_assumed) == (1.0, False)
    assert (course.hours, course.cost) == (12.0, Cost.PAID)
    (pilot,) = base.practices
    assert (pilot.id, pilot.hours, pilot.task) == ("price-a-pilot", 2.0, "")


def test_twenty_thousand_skills_fit_into_one_file(tmp_path: Path) -> None:
    rows = "".join(f"  - {{name: Skill {n}, core: true}}\n" for n in range(20_000))

    base = load(own_base(tmp_path, f"skills:\n{rows}"))

    assert [each.id for each in base.skills] == [f"skill-{n}" for n in range(20_000)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "skills: []\n",
            ["1:1: skills must be a list of at least 1 entry, not 0"],
        ),
        (
            "title: Nothing\n",
            ["1:1: it has no skills; list them under 'skills' or pillars"],
        ),
        ("skills:\n  - summary: S.\n", ["4:5: missing 'name'"]),
        (
            "skills:\n  - Pricing\n  - Strategy\n  - pricing\n",
            ["6:5: duplicate id 'pricing'; first on line 4"],
        ),
        (
            "skills:\n  - {name: Pricing, summry: S.}\n",
            ["4:21: unknown key 'summry'; did you mean 'summary'?"],
        ),
        (
            "skills:\n  - name: 12\n",
            ["4:11: name must be text, not 12; put it in quotes"],
        ),
        (
            f"skills:\n  - A\n  - {'b' * 201}\n",
            ["5:5: name must be at most 200 characters long, not 201"],
        ),
        (
            "skills:\n  - {name: A, levels: {1: I can., 2: 3}}\n",
            ["4:38: 2 must be a list, not 3"],
        ),
        (
            "skills:\n  - 12\n",
            ["4:5: an entry of 'skills' must be a map of keys and values, not 12"],
        ),
        (
            "skills: [Pricing]\nroles:\n  - {name: Lead, targets: {pricng: 3}}\n",
            ["5:28: there is no skill 'pricng'; did you mean 'pricing'?"],
        ),
        (
            "skills: [Pricing]\ndefault_role: lead\n",
            ["4:15: there is no role 'lead'"],
        ),
        (
            "skills: [Pricing]\nresources:\n  - {title: A talk}\n",
            ["5:5: missing 'develops'"],
        ),
        (
            "skills: &all [Pricing]\n",
            ["3:9: anchors ('&') are not read here; write the content itself"],
        ),
    ],
)
def test_what_is_known_is_read_strictly(
    tmp_path: Path, content: str, told: list[str]
) -> None:
    assert problems(own_base(tmp_path, content)) == told
