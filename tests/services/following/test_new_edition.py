"""Another edition of the base is told once, in one sentence, if it touches anything."""

from dataclasses import replace
from pathlib import Path

import pytest

from pillarplan.services.following.new_edition import tell_of_new_edition
from pillarplan.services.safety.doubts import find_doubts
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, rate

HIDE = 'format: pillarplan-overlay\nversion: "1.0"\nhide: [negotiation]\n'
REWORD = """\
format: pillarplan-overlay
version: "1.0"
pillars:
  - id: soft-skills
    skills:
      - {id: negotiation, levels: {1: [I name what I want before I speak.]}}
"""


def told(workspace: Workspace, overlay: str | None = None) -> list[str]:
    """Return what is told of the edition, beside a base that somebody changed."""
    said: list[str] = []
    path = workspace.data.parent / "overlay.yaml"
    if overlay:
        path.write_text(overlay, "utf-8")
    found: Path | None = path if overlay else None
    now = replace(workspace, warn=said.append, find_overlay=lambda: found)
    tell_of_new_edition(now)
    now.close()
    return [each for each in said if not each.startswith("Reading the ")]


def test_what_is_gone_is_told_once_and_stays_in_what_the_doctor_says(on: On) -> None:
    rate(on(MONDAY), negotiation=1, writing=2)
    first = told(on(MONDAY))

    gone = told(on(after(1)), HIDE)
    again = told(on(after(2)), HIDE)

    back = told(on(after(3)))
    and_again = told(on(after(4)), HIDE)

    assert (first, again, back, and_again) == ([], [], [], [])
    assert gone == [
        "The knowledge base is another than before: 1 gone. Your record keeps all of "
        "it. What each counts for: pillarplan doctor"
    ]


def test_at_a_glance_a_base_that_looks_as_before_is_not_opened(on: On) -> None:
    rate(on(MONDAY), negotiation=1, writing=2)
    path = on(MONDAY).data.parent / "overlay.yaml"
    said: list[str] = []

    def look(overlay: Path | None) -> bool:
        now = replace(on(MONDAY), warn=said.append, find_overlay=lambda: overlay)
        tell_of_new_edition(now, at_a_glance=True)
        is_open = "knowledge" in vars(now)
        now.close()
        return is_open

    first, again = look(None), look(None)
    path.write_text(HIDE, "utf-8")
    changed, and_again = look(path), look(path)

    assert (first, again, changed, and_again) == (True, False, True, False)
    assert len([each for each in said if "another than before" in each]) == 1


def test_other_words_are_told_and_the_levels_stand(on: On) -> None:
    rate(on(MONDAY), negotiation=1, writing=2)

    (said,) = told(on(after(1)), REWORD)

    assert "the words of 1 of what you rated changed" in said
    path = on(MONDAY).data.parent / "overlay.yaml"
    now = replace(on(after(1)), find_overlay=lambda: path)
    (doubt,) = find_doubts(now)
    assert doubt.endswith("to look again: pillarplan assess --skill negotiation")
    assert (
        now.person().own_ratings["negotiation"]
        == (now.profile().own_ratings["negotiation"])
    )
    rate(now, negotiation=2)
    assert list(find_doubts(now)) == []


@pytest.mark.parametrize("overlay", [None, HIDE, REWORD])
def test_what_touches_nothing_is_not_worth_a_word(on: On, overlay: str | None) -> None:
    assert told(on(MONDAY), overlay) == []
    rate(on(MONDAY), writing=2)

    assert told(on(MONDAY), overlay) == []
