"""A framework of somebody else is judged by what it can know, in a sentence each."""

from datetime import date
from pathlib import Path

from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.lint import lint
from tests.knowledge.bases import own_base

CONTENT = """\
title: Ladder
skills:
  - name: Pricing
    levels: {1: [A.], 2: [B.], 3: [C.], 4: [D.], 5: [E.]}
  - {name: Discovery, levels: {2: [I ask.]}}
  - {id: asking, name: Discovery}
resources:
  - {title: A talk, develops: [{skill: pricing, from: 0, to: 5}]}
  - title: A book
    hours: 2
    effort: {minutes: 600}
    develops: [{skill: discovery, from: 0, to: 5}]
roles:
  - {name: Maker, targets: {pricing: 3}}
"""


def test_what_a_framework_leaves_open_is_counted_and_what_contradicts_is_named(
    tmp_path: Path,
) -> None:
    base = load(own_base(tmp_path, CONTENT))

    findings = lint(base, date(2026, 11, 23))

    assert [(each.severity, each.id, each.message) for each in findings] == [
        (
            "warning",
            "ladder",
            "2 of 3 skills do not tell all levels; there one rates by what the scale "
            "says: Discovery, Discovery",
        ),
        (
            "warning",
            "ladder",
            "5 of 15 steps have no resource: Discovery to 1, Discovery to 2, "
            "Discovery to 3, …",
        ),
        (
            "warning",
            "ladder",
            "15 of 15 steps have no practice: Pricing to 1, Pricing to 2, Pricing to "
            "3, …",
        ),
        (
            "warning",
            "ladder",
            "2 of 3 skills are asked for by no role: Discovery, Discovery",
        ),
        (
            "warning",
            "ladder",
            "1 of 2 items state no hours; the least that their steps take is assumed: "
            "A talk",
        ),
        (
            "warning",
            "ladder",
            "1 of 3 skills have the name of another one: Discovery (discovery, asking)",
        ),
        ("error", "a-book", "states 2 h, but its effort gives 10.0 h"),
    ]


def test_a_base_without_roles_is_told_what_counts_instead(tmp_path: Path) -> None:
    base = load(own_base(tmp_path, "skills: [Pricing]\n"))

    told = [each.message for each in lint(base, date(2026, 11, 23))]

    assert "no role; who plans aims at a level in each skill that they rate" in told
