"""What came of bringing in a skill framework: found, left out, missing."""

from enum import StrEnum

from pillarplan.domain.dataclass import dataclass


class Why(StrEnum):
    """Why something of a source is not in the knowledge base as it stands there."""

    NO_NAME = "no-name"
    """An entry says nothing where its name should be."""
    NO_TEXT = "no-text"
    """An entry says a level, but nothing about it."""
    NO_LEVEL = "no-level"
    """An entry has a text, but does not say of which level."""
    NO_SUCH_LEVEL = "no-such-level"
    """A word where a level should be, which is none of the scale."""
    LEVEL_0 = "level-0"
    """A text of level 0, which nobody has to show."""
    NOTHING = "nothing"
    """What the mapping says stands there for nothing."""
    LEAD_IN = "lead-in"
    """What stands before a list and only leads to it, such as ``You can:``."""
    REPEATED = "repeated"
    """The same text at the same level of a skill; or the same target of a role."""
    NOT_TEXT = "not-text"
    """A map where a text should be."""
    EXTRA_CELL = "extra-cell"
    """A cell beyond the last column that has a name."""
    OTHER_SUMMARY = "other-summary"
    """Another summary of a skill or a role that has one."""
    NO_SUCH_SKILL = "no-such-skill"
    """A role asks for a skill that is not among those found."""
    OTHER_TARGET = "other-target"
    """A role asks for a second level in the same skill."""
    NO_TARGETS = "no-targets"
    """A role that asks for nothing."""
    NO_TABLE = "no-table"
    """A sheet, or a part of a page, that lacks the columns."""
    UNREADABLE = "unreadable"
    """A character that may not stand in a text, such as one that cannot be seen."""
    DIVIDED = "divided"
    """A sentence that is longer than a line may be; all of it is there, in parts."""
    SHORTENED = "shortened"
    """A summary that was longer than a line may be; its beginning is there."""
    RENAMED = "renamed"
    """An entry whose id is taken by another one; its own ends in a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """How often something was left out, or changed, for one reason."""

    why: Why
    count: int
    examples: tuple[str, ...] = ()
    """The first few of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How much a source holds."""

    files: int
    entries: int
    """Rows of tables, or entries of lists, for skills and for roles."""
    groups: int
    skills: int
    behaviours: int
    levels: tuple[str, ...]
    """Their names, from level 1 on."""
    ordered: bool
    """Whether the source, or the mapping, says in which order the levels are."""
    roles: int
    targets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """What skills could have that the source does not say."""

    what: "Lack"
    count: int
    """How many skills lack it."""
    examples: tuple[str, ...] = ()
    """The first few of them."""


class Lack(StrEnum):
    """What a skill may lack."""

    TEXTS = "texts"
    """It has no text at any level."""
    LEVEL = "level"
    """It has texts, but none for some level."""
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """A skill framework that became a knowledge base."""

    source: str
    folder: str
    title: str
    found: Found
    left_out: tuple[Omission, ...]
    missing: tuple[Shortfall, ...]
    files: tuple[str, ...]
    """What was written, in the folder."""
    next: str
    """The command that makes it the base."""
