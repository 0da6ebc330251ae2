"""YAML: the part of it that people write by hand, and nothing else."""

import re
from typing import Any

import yaml

from pillarplan.reading.building import Builder

# The C parser is twenty times as fast.  Only its flat events are used: its loader
# recurses, and deep nesting would crash it.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s])", re.MULTILINE)

NEVER_CLOSED = "this quote is never closed"

NOT_READ = "{} not read here; write the content itself"

MISFIT = "this does not fit the lines above; check indentation and quotes"

PLAIN_WORDS = (
    ("tab character", "indent with spaces, not tabs"),
    ("mapping values", "a ':' does not fit here; indent as above, or quote the text"),
    ("block sequence entries", "begin the list on a line of its own"),
    ("sequence entries", "begin the list on a line of its own"),
    ("while scanning a quoted", NEVER_CLOSED),
    ("unknown escape", "unknown escape after '\\'; use single quotes"),
    ("Unicode character escape", "this escape names no character"),
    ("',' or ']'", "',' or ']' is missing before this"),
    ("',' or '}'", "',' or '}' is missing before this"),
    ("found character", "put a text that begins with this character in quotes"),
    ("alias", NOT_READ.format("aliases ('*') are")),
    ("anchor", NOT_READ.format("anchors ('&') are")),
    ("tag", NOT_READ.format("tags ('!') are")),
    ("directive", NOT_READ.format("directives ('%') are")),
    ("incompatible", NOT_READ.format("directives ('%') are")),
    ("block scalar", "begin the text after '|' or '>' on the next line"),
    ("':'", "':' is missing after this key"),
    ("block", MISFIT),
    ("document start", MISFIT),
)
"""Words in the parser's messages, and what people are told; the first match counts."""


def read_yaml(text: str, builder: Builder) -> None:
    """Tell the builder what stands in a YAML text, until it has heard enough."""
    if tab := TAB_INDENT.search(text):
        builder.stop(tab.end() - 1, "indent with spaces, not tabs")
        return
    try:
        _read(LOADER(text), builder)
    except yaml.MarkedYAMLError as error:
        builder.stop(*_in_plain_words(error))


def _read(parser: Any, builder: Builder) -> None:
    documents = 0
    while not builder.stopped:
        event = parser.get_event()
        kind, offset = type(event), event.start_mark.index
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                _refuse(event, builder)
            (builder.text if event.style else builder.word)(event.value, offset)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                _refuse(event, builder)
            is_map = kind is yaml.MappingStartEvent
            (builder.open_map if is_map else builder.open_list)(offset)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.close()
        elif kind is yaml.AliasEvent:
            _refuse(event, builder)
            builder.text("", offset)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                message = "a second document begins here; a file may hold only one"
                builder.stop(offset, message)
        elif kind is yaml.StreamEndEvent:
            return


def _refuse(event: Any, builder: Builder) -> None:
    if isinstance(event, yaml.AliasEvent):
        what = "aliases ('*') are"
    else:
        what = "anchors ('&') are" if event.anchor else "tags ('!') are"
    builder.fault(event.start_mark.index, NOT_READ.format(what))


def _in_plain_words(error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """Return where YAML cannot be read, and why."""
    said = f"{error.context or ''} {error.problem or ''}"
    unknown = "this cannot be read as YAML"
    message = next((plain for word, plain in PLAIN_WORDS if word in said), unknown)
    mark = error.problem_mark
    if message == NEVER_CLOSED:
        # Noticed at the end of the file only.
        mark = error.context_mark
    return mark.index if mark else 0, message
