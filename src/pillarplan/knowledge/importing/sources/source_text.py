"""The text of a file that others made: cleaned where ours would be refused."""

from codecs import BOM_UTF8

from pillarplan.domain.importing.outcome import Why
from pillarplan.knowledge.importing.sources.errors import UnfitSourceError
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.reading.source import UTF_16_MARKS, unsafe

LINE_BREAKS = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\u2028": "\n", "\u2029": "\n"}
"""What spreadsheets and web pages end a line with."""


def text_of(name: str, content: bytes, tally: Tally) -> str:
    """Return the text of a file with plain line breaks.

    Characters that cannot be seen come along whenever somebody copies from a web page;
    they are taken out and counted.  Raises UnfitSourceError for what is no text.
    """
    if content.startswith(UTF_16_MARKS):
        raise UnfitSourceError(name, "UTF-16 text; save the file as UTF-8")
    if (at := content.find(b"\0")) >= 0:
        line = content.count(b"\n", 0, at) + 1
        raise UnfitSourceError(name, "a NUL byte, so this is no text", line)
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{content[error.start]:02x}"
        reason = f"{byte} is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)"
        raise UnfitSourceError(name, reason, line) from None
    if not text.strip():
        raise UnfitSourceError(name, "the file is empty")
    for line_break, plain in LINE_BREAKS.items():
        text = text.replace(line_break, plain)
    return _without_unseen(text, tally)


def key_of(text: str) -> str:
    """Return what is the same for texts that differ in case or spaces only."""
    return " ".join(text.split()).casefold()


def _without_unseen(text: str, tally: Tally) -> str:
    unseen = unsafe(text)
    if not unseen:
        return text
    for each in sorted(unseen):
        tally.add(Why.UNREADABLE, f"U+{ord(each):04X}", text.count(each))
    return text.translate(dict.fromkeys(map(ord, unseen)))
