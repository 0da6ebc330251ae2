"""YAML as tokens: the part of YAML that people write by hand, and nothing else."""

import re
from collections.abc import Iterator

import yaml

from pillarplan.reading.tokens import Kind, Token

# The C parser is twenty times as fast.  Only its flat events are used: its loader
# recurses, and deep nesting would crash it.
LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)

TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s])", re.MULTILINE)

NOT_READ = "{} not read here; write the content itself"

PLAIN_WORDS = (
    ("tab character", "indent with spaces, not tabs"),
    ("mapping values", "a ':' does not fit here; indent as above, or quote the text"),
    ("block sequence entries", "begin the list on a line of its own"),
    ("sequence entries", "begin the list on a line of its own"),
    ("while scanning a quoted", "this quote is never closed"),
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
    ("block", "this does not fit the lines above; check indentation and quotes"),
    ("document start", "this does not fit the lines above; check the indentation"),
)
"""Words in the parser's messages, and what people are told; the first match counts."""


def yaml_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a YAML text; faults are tokens too."""
    if tab := TAB_INDENT.search(text):
        yield Token(Kind.STOP, tab.end() - 1, "indent with spaces, not tabs")
        return
    try:
        yield from _translated(text)
    except yaml.MarkedYAMLError as error:
        yield _stop(error)


def _translated(text: str) -> Iterator[Token]:
    documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        kind, offset = type(event), event.start_mark.index
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                yield _refusal(event)
            yield Token(Kind.TEXT if event.style else Kind.PLAIN, offset, event.value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                yield _refusal(event)
            is_map = kind is yaml.MappingStartEvent
            yield Token(Kind.MAP if is_map else Kind.LIST, offset)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            yield Token(Kind.END, offset)
        elif kind is yaml.AliasEvent:
            yield _refusal(event)
            yield Token(Kind.PLAIN, offset, "*")
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                message = "a second document begins here; a file may hold only one"
                yield Token(Kind.STOP, offset, message)
                return


def _refusal(event: yaml.NodeEvent) -> Token:
    if isinstance(event, yaml.AliasEvent):
        what = "aliases ('*') are"
    elif event.anchor:
        what = "anchors ('&') are"
    else:
        what = "tags ('!') are"
    return Token(Kind.FAULT, event.start_mark.index, NOT_READ.format(what))


def _stop(error: yaml.MarkedYAMLError) -> Token:
    said = f"{error.context or ''} {error.problem or ''}"
    message = next(
        (plain for word, plain in PLAIN_WORDS if word in said),
        "this cannot be read as YAML",
    )
    # A quote that is never closed is noticed at the end of the file only.
    mark = error.problem_mark or error.context_mark
    if "never closed" in message and error.context_mark:
        mark = error.context_mark
    return Token(Kind.STOP, mark.index if mark else 0, message)
