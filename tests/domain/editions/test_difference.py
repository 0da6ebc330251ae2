"""What differs between two editions, by what the new one declares."""

from dataclasses import replace
from datetime import date

from pillarplan.domain.editions.difference import EntryDiff, How, find_difference
from pillarplan.domain.editions.touched import find_touched
from pillarplan.domain.knowledge.edition import BUILTIN, edition_of
from pillarplan.domain.knowledge.skill import Role
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.render.editions.lines import difference_lines
from tests.domain.editions.worlds import base_of, skill

OLD = base_of(
    skill("data", "Data skills", _1="I read charts."),
    skill("user-research"),
    skill("writing", _1="I write."),
    skill("talking"),
    skill("stakeholder-management", "Stakeholder management"),
    skill("pricing", "Pricing", _1="I know prices.", _2="I set prices."),
    roles=(
        Role(id="pm", name="PM", summary="", targets={"pricing": 2, "data": 1}),
        Role(id="lead", name="Lead", summary="", targets={}),
    ),
)

NEW = base_of(
    skill("statistics", "Statistics", "data"),
    skill("sql", "SQL", "data"),
    skill("discovery", "Discovery", "user-research", "ages-ago"),
    skill("communication", "Communication", "writing", "talking"),
    skill("stakeholders", "Managing stakeholders"),
    skill("pricing", "Pricing", _1="I know prices.", _2="I change prices."),
    roles=(
        Role(id="pm", name="PM", summary="", targets={"pricing": 3}),
        Role(id="head", name="Head", summary="", was=("lead",), targets={}),
    ),
)


def test_each_thing_that_differs_is_found_once_with_its_kind() -> None:
    found = find_difference(OLD, NEW).entries

    skills = [(e.how, e.old, e.new) for e in found if e.sort is Lineage.SKILL]
    assert skills == [
        (How.SPLIT, ("data",), ("statistics", "sql")),
        (How.RENAMED, ("user-research",), ("discovery",)),
        (How.MERGED, ("writing", "talking"), ("communication",)),
        (How.GONE, ("stakeholder-management",), ()),
        (How.REWORDED, ("pricing",), ("pricing",)),
        (How.ADDED, (), ("stakeholders",)),
    ]
    assert [(e.how, e.old, e.new, e.skills) for e in found if e.sort == "role"] == [
        (How.REWORDED, ("pm",), ("pm",), ("data", "pricing")),
        (How.RENAMED, ("lead",), ("head",), ()),
    ]


def test_levels_whose_texts_differ_are_named() -> None:
    (pricing,) = (e for e in find_difference(OLD, NEW).entries if e.old == ("pricing",))

    assert pricing == EntryDiff(
        sort=Lineage.SKILL,
        how=How.REWORDED,
        old=("pricing",),
        new=("pricing",),
        name="Pricing",
        levels=(2,),
    )


def test_a_name_that_is_much_alike_is_asked_about_and_never_taken() -> None:
    (gone,) = (e for e in find_difference(OLD, NEW).entries if e.how is How.GONE)

    assert (gone.new, gone.perhaps) == ((), ("stakeholders",))


def test_the_same_base_differs_in_nothing() -> None:
    found = find_difference(NEW, NEW)

    assert found.entries == ()
    assert list(difference_lines(found, 80)) == ["Nothing differs."]


def test_what_is_divided_and_keeps_its_name_is_no_loss() -> None:
    new = base_of(skill("data", "Data skills"), skill("sql", "SQL", "data"))
    old = base_of(skill("data", "Data skills"))

    assert [(e.how, e.new) for e in find_difference(old, new).entries] == [
        (How.SPLIT, ("data", "sql"))
    ]


def test_what_is_taken_into_one_that_stays_is_joined() -> None:
    new = base_of(skill("data", "Data", "sql"))
    old = base_of(skill("data", "Data"), skill("sql", "SQL"))

    assert [(e.how, e.old, e.new) for e in find_difference(old, new).entries] == [
        (How.MERGED, ("sql", "data"), ("data",))
    ]


def test_all_that_differs_is_shown_in_lines_that_fit() -> None:
    shown = list(difference_lines(find_difference(OLD, NEW), 60))

    assert all(len(line) <= 60 for line in shown)
    assert shown[:3] == [
        "Skills: 1 gone, 1 renamed, 1 divided, 1 joined, 1 in other",
        "words and 1 added",
        "  gone: stakeholder-management (Stakeholder management; is",
    ]


def test_thousands_of_entries_are_compared_in_no_time() -> None:
    many = 4_000
    old = base_of(*(skill(f"old-{n}", f"Old name {n}") for n in range(many)))
    new = base_of(*(skill(f"new-{n}", f"New name {n}") for n in range(many)))

    found = find_difference(old, new).entries

    assert [each.how for each in found] == [How.GONE] * many + [How.ADDED] * many


def test_thousands_of_ratings_are_held_against_an_edition_in_no_time() -> None:
    many = [f"skill-{n}" for n in range(4_000)]
    ratings = (Rating(skill=each, level=1, rated_on=date(2026, 1, 5)) for each in many)
    profile = Profile(ratings=tuple(ratings))
    edition = edition_of(base_of(*(skill(each) for each in many), id_=BUILTIN))

    assert find_touched(profile, edition) == ()
    assert len(find_touched(profile, replace(edition, base="other"))) == len(many)
