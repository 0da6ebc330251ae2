"""A person's own file adds to the knowledge base, changes and hides parts of it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.price import Band, Price, PriceBasis
from pillarplan.domain.knowledge.step import Span
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.base.overlay import merged
from pillarplan.reading.problem import BrokenFileError
from tests.knowledge.bases import SMALL, copied, edit, overlay

BASE = load(SMALL)

SKILL = """\
      - id: sleep
        name: Sleep
        summary: Sleeping enough.
        why: It helps.
        neglect: You tire.
        delegate: Nobody can.
        levels: {1: [a], 2: [b], 3: [c], 4: [d], 5: [e]}
"""


def test_an_empty_overlay_changes_nothing(tmp_path: Path) -> None:
    assert load(SMALL, overlay(tmp_path, "")) == BASE


def test_only_the_named_keys_change(tmp_path: Path) -> None:
    own = overlay(
        tmp_path,
        "resources:\n  - {id: getting-to-yes, hours: 5, price: null}\n"
        "roles:\n  - {id: pm, targets: {negotiation: 4}}\n",
    )

    base = load(SMALL, own)

    assert base.resources[0] == replace(BASE.resources[0], hours=5.0, price=None)
    assert base.resources[1:] == BASE.resources[1:]
    assert base.roles[0] == replace(
        BASE.roles[0], targets={"negotiation": 4, "writing": 3, "pricing": 1}
    )
    assert base.practices == BASE.practices


@pytest.mark.parametrize(
    "change",
    [
        "price: {amount: 45, currency: EUR}",
        "cost: free",
        "cost: freemium",
        "checked: https://example.org/",
        "cost: free, free_part: null",
    ],
)
def test_what_version_1_0_of_the_format_says_of_an_entry_of_today_is_understood(
    tmp_path: Path, change: str
) -> None:
    own = "resources:\n  - {id: %s, %s}\n"
    for id_ in ("editing-others", "pricing-circle"):
        if id_ == "pricing-circle" and "freemium" in change:
            continue
        load(SMALL, overlay(tmp_path, own % (id_, change)))


def test_a_price_is_stated_whole(tmp_path: Path) -> None:
    own = "resources:\n  - {id: editing-others, price: {amount: 45, currency: EUR}}\n"

    base = load(SMALL, overlay(tmp_path, own))

    (book,) = [each for each in base.resources if each.id == "editing-others"]
    assert book.price == Price(
        band=Band.FROM_20, basis=PriceBasis.SEEN, amount=45, currency="EUR"
    )


def recommenders(base: KnowledgeBase) -> dict[str, int]:
    counted = ((each.id, each.recommenders) for each in base.resources)
    return {name: number for name, number in counted if number}


def test_what_lists_say_of_a_hidden_entry_is_hidden_too(tmp_path: Path) -> None:
    (tmp_path / "lists.yaml").write_text(LISTS, encoding="utf-8")
    entry = copied(tmp_path)
    edit(entry, "include:", "include:\n  - lists.yaml")

    whole = load(entry)
    rest = load(entry, overlay(tmp_path, "hide: [hard-talks, writing]\n"))

    assert whole.recommended == {
        "getting-to-yes": ("a-list",),
        "hard-talks": ("a-list",),
    }
    assert rest.recommended == {"getting-to-yes": ("a-list",)}
    assert (whole.guests, rest.guests) == ({"hard-talks": 2}, {})
    assert recommenders(whole) == {"getting-to-yes": 1, "hard-talks": 3}
    assert recommenders(rest) == {"getting-to-yes": 1}
    assert whole.synonyms["memo"] == ("writing", "pricing")
    assert rest.synonyms == {"memo": ("pricing",)}


LISTS = """\
lists:
  - {id: a-list, title: A list, by: Ann, url: https://example.org/, kind: person}
recommended: {getting-to-yes: [a-list], hard-talks: [a-list]}
guests: {hard-talks: 2}
synonyms:
  memo: [writing, pricing]
  spec: [writing]
"""


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("[a-list], hard", "[no-list], hard", "there is no list 'no-list'"),
        ("{hard-talks: 2}", "{soft-talks: 2}", "there is no item 'soft-talks'"),
        ("spec: [writing]", "spec: [wrting]", "there is no skill 'wrting'"),
        ("hard-talks: 2", "hard-talks: 0", "guests"),
        ("kind: person", "kind: bot", "kind"),
    ],
)
def test_unknown_ids_and_wrong_words_in_lists_are_problems_with_their_place(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    entry = copied(tmp_path)
    edit(entry, "include:", "include:\n  - lists.yaml")
    lists = tmp_path / "lists.yaml"
    lists.write_text(LISTS, encoding="utf-8")
    edit(lists, old, new)

    with pytest.raises(BrokenFileError) as caught:
        load(entry)

    (problem,) = caught.value.problems
    assert problem.line > 0
    assert where in str(problem)


def test_skills_change_and_come_in_below_their_pillar(tmp_path: Path) -> None:
    own = overlay(
        tmp_path,
        "pillars:\n  - id: soft-skills\n    name: Softer Skills\n    skills:\n"
        f"      - {{id: writing, levels: {{3: [I write well.]}}}}\n{SKILL}",
    )

    soft, business = load(SMALL, own).pillars

    negotiation, writing = BASE.pillars[0].skills
    assert soft.name == "Softer Skills"
    assert soft.skills[:2] == (
        negotiation,
        replace(writing, levels={**writing.levels, 3: ("I write well.",)}),
    )
    assert [skill.id for skill in soft.skills] == ["negotiation", "writing", "sleep"]
    assert business == BASE.pillars[1]


def test_a_new_pillar_and_what_belongs_to_it_come_last(tmp_path: Path) -> None:
    own = overlay(
        tmp_path,
        "pillars:\n  - id: health\n    name: Health\n    summary: Staying well.\n"
        f"    skills:\n{SKILL}"
        "practices:\n"
        "  - {id: go-to-bed, title: Go to bed, "
        "develops: [{skill: sleep, from: 0, to: 1}], hours: 1, task: Go., "
        "evidence: Rest., reviewed_on: 2026-11-23,"
        " origin: addition}\n"
        "contexts:\n  - {id: night, name: N, summary: S., raises: {sleep: 2}}\n",
    )

    base = load(SMALL, own)

    assert [pillar.id for pillar in base.pillars] == [
        "soft-skills",
        "business",
        "health",
    ]
    assert base.practices[:-1] == BASE.practices
    assert base.practices[-1].develops == (Span(skill="sleep", from_=0, to=1),)
    assert [context.id for context in base.contexts] == ["enterprise", "night"]


def test_what_is_hidden_vanishes_from_all_that_mentions_it(tmp_path: Path) -> None:
    base = load(SMALL, overlay(tmp_path, "hide: [writing, plain-words, pm]\n"))

    assert [skill.id for skill in base.skills] == ["negotiation", "pricing"]
    assert [resource.id for resource in base.resources] == [
        "getting-to-yes",
        "hard-talks",
        "negotiation-school",
        "price-basics",
        "value-pricing",
        "pricing-circle",
    ]
    assert base.resources[1].develops == (Span(skill="negotiation", from_=2, to=4),)
    assert [role.targets for role in base.roles] == [{"negotiation": 4, "pricing": 3}]
    assert not any(
        span.skill == "writing" for each in base.practices for span in each.develops
    )


def test_a_hidden_pillar_takes_its_skills_along(tmp_path: Path) -> None:
    base = load(SMALL, overlay(tmp_path, "hide: [business]\n"))

    assert [skill.draws_on for skill in base.skills] == [(), ()]
    assert [resource.id for resource in base.resources] == [
        "getting-to-yes",
        "hard-talks",
        "negotiation-school",
        "plain-words",
        "editing-others",
    ]
    assert base.contexts[0].raises == {"negotiation": 1}
    assert base.reflections == ()


def test_what_is_hidden_by_its_kind_hides_nothing_else_of_that_id(
    tmp_path: Path,
) -> None:
    own = overlay(
        tmp_path,
        "hide: {roles: [pm]}\npillars:\n"
        "  - id: soft-skills\n    skills:\n      - {id: pm, name: Pet management}\n",
    )

    base = load(SMALL, own)

    assert "pm" not in {role.id for role in base.roles}
    assert "pm" in {skill.id for skill in base.skills}


@pytest.mark.parametrize(
    ("hide", "told"),
    [
        ("{roles: [writing]}", "there is no role 'writing' to hide"),
        ("{skills: [writng]}", "there is no skill 'writng' to hide; did you mean"),
        ("{rols: [pm]}", "unknown key 'rols'; did you mean 'roles'?"),
        ("pm", "hide must be a list or a map of keys and values, not text"),
    ],
)
def test_what_cannot_be_hidden_is_told(tmp_path: Path, hide: str, told: str) -> None:
    with pytest.raises(BrokenFileError, match=re.escape(told)):
        load(SMALL, overlay(tmp_path, f"hide: {hide}\n"))


def test_a_typing_mistake_in_an_id_is_not_taken_for_something_new(
    tmp_path: Path,
) -> None:
    own = overlay(tmp_path, "roles:\n  - {id: leed, name: Lead}\n")

    with pytest.raises(BrokenFileError, match="did you mean 'lead'"):
        load(SMALL, own)


RECORDS = st.dictionaries(
    st.sampled_from("abc"),
    st.recursive(
        st.integers(0, 9) | st.lists(st.integers(0, 9), max_size=2),
        lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
        max_leaves=6,
    ),
)


@given(RECORDS, RECORDS)
def test_merging_the_same_change_twice_changes_nothing_more(
    record: dict[str, object], change: dict[str, object]
) -> None:
    once = merged(record, change)

    assert merged(once, change) == once
    assert merged(record, {}) == record
    assert merged({}, change) == change
