"""What a reminder says, and how desktops are told."""

import re
import shutil
import subprocess
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.reports.next_action import Act, NextAction
from pillarplan.domain.reports.reminder import Notice, Way
from pillarplan.domain.text import is_safe
from pillarplan.render.reminder.notice import notice_lines, notifier

ODD = 'Begin <Don\u2019t "stop" & it\'s $1 `50%`>.'

texts = st.text(st.characters().filter(is_safe))


def notice(sentence: str) -> Notice:
    action = NextAction(act=Act.WORK, sentence=sentence, command="pillarplan checkin")
    return Notice(due=True, next=action)


def test_a_reminder_says_what_is_next() -> None:
    assert notice_lines(notice("Begin Getting to Yes.")) == (
        "Time for your weekly check-in: pillarplan checkin\n"
        "Next: Begin Getting to Yes.\n"
    )


def test_each_desktop_is_told_in_its_own_way() -> None:
    assert {way: notifier(way, notice(ODD)) for way in Way} == {
        Way.CRON: (),
        Way.SYSTEMD: (
            "notify-send",
            "--app-name=pillarplan",
            "--",
            "Time for your weekly check-in",
            'Next: Begin &lt;Don\u2019t "stop" &amp; it\'s $1 `50%`&gt;.\n'
            "pillarplan checkin",
        ),
        Way.LAUNCHD: (
            "osascript",
            *("-e", "on run {title, message}"),
            *("-e", "display notification message with title title"),
            *("-e", "end run"),
            "Time for your weekly check-in",
            f"Next: {ODD}\npillarplan checkin",
        ),
        Way.WINDOWS: (
            "powershell",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "(New-Object -ComObject WScript.Shell).Popup("
            "'Next: Begin <Don\u2019\u2019t \"stop\" & it''s $1 `50%`>.\n"
            "pillarplan checkin', 0, 'Time for your weekly check-in', 4160)",
        ),
    }


@given(text=texts)
def test_a_notification_shows_the_text_and_obeys_none_of_it(text: str) -> None:
    body = notifier(Way.SYSTEMD, notice(text))[-1]

    assert unescape(body).startswith(f"Next: {unescape(text)}") or "&" in text
    assert not re.search(r"[<>]|&(?!(amp|lt|gt);)", body)


@given(text=texts)
def test_a_literal_of_powershell_ends_where_it_should(text: str) -> None:
    script = notifier(Way.WINDOWS, notice(text))[-1]

    quote = "['\u2018-\u201b]"
    (literal,) = re.findall(
        rf"Popup\('((?:[^'\u2018-\u201b]|{quote}{{2}})*)', 0,", script
    )

    assert re.sub(rf"({quote}){quote}", r"\1", literal) == (
        f"Next: {text}\npillarplan checkin"
    )


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="PowerShell is not installed")
def test_powershell_reads_the_text() -> None:
    script = notifier(Way.WINDOWS, notice(ODD))[-1]
    literal = script.partition("Popup(")[2].partition(", 0, ")[0]

    said = subprocess.run(
        ["pwsh", "-NoProfile", "-Command", f"Write-Host -NoNewline {literal}"],
        capture_output=True,
        check=True,
    )

    assert said.stdout.decode() == f"Next: {ODD}\npillarplan checkin"
