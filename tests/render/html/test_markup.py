"""Markup is what says so; all else is text."""

from pillarplan.render.html.markup import join, link, percent, tag


def test_children_are_escaped_unless_they_are_markup() -> None:
    assert tag("p", "<b>", tag("b", "&"), None) == "<p>&lt;b&gt;<b>&amp;</b></p>\n"


def test_attributes_are_spelt_as_in_html_and_escaped() -> None:
    line = tag("line", class_='"a"', stroke_width=2, name=None)

    assert line == '<line class="&quot;a&quot;" stroke-width="2"></line>\n'


def test_an_element_without_content_has_no_end() -> None:
    assert tag("meta", charset="utf-8") == '<meta charset="utf-8">\n'


def test_characters_that_hide_or_turn_text_are_left_out() -> None:
    assert join(["a\0b\u202ec\ud800\nd\u200de"]) == "abc d\u200de"


def test_only_safe_addresses_are_links() -> None:
    assert link("mailto:a@example.org", "a").startswith("<a ")
    assert link("javascript:alert(1)", "a") == "<span>a</span>"


def test_a_share_is_a_length_that_fits_any_width() -> None:
    assert percent(1 / 3) == "33.33%"
