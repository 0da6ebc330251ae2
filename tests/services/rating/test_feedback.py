"""Feedback: what others fill in comes back whole, once, and beside one's own view."""

import json
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pillarplan.domain.person.advice import Advice
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.person.work import Evidence
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.reports.feedback import Given, Said
from pillarplan.domain.text import LONGEST_LINE, one_line
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import Source
from pillarplan.render.pages.feedback_section import (
    answer_line,
    view_section,
    words_line,
)
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.handing_over.exporting import export_packet
from pillarplan.services.looking_back.entries import amend
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.feedback import (
    compare_views,
    import_feedback,
    other_rater,
    read_feedback,
    request_feedback,
)
from pillarplan.services.rating.measuring import own_tendency, report_gaps
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.laws import examples
from tests.scales import FIVE
from tests.worlds import MONDAY, On

FILES = Path(__file__).parents[2] / "data" / "feedback"
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)
FOCUS = ("negotiation", "security")


as_ever = settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""The fixture only reads, so that examples may share it."""

answers = st.fixed_dictionaries(
    {
        skill: st.none()
        | st.builds(
            Said,
            skill=st.just(skill),
            level=st.integers(0, 5),
            seen=st.text(max_size=200).map(lambda text: one_line(text, 200) or None),
        )
        for skill in FOCUS
    }
)


@pytest.fixture
def planned(on: On) -> Workspace:
    """Ana, whose plan has a focus of two skills."""
    workspace = on(MONDAY)
    levels = {"negotiation": 1, "security": 1, "writing": 3}
    rate(workspace, levels, Rater())
    adopt(workspace, propose(workspace, Wishes(desk=spread(3), pinned=(BOOK,))))
    return workspace


def rate(workspace: Workspace, levels: Mapping[str, int | None], rater: Rater) -> None:
    ratings = [
        Rating(skill=skill, level=level, rated_on=workspace.today, rater=rater)
        for skill, level in levels.items()
    ]
    record_ratings(workspace, ratings)


def filled_page(workspace: Workspace, said: dict[str, Said | None]) -> str:
    page = export_packet(workspace, with_notes=False)
    for skill, each in said.items():
        page = page.replace(answer_line(skill), answer_line(skill, each))
    return page


def filled_request(
    workspace: Workspace, said: Mapping[str, Said | None], rater: Rater = DANA
) -> str:
    page = request_feedback(workspace, rater, core=False, everything=False, page=True)
    for skill, each in said.items():
        assert answer_line(skill) in page
        page = page.replace(answer_line(skill), answer_line(skill, each))
    return page


def filled_form(workspace: Workspace, said: dict[str, Said | None]) -> str:
    form = request_feedback(workspace, DANA, core=False, everything=False)
    for skill, each in said.items():
        empty = f'  {skill}:\n    level:\n    evidence: ""\n'
        assert empty in form
        if each is not None:
            words = json.dumps(each.seen or "", ensure_ascii=False)
            level = f"  {skill}:\n    level: {each.level}\n"
            form = form.replace(empty, f"{level}    evidence: {words}\n")
    return form


def source(text: str, name: str = "<stdin>") -> Source:
    return Source(name, text.encode())


def view(workspace: Workspace, text: str) -> tuple[Said, ...]:
    return read_feedback(source(text), workspace, DANA).said


# What is filled in comes back


@as_ever
@given(said=answers.filter(lambda said: any(said.values())))
@pytest.mark.parametrize("fill", [filled_page, filled_request])
def test_a_page_brings_back_what_was_filled_in(
    planned: Workspace, said: dict[str, Said | None], fill: Callable[..., str]
) -> None:
    page = fill(planned, said)
    quoted = "".join(f"> {line}\r\n" for line in page.split("\n"))

    assert view(planned, page) == tuple(filter(None, map(said.get, _order(planned))))
    assert view(planned, quoted) == view(planned, page)
    assert read_feedback(source(page), planned, DANA).given_on == MONDAY


names = st.text(min_size=1, max_size=200).map(lambda text: one_line(text, 200))


@as_ever
@given(
    name=names.filter(bool),
    kind=st.sampled_from((RaterKind.PEER, RaterKind.MANAGER)),
)
@example(name="1. [Dana](https://example.org) \\ <b> &#65; www.x", kind=RaterKind.PEER)
def test_a_page_knows_whom_it_was_written_for(
    planned: Workspace, name: str, kind: RaterKind
) -> None:
    rater = Rater(name=name, kind=kind)
    said = {"negotiation": Said(skill="negotiation", level=3)}

    page = filled_request(planned, said, rater)

    assert read_feedback(source(page), planned, None).rater == rater


marks = st.sampled_from(("1.", "12)", "#1", "=", "(3)", "[3]:", "###x", "--"))
words = st.from_regex(r"[A-Za-z0-9.,:;()\[\]'\"&\\][A-Za-z0-9#>-]{0,9}", fullmatch=True)


@as_ever
@given(
    st.builds(
        # At some of these lengths the mark begins a line of its own.
        lambda length, mark, rest: " ".join(["x" * length, mark, *rest]),
        st.integers(40, 52),
        marks,
        st.lists(words | marks, max_size=20),
    )
)
def test_a_mail_program_may_wrap_and_quote_a_page(
    planned: Workspace, sentence: str
) -> None:
    said = Said(skill="negotiation", level=3, seen=sentence[:LONGEST_LINE].strip())
    page = filled_request(planned, {"negotiation": said})

    mailed = "Am 24.11. schrieb Ana:\r\n" + "".join(
        f"> {part}\r\n"
        for line in page.split("\n")
        for part in textwrap.wrap(line, 70, break_on_hyphens=False) or [""]
    )

    assert read_feedback(source(mailed), planned, None) == Given(
        rater=DANA, given_on=MONDAY, said=(said,)
    )


@as_ever
@given(said=answers.filter(lambda said: any(said.values())))
def test_a_form_brings_back_what_was_filled_in(
    planned: Workspace, said: dict[str, Said | None]
) -> None:
    given_back = read_feedback(source(filled_form(planned, said)), planned, None)

    expected = tuple(filter(None, map(said.get, _order(planned))))
    assert given_back.said == expected
    assert (given_back.rater, given_back.given_on) == (DANA, MONDAY)


def _order(workspace: Workspace) -> tuple[str, ...]:
    roadmap = workspace.profile().roadmap
    assert roadmap is not None
    assert set(roadmap.focus) == set(FOCUS)
    return roadmap.focus


def test_a_wrapped_sentence_comes_back_whole(planned: Workspace) -> None:
    sentence = (
        "She cut scope with Sales, kept the date, and both said that they gained."
    )
    page = filled_page(planned, {"negotiation": Said(skill="negotiation", level=3)})
    wrapped = page.replace(
        "- negotiation [3]:",
        "* negotiation \\[ 3 \\]: She cut scope with Sales, kept the\n"
        "  date, and both said that they gained.",
    )

    assert view(planned, wrapped) == (
        Said(skill="negotiation", level=3, seen=sentence),
    )


def test_no_break_spaces_are_spaces(planned: Workspace) -> None:
    said = Said(skill="negotiation", level=3, seen="Cut scope with Sales.")
    page = filled_request(planned, {"negotiation": said}).replace(" ", "\u00a0")

    assert read_feedback(source(page), planned, None) == Given(
        rater=DANA, given_on=MONDAY, said=(said,)
    )


@pytest.mark.parametrize(
    "mark", ["* ", "+ ", "• ", "– ", "— ", "·  ", "‣ ", "●\t", "> • ", "  - "]
)
def test_marks_of_word_processors_are_marks(planned: Workspace, mark: str) -> None:
    said = {
        "negotiation": Said(skill="negotiation", level=3, seen="Cut scope with Sales."),
        "security": Said(skill="security", level=0),
    }
    page = filled_request(planned, said)

    marked = re.sub(r"^- ", mark, page, flags=re.MULTILINE)

    assert view(planned, marked) == tuple(said[skill] for skill in _order(planned))


# Words on items


BOOK = "getting-to-yes"
sentences = st.text(min_size=1, max_size=200).map(lambda text: one_line(text, 200))


def with_words(workspace: Workspace, words: str) -> str:
    page = export_packet(workspace, with_notes=False)
    assert f"\n{words_line(BOOK)}\n" in page
    return page.replace(words_line(BOOK), words_line(BOOK, words))


@as_ever
@given(words=sentences.filter(bool))
def test_words_on_an_item_come_back_as_they_were_written(
    planned: Workspace, words: str
) -> None:
    page = with_words(planned, words)
    quoted = "".join(f"> {line}\r\n" for line in page.split("\n"))

    for text in (page, quoted):
        read = read_feedback(source(text), planned, DANA)
        assert (read.said, read.words) == ((), {BOOK: words})


def test_wrapped_words_come_back_whole_and_need_no_rating(planned: Workspace) -> None:
    words = f"> ## Your words on the plan\n>\n> • {BOOK}: Read\n> chapter 3.\n"
    reply = f"> ## Your view\n>\n{words}"

    assert read_feedback(source(reply), planned, None) == Given(
        rater=None, given_on=None, said=(), words={BOOK: "Read chapter 3."}
    )


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_mail_program_may_wrap_the_titles_of_items(
    planned: Workspace, dash: str
) -> None:
    roadmap = planned.profile().current_roadmap
    assert roadmap is not None
    for length in range(50, 70):
        book = replace(roadmap.items[0], title=f"{'x' * length} {dash} a: long {dash}")
        section = "\n\n".join(view_section(None, MONDAY, (), FIVE, (book,)))
        mailed = "\n".join(
            part
            for line in section.replace(f"{book.id}:", f"{book.id}: Yes.").split("\n")
            for part in textwrap.wrap(line, 70, break_on_hyphens=False) or [""]
        )

        assert read_feedback(source(mailed), planned, DANA).words == {book.id: "Yes."}


def test_the_plan_and_what_is_open_and_in_hand_have_a_line_for_words(
    planned: Workspace,
) -> None:
    check_in(planned, CheckIn(done=(BOOK,)))
    page = export_packet(planned, with_notes=False)
    roadmap = planned.profile().current_roadmap
    assert roadmap is not None

    section = page.split("## Your words on the plan")[1]
    assert re.findall(r"^- (\S+):$", section, re.MULTILINE) == [
        "plan",
        *(item.id for item in roadmap.open_items() if item.wave == 1),
    ]


def test_words_are_kept_once_whoever_sends_them_again(
    planned: Workspace, on: On
) -> None:
    page = source(with_words(planned, "Chapter 3 first."))
    advice = Advice(on=MONDAY, item=BOOK, text="Chapter 3 first.", rater=DANA)

    first = import_feedback(planned, page, DANA)
    again = import_feedback(on(date(2026, 12, 1)), page, DANA)

    assert (first.ratings, first.advice, first.known) == ((), (advice,), 0)
    assert (again.ratings, again.advice, again.known) == ((), (), 1)
    assert planned.profile().advice == (advice,)


def test_words_can_be_taken_back_and_withdrawn(planned: Workspace) -> None:
    page = source(with_words(planned, "Chapter 3 first."))
    import_feedback(planned, page, DANA)
    undo(planned)
    assert planned.profile().advice == ()
    import_feedback(planned, page, DANA)

    told = [each for each in planned.events() if each.type == "advised"][-1]
    withdrawn = amend(planned, told.id, None)

    assert withdrawn.entry.told == "word on an item"
    assert withdrawn.entry.text == "Dana on getting-to-yes: Chapter 3 first."
    assert planned.profile().advice == ()


def test_the_last_words_of_each_stand_beside_an_item(planned: Workspace) -> None:
    kim = Rater(name="Kim", kind=RaterKind.PEER)
    for words, rater in (("One.", DANA), ("Two.", kim), ("Three.", DANA)):
        import_feedback(planned, source(with_words(planned, words)), rater)

    beside = planned.profile().advice_on(BOOK)

    assert [(each.rater, each.text) for each in beside] == [
        (DANA, "Three."),
        (kim, "Two."),
    ]
    assert planned.profile().advice_on("another") == ()


# The same again changes nothing


@pytest.mark.parametrize("fill", [filled_page, filled_request, filled_form])
def test_the_same_file_again_changes_nothing(
    planned: Workspace, on: On, fill: Callable[..., str]
) -> None:
    said = {"negotiation": Said(skill="negotiation", level=3, seen="Cut scope.")}
    text = source(fill(planned, said))

    first = import_feedback(planned, text, DANA)
    before = planned.journal.read().events
    rate(on(date(2026, 12, 1)), {"negotiation": 4}, DANA)
    again = import_feedback(on(date(2026, 12, 24)), text, DANA)

    assert [(each.level, each.evidence) for each in first.ratings] == [
        (3, "Cut scope.")
    ]
    assert (again.ratings, again.known) == ((), 1)
    assert planned.journal.read().events[: len(before)] == before
    assert len(planned.journal.read().events) == len(before) + 1


def test_a_file_without_a_day_is_compared_with_what_was_said_last(
    planned: Workspace, on: On
) -> None:
    form = (FILES / "form.yaml").read_text().replace("rated_on: 2026-11-20\n", "")
    import_feedback(planned, source(form), None)

    again = import_feedback(on(date(2026, 12, 1)), source(form), None)

    assert (again.ratings, again.known) == ((), 2)


def test_what_was_said_long_ago_is_new_in_a_file_without_a_day(
    planned: Workspace, on: On
) -> None:
    form = (FILES / "form.yaml").read_text().replace("rated_on: 2026-11-20\n", "")
    import_feedback(planned, source(form), None)
    higher = form.replace("customer-discovery: 2", "customer-discovery: 3")
    import_feedback(on(date(2026, 12, 1)), source(higher), None)

    again = import_feedback(on(date(2026, 12, 8)), source(form), None)

    assert [(each.skill, each.level) for each in again.ratings] == [
        ("customer-discovery", 2)
    ]
    assert again.known == 1


def test_what_was_mended_in_a_file_is_recorded(planned: Workspace) -> None:
    form = (FILES / "form.yaml").read_text()
    import_feedback(planned, source(form), None)

    mended = form.replace("customer-discovery: 2", "customer-discovery: 3")
    imported = import_feedback(planned, source(mended), None)

    assert [(each.skill, each.level) for each in imported.ratings] == [
        ("customer-discovery", 3)
    ]
    assert imported.known == 1


def test_the_same_answer_on_a_later_day_is_recorded(planned: Workspace) -> None:
    form = (FILES / "form.yaml").read_text()
    import_feedback(planned, source(form), None)

    later = source(form.replace("2026-11-20", "2026-11-22"))

    assert len(import_feedback(planned, later, None).ratings) == 2


def test_an_import_is_one_command_that_can_be_taken_back(planned: Workspace) -> None:
    before = planned.profile()
    form = Source.open(FILES / "form.yaml")
    import_feedback(planned, form, None)

    undo(planned)

    assert planned.profile() == before
    assert len(import_feedback(planned, form, None).ratings) == 2


def test_what_others_say_changes_neither_gaps_nor_checkins(planned: Workspace) -> None:
    before = planned.profile()

    import_feedback(planned, Source.open(FILES / "form.yaml"), None)

    after = planned.profile()
    assert after.own_ratings == before.own_ratings
    assert after.checkins == before.checkins == ()


# What is wrong is told with its place


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("- negotiation [ ]:", "- negotation [3]: x", ":3: there is no skill"),
        ("- negotiation [ ]:", "- negotiation [7]:", ":16: '7' is no level"),
        ("- negotiation [ ]:", "- negotiation [x]:", ":16: 'x' is no level"),
        ("- negotiation [ ]:", "- negotiation [ ]: x", ":16: write a level"),
        ("- negotiation [ ]:", f"- negotiation [3]: {'x' * 201}", ":19: 201 char"),
        ("- negotiation [ ]:", "- negotiation: 3", ":1: an answer looks like this"),
        ("- security [ ]:", "- negotiation [2]:", ":3: negotiation has a line"),
        ("- getting-to-yes:", "- geting-to-yes: x", ":3: there is no item"),
        ("- getting-to-yes:", "- getting-to-yes x", ":1: words on an item look"),
        ("- getting-to-yes:", f"- getting-to-yes: {'x' * 201}", ":18: 201 char"),
        (
            "- getting-to-yes:",
            "- getting-to-yes: x\n- getting-to-yes: y",
            ":3: getting-to-yes has a line",
        ),
        ("[2026-11-23]", "[2026-11-31]", ":13: write the day as"),
        ("[peer]", "[boss]", ":20: write peer or manager"),
        ("[peer]", "[self]", ":20: write peer or manager"),
        ("Your name:", f"Your name: {'x' * 201}", ":13: 201 characters; a name has"),
        ("[2026-11-23]", "[2027-01-01]", ":13: 2027-01-01 is in the future"),
        ("## Your view", "## My view", "1:1: there is no heading '## Your view'"),
        ("Good", "Good\u202e", "U+202E"),
        ("", "", "nothing is filled in"),
    ],
)
def test_what_is_wrong_with_a_page_is_told_with_its_place(
    planned: Workspace, old: str, new: str, place: str
) -> None:
    page = export_packet(planned, with_notes=False)
    if "nothing" not in place and old != "- negotiation [ ]:":
        page = page.replace("- negotiation [ ]:", "- negotiation [3]:")
    before = planned.journal.read().events

    with pytest.raises(BrokenFileError) as told:
        import_feedback(planned, source(page.replace(old, new, 1), "p.md"), DANA)

    assert place in str(told.value)
    assert str(told.value).startswith("p.md:")
    assert planned.journal.read().events == before


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"Dana"', '" "', "6:9: write your name between the quotes"),
        ("kind: manager", "kind: self", "7:9: must be peer or manager"),
        ("level: 3", "level:", "11:5: "),
        ("level: 3", "level: 6", "11:12: "),
        ("  security:", "  securty:", "14:3: there is no skill 'securty'"),
        ("2026-11-20", "2027-01-01", "4:11: 2027-01-01 is in the future"),
        ("format: pillarplan-ratings", "format: pillarplan-checkin", "2:9: "),
    ],
)
def test_what_is_wrong_with_a_form_is_told_with_its_place(
    planned: Workspace, old: str, new: str, place: str
) -> None:
    form = (FILES / "form.yaml").read_text().replace(old, new, 1)

    with pytest.raises(BrokenFileError) as told:
        import_feedback(planned, source(form, "f.yaml"), None)

    assert f"f.yaml:{place}" in str(told.value)


def test_a_form_that_names_nobody_can_be_signed_on_the_command_line(
    planned: Workspace,
) -> None:
    form = (FILES / "form.yaml").read_text().replace('"Dana"', '""')

    assert import_feedback(planned, source(form), DANA).rater == DANA


def test_a_page_that_nobody_signed_is_signed_on_the_command_line(
    planned: Workspace,
) -> None:
    page = filled_page(planned, {"security": Said(skill="security", level=1)})

    with pytest.raises(UsageError, match="--as Dana --rater manager"):
        import_feedback(planned, source(page), None)
    assert import_feedback(planned, source(page), DANA).rater == DANA


def test_who_fills_a_page_in_may_sign_it_there(planned: Workspace) -> None:
    page = filled_page(planned, {"security": Said(skill="security", level=1)})
    signed = page.replace("Your name:", "Your name: Kim\\_L [Sales]  ").replace(
        "[peer]", "[ Manager ]"
    )

    imported = import_feedback(planned, source(signed), None)

    assert imported.rater == Rater(name="Kim_L [Sales]", kind=RaterKind.MANAGER)


def test_a_rater_is_somebody_else_and_has_a_name() -> None:
    assert other_rater(None, None) is None
    assert other_rater(" Kim\n", None) == Rater(name="Kim", kind=RaterKind.PEER)
    assert other_rater("Dana", RaterKind.MANAGER) == DANA
    for name, kind in (("Ana", RaterKind.SELF), (None, RaterKind.PEER), (" ", None)):
        with pytest.raises(UsageError):
            other_rater(name, kind)


# Side by side


def test_the_largest_difference_comes_first_and_the_latest_word_counts(
    planned: Workspace,
) -> None:
    kim = Rater(name="Kim", kind=RaterKind.PEER)
    rate(planned, {"negotiation": 5, "pricing": 4, "writing": 3}, DANA)
    rate(planned, {"negotiation": 2, "security": None}, DANA)
    rate(planned, {"writing": 0}, kim)

    feedback = compare_views(planned)

    assert feedback.raters == (DANA, kim)
    assert [
        (views.skill, [each.level for each in views.others], views.difference)
        for views in feedback.skills
    ] == [
        ("writing", [3, 0], 3),
        ("negotiation", [2], 1),
        ("pricing", [4], None),
        ("security", [None], None),
    ]


def test_over_rounds_the_own_tendency_is_a_hint_that_changes_nothing(
    planned: Workspace, on: On
) -> None:
    kim = Rater(name="Kim", kind=RaterKind.PEER)
    gaps = report_gaps(planned)
    for day in (MONDAY, date(2027, 2, 23)):
        for rater in (DANA, kim):
            rate(on(day), {"negotiation": 0, "writing": 2}, rater)

    later = on(date(2027, 3, 1))
    expected = Tendency(
        pillar="soft-skills",
        name="Soft skills",
        mean=1.0,
        levels=0.67,
        ratings=8,
        raters=2,
        rounds=2,
    )
    assert own_tendency(later) == compare_views(later).tendencies == (expected,)
    assert report_gaps(later) == gaps


def test_what_the_person_said_and_shows_stands_beside(
    planned: Workspace, on: On
) -> None:
    later = on(date(2026, 11, 30))
    check_in(later, CheckIn(evidence={"negotiation": "Cut scope with Sales"}))
    rate(later, {"negotiation": 2}, Rater())
    rate(later, {"negotiation": 2}, DANA)

    (views,) = compare_views(later).skills

    assert [each.level for each in views.own_before] == [1]
    assert views.own_evidence == Evidence(
        on=later.today, skill="negotiation", text="Cut scope with Sales"
    )


def test_without_any_rating_there_is_nothing_to_compare(on: On) -> None:
    with pytest.raises(NothingYetError):
        compare_views(on(MONDAY))


def test_without_a_plan_only_the_core_or_all_can_be_asked(on: On) -> None:
    with pytest.raises(NothingYetError, match="--core"):
        request_feedback(on(MONDAY), None, core=False, everything=False)
    core = request_feedback(on(MONDAY), None, core=True, everything=False)
    every = request_feedback(on(MONDAY), None, core=False, everything=True)

    outlines = on(MONDAY).knowledge.outlines()
    assert core.count("    level:\n") == sum(each.core for each in outlines)
    assert every.count("    level:\n") == len(outlines)


@pytest.mark.parametrize("page", [True, False])
def test_who_asks_is_called_by_name_if_they_said_it(on: On, page: bool) -> None:
    def form(name: str) -> str:
        return request_feedback(
            on(MONDAY), None, core=True, everything=False, page=page, name=name
        )

    assert "How do you see Ana at work?" in form("Ana")
    assert "How do you see me at work?" in form("")
