"""What the lines of a page look like that somebody filled in and sent back."""

import re

from pillarplan.render.pages.feedback_section import GIVEN_BY, GIVEN_ON, KIND

QUOTE = r"^[>\s]*+"
"""What a mail program puts in front of a line that it quotes."""

MARK = r"[-*+•‣◦▪●·\N{EN DASH}\N{EM DASH}]"
"""What begins a list entry: the marks of Markdown, and those into which mail programs
and word processors like to turn them."""

HEADING = re.compile(QUOTE + r"##?\s+(.*?)\s*$")
BULLET = re.compile(QUOTE + MARK + r"\s")
# Some editors escape brackets when they save a page.
ANSWER = re.compile(
    QUOTE
    + MARK
    + r"\s+(?P<skill>[^\s\[\\]+)\s*\\?\[(?P<level>[^\]\\]*)\\?\]\s*:(?P<seen>.*)$"
)
WORDS_ON = re.compile(QUOTE + MARK + r"\s+(?P<item>[^\s:]+)\s*:(?P<words>.*)$")
NAME = re.compile(QUOTE + rf"{MARK}\s+{GIVEN_BY}\s*:(?P<name>.*)$")
KIND_OF_RATER = re.compile(
    QUOTE + rf"{MARK}\s+{KIND}\s*\\?\[(?P<kind>[^\]\\]*)\\?\]\s*$"
)
DAY = re.compile(QUOTE + rf"{MARK}\s+{GIVEN_ON}\s*\\?\[(?P<day>[^\]\\]*)\\?\]\s*$")
MORE = re.compile(QUOTE + rf"(?!{MARK}\s|#{{1,6}}(\s|$)|$)(?P<words>\S.*)$")
"""A line that goes on with the one before, as mail programs wrap them."""
