"""The page says what the plan says, lets nothing in, and is the same every time."""

import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.item import Resource
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import one_line
from pillarplan.render.html.page import roadmap_html
from tests.program import CheckGolden
from tests.render.html.pages import hostile_page, told
from tests.render.packets import HOSTILE, MADE_ON, ordinary, packet, planned, resource


class Reader(HTMLParser):
    """What a browser would make of a page: elements, attributes, and texts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: set[tuple[str, ...]] = set()
        self.links: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add((tag, *sorted(name for name, _ in attrs)))
        self.links += [str(value) for name, value in attrs if name in {"href", "src"}]
        if tag != "meta":
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.texts[tag][-1] += data


def shown(text: str) -> str:
    """Return a text as it is read: composed, and with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def expected(text: str) -> str:
    return one_line(text, 10_000)


def test_the_page_is_as_it_was(check_golden: CheckGolden) -> None:
    check_golden("exports/roadmap.html", roadmap_html(told()))


def test_the_same_plan_has_the_same_bytes() -> None:
    assert roadmap_html(told()) == roadmap_html(told())


def test_hostile_texts_come_back_literally() -> None:
    words = shown(Reader(roadmap_html(hostile_page())).texts["body"][0])

    assert [text for text in HOSTILE if expected(text) not in words] == []


def test_hostile_texts_add_no_element_and_no_attribute() -> None:
    harmless = Reader(roadmap_html(hostile_page(("Ordinary",) * len(HOSTILE))))

    page = Reader(roadmap_html(hostile_page()))

    assert page.elements == harmless.elements
    assert page.links == harmless.links
    assert page.open == []


@given(st.text(min_size=1))
def test_any_title_stands_in_the_page_as_it_is(title: str) -> None:
    entry = resource("book", title)

    page = roadmap_html(packet((entry,), (planned(entry, MADE_ON),)))

    assert shown(Reader(page).texts["h4"][0]) == expected(title)
    assert page.encode("utf-8")


def test_there_is_no_script_and_nothing_is_fetched() -> None:
    page = Reader(roadmap_html(told()))

    assert not {tag for tag, *_ in page.elements} & {"script", "img", "link", "iframe"}
    assert page.links == [
        f"https://example.org/{name}?a=1,2;3" for name in ("book", "talk")
    ]
    style = page.texts["style"][0]
    assert not any(word in style for word in ("url(", "@import", "http://", "//"))


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    book = resource("book", "Book")
    assert isinstance(book, Resource)
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        'https://example.org/"onclick="alert(1)',
        "https://example.org/\nx",
        "file:///etc/passwd",
    ):
        entry = replace(book, url=address)

        page = roadmap_html(packet((entry,), (planned(entry, MADE_ON),)))

        assert Reader(page).links == [], address


def test_notes_of_check_ins_stay_out_because_the_page_is_made_to_be_shown() -> None:
    (note,) = ordinary().profile.notes

    assert note.text not in roadmap_html(ordinary())


def test_an_empty_plan_of_somebody_new_is_a_page_too() -> None:
    page = Reader(roadmap_html(packet((), (), Profile())))

    assert page.texts["h2"] == ["Gaps", "Rate again"]


def test_an_item_that_the_knowledge_base_lost_keeps_its_place() -> None:
    book = resource("book", "Getting to Yes")

    page = Reader(roadmap_html(packet((), (planned(book, MADE_ON),))))

    assert [shown(text) for text in page.texts["h4"]] == ["Getting to Yes"]
