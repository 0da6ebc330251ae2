"""The roadmap as Markdown: it renders as meant, and texts come back literally."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pillarplan.domain.knowledge.item import (
    Cost,
    Origin,
    Practice,
    Resource,
    ResourceKind,
)
from pillarplan.domain.knowledge.skill import NamesById
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Evidence
from pillarplan.domain.plan.availability import Availability, spread
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import (
    Limits,
    NotNow,
    PlannedItem,
    Rerating,
    Roadmap,
    Session,
    State,
    Totals,
)
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.pages.markdown import bullet, escape, roadmap_page, unescape
from tests.laws import examples
from tests.program import CheckGolden
from tests.scales import FIVE

CMARK = shutil.which("cmark-gfm")
EXTENSIONS = (
    "table",
    "strikethrough",
    "autolink",
    "tagfilter",
    "tasklist",
    "footnotes",
)

needs_cmark = pytest.mark.skipif(
    CMARK is None and os.environ.get("CI") != "true",
    reason="cmark-gfm is not installed",
)

HOSTILE = (
    "# no heading",
    "- no list",
    "+ no list",
    "* no list",
    "1. no list",
    "12) no list",
    "= no heading",
    "--- no rule",
    "> no quote",
    "    no code",
    "| no | cell |",
    "*no* _emphasis_ **at** ~~all~~",
    "`no code`",
    "[no](https://example.org) ![link](x.png) [^1] [ref]",
    "<script>alert(1)</script> <b>no</b> <!-- no -->",
    "&amp; &lt; &#42; no entity",
    "https://example.org www.example.org me@example.org mailto:me@example.org",
    "ftp://example.org xmpp:me@example.org",
    "no \\ backslash\\",
    "=HYPERLINK(1) +1 -1 @sum",
    "line\nbreak\r\n# and heading",
    "BEGIN:VEVENT\r\nATTENDEE:x",
    "\x1b[31mred\x1b[0m \x9b \x07",
    "right\u202eto left\u2066",
    "[ ] box [x] box",
    "📅 2026-11-23 ⏫ #tag 🔁",
    "$math$ :emoji: @name #12 !5",
    "[TOC] {: .class} {{ x }} {% y %}",
    "~~~",
    "``` x",
    "\\",
    "*",
)


def html_of(markdown: str) -> ET.Element:
    """Render as GitHub does, and return the page as a tree."""
    assert CMARK is not None
    options = [part for name in EXTENSIONS for part in ("-e", name)]
    done = subprocess.run(
        [CMARK, "--unsafe", *options],
        input=markdown.encode(),
        capture_output=True,
        check=True,
    )
    return ET.fromstring(f"<page>{done.stdout.decode()}</page>")


def shape(page: ET.Element) -> list[str]:
    """The elements of a page, without the harmless links of e-mail addresses."""
    return [
        each.tag
        for each in page.iter()
        if not each.attrib.get("href", "").startswith(("mailto:", "xmpp:"))
    ]


def text_of(element: ET.Element) -> str:
    return "".join(element.itertext())


SKILLS = NamesById({"negotiation": "Negotiation", "pricing": "Pricing"})
SPAN = Span(skill="negotiation", from_=1, to=2)
MONDAY = date(2026, 11, 23)
BOOK = Resource(
    id="a-book",
    title="Getting (to) Yes",
    kind=ResourceKind.BOOK,
    creators=("Fisher", "Ury"),
    url="https://example.org/a_b*c",
    develops=(SPAN,),
    hours=7,
    cost=Cost.PAID,
    why="It is short.",
    apply="Ask why twice.",
    reviewed_on=MONDAY,
    origin=Origin.ARTICLE,
)
TASK = Practice(
    id="a-practice",
    title="Cut scope",
    develops=(SPAN,),
    hours=2,
    task="Cut one feature with Sales.",
    evidence="What both agreed on.",
    reviewed_on=MONDAY,
    origin=Origin.ADDITION,
)


def planned(item: Resource | Practice, state: State, **more: str) -> PlannedItem:
    return PlannedItem(
        id=item.id,
        kind=item.kind,
        title=more.get("title", item.title),
        hours=item.hours,
        closes=(SPAN,),
        starts_on=MONDAY,
        ends_on=date(2026, 12, 1),
        state=state,
        reason=more.get("reason", "Closes Negotiation 1 to 2."),
    )


def packet(text: str | None = None) -> Packet:
    """A small roadmap; `text` stands wherever somebody else's words may stand."""
    word = one_line(text or "") or "x"
    said = {"title": word, "reason": word} if text else {}
    book, task = planned(BOOK, State.STARTED, **said), planned(TASK, State.DONE, **said)
    roadmap = Roadmap(
        made_on=MONDAY,
        starts_on=MONDAY,
        until=date(2027, 5, 31),
        role="senior-pm",
        focus=("negotiation",),
        items=(book, task),
        sessions=(Session(on=MONDAY, item="a-book", hours=1.5),),
        rerate=(Rerating(skill="negotiation", on=date(2026, 12, 2)),),
        not_now=(
            NotNow(skill="pricing", reason=word if text else "Priority 1."),
            NotNow(skill="lost-skill", reason=word if text else "Priority 1."),
        ),
        totals=Totals(
            hours=9,
            money=25,
            value=2,
            steps=1,
            wanted_hours=9,
            wanted_steps=1,
            free_hours=80,
            proven_optimal=True,
        ),
        limits=Limits(
            availability=Availability(desk=spread(3)),
            starts_on=MONDAY,
            until=date(2027, 5, 31),
            role="senior-pm",
        ),
        notes=(word,) if text else (),
    )
    shown = Evidence(on=MONDAY, skill="negotiation", text=word if text else "Cut scope")
    gap = Gap(
        skill="negotiation",
        name=word if text else "Negotiation",
        pillar="soft-skills",
        current=1,
        target=2,
        importance=2,
    )
    told, done = BOOK, TASK
    if text:
        told = replace(BOOK, title=word, why=word, apply=word)
        done = replace(TASK, title=word, task=word, evidence=word)
    return Packet(
        today=MONDAY,
        roadmap=roadmap,
        profile=Profile(evidence=(shown,)),
        role_name=word if text else "Senior Product Manager",
        gaps=(gap,),
        skills=NamesById(dict.fromkeys(SKILLS, word)) if text else SKILLS,
        pillars=NamesById(),
        scale=FIVE,
        items={"a-book": told, "a-practice": done},
    )


def test_the_page_is_as_it_should_be(check_golden: CheckGolden) -> None:
    check_golden("render/roadmap.md", roadmap_page(packet()))


@needs_cmark
def test_github_renders_headings_a_table_and_task_lists() -> None:
    page = html_of(roadmap_page(packet()))

    assert [(each.tag, text_of(each)) for each in page if each.tag[0] == "h"] == [
        ("h1", "Roadmap to Senior Product Manager"),
        ("h2", "Focus"),
        ("h2", "Plan"),
        ("h3", "November 2026"),
        ("h2", "Rate again"),
        ("h2", "Evidence so far"),
        ("h2", "Not now"),
    ]
    assert [text_of(cell) for cell in page.iter("td")] == ["Negotiation", "1", "2", "2"]
    assert ["checked" in box.attrib for box in page.iter("input")] == [False, True]
    assert [link.attrib["href"] for link in page.iter("a")] == [BOOK.url]
    assert [text_of(each) for each in page.iter("strong")] == [BOOK.title, TASK.title]


@needs_cmark
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_literally_wherever_they_stand(text: str) -> None:
    word = one_line(text)
    plain = html_of(roadmap_page(packet("harmless")))

    page = html_of(roadmap_page(packet(text)))

    assert shape(page) == shape(plain)
    assert " ".join(text_of(page).split()) == " ".join(
        text_of(plain).replace("harmless", word).split()
    )


@needs_cmark
@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(
        st.text(
            alphabet=st.one_of(
                st.sampled_from("\\`*_{}[]()#+-.!|~<>&=:/@'\"$^0123456789 \twhttpsx"),
                st.characters(exclude_categories=["Cs"]),
            ),
            max_size=40,
        ),
        min_size=8,
        max_size=8,
    )
)
def test_any_text_comes_back_literally(texts: list[str]) -> None:
    # Eight at a time, since starting the renderer takes longer than rendering.
    words = [one_line(text) or "x" for text in texts]
    lines = "\n\n".join(f"{escape(word)}\n\n- {escape(word)}" for word in words)
    row = "".join(f"| {escape(word)} |\n" for word in words)

    page = html_of(f"{lines}\n\n| a |\n| --- |\n{row}")

    found = [text_of(each) for each in page.iter() if each.tag in {"p", "li", "td"}]
    assert found == [word for word in words for _ in range(2)] + words


MARKS = ("-", "+", "=", "1.", "12)", "3.5", "#", ">", "*", "|", "---", "===", "    x")


@needs_cmark
@settings(max_examples=examples(60))
@given(
    texts=st.lists(
        st.builds(
            # At some of these lengths the mark begins a line of its own.
            lambda length, mark, rest: f"{'x' * length} {mark} {rest}",
            st.integers(70, 80),
            st.sampled_from(MARKS),
            st.text(max_size=40),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_a_wrapped_entry_of_any_text_stays_one_entry(texts: list[str]) -> None:
    lines = [one_line(text) for text in texts]

    page = html_of("\n".join(bullet(escape(line)) for line in lines))

    entries = list(page.iter("li"))
    assert [" ".join(text_of(each).split()) for each in entries] == [
        " ".join(line.split()) for line in lines
    ]
    assert {each.tag for each in page.iter()} <= {"page", "ul", "li", "a"}


@given(st.text())
def test_what_was_escaped_can_be_read_back(text: str) -> None:
    line = one_line(text)

    assert unescape(escape(line)) == line


def test_escaped_text_is_one_line() -> None:
    assert all("\n" not in escape(text) for text in HOSTILE)
