"""A file of items that somebody hands in, to be added to one's own."""

from typing import Any

from pillarplan.knowledge.base.in_full import write_out
from pillarplan.knowledge.checking.checks import entries
from pillarplan.knowledge.formats.files import OverlayFile
from pillarplan.reading.document import Document
from pillarplan.reading.model import check_model
from pillarplan.reading.problem import BrokenFileError, Problem
from pillarplan.reading.source import Source
from pillarplan.services.own.stated import SECTIONS


def read_overlay(source: Source) -> tuple[Document, list[Problem]]:
    """Return a file of items with its short forms written out, and what is wrong."""
    document = Document(source)
    if document.usable:
        write_out(document.data, None)
    _, problems = check_model(document, OverlayFile)
    return document, problems


def read_entries(source: Source) -> list[tuple[str, dict[str, Any]]]:
    """Return the resources and practices of a file that is written as an overlay.

    Raises BrokenFileError for anything else in it.
    """
    document, problems = read_overlay(source)
    found = []
    for entry in entries(document.data) if document.usable else ():
        if entry.kind in SECTIONS:
            found.append((entry.kind, dict(entry.record)))
        elif entry.kind != "file":
            message = f"a {entry.kind} is not added; write it into your own file"
            problems.append(document.problem(entry.path, message))
    if not (found or problems):
        message = "there is nothing to add; list it under 'resources' or 'practices'"
        problems.append(document.problem((), message))
    if problems:
        raise BrokenFileError(problems)
    return found
