"""The options that say what a plan should be, one row each.

A new option is a row here, or in `availability`, and the field of `Wishes` that the
row names; if the plan keeps it, also a field of the same name in `Limits` or
`Availability`.
"""

from pillarplan.cli.input import parsing
from pillarplan.cli.input.options.availability import TIME
from pillarplan.cli.input.options.option import Option

ROLE = Option(
    name="role",
    metavar="ROLE",
    help="The role to grow into; see: pillarplan kb list --roles",
    wish="role",
    read=lambda text, _: text,
    names="role",
    default="",
)

CONTEXT = Option(
    name="context",
    metavar="NAMES",
    help="What your product asks for besides, with commas: connected-products",
    wish="contexts",
    read=lambda text, _: parsing.parse_names(text),
    names="contexts",
    default="",
    meaning="What the product asks for besides, with commas",
)

AIM = (
    ROLE,
    CONTEXT,
    Option(
        name="focus",
        metavar="NUMBER",
        help="How many skills to have in hand at once, or all.",
        wish="focus",
        read=parsing.parse_focus,
        blank=True,
        default="3",
    ),
    Option(
        name="once",
        metavar="",
        help="Take up no other skill when one is closed.",
        wish="once",
        read=parsing.parse_switch,
        switch=True,
        blank=True,
        default="no",
        meaning="Whether to take up no other skill when one is closed: yes or no",
    ),
    Option(
        name="skill",
        metavar="SKILL",
        help="Work on this skill.",
        wish="skills",
        read=lambda names, _: tuple(dict.fromkeys(names)),
        names="skill",
        many=True,
    ),
)
"""What to grow in."""

MEANS = (
    Option(
        name="depth",
        metavar="DEPTH",
        help="lean: the shortest way; solid; deep: longer, for what many recommend.",
        wish="depth",
        read=parsing.parse_depth,
        default="solid",
        meaning="How much longer what many recommend may take: lean, solid or deep",
    ),
    Option(
        name="budget",
        metavar="AMOUNT",
        help="The most to spend, or any.",
        wish="budget",
        read=parsing.parse_money,
        default="",
        meaning="The most that may be spent",
    ),
    Option(
        name="only",
        metavar="free",
        help="free: nothing that costs money.",
        wish="only_free",
        read=parsing.parse_only_free,
        default="",
        meaning="free: use only what is free",
    ),
    Option(
        name="format",
        metavar="KINDS",
        help="Kinds of resource: book,podcast; or any.",
        wish="formats",
        read=parsing.parse_kinds,
        blank=True,
        default="",
        meaning="Kinds of resource to use, with commas",
    ),
    Option(
        name="language",
        metavar="CODES",
        help="Languages: en,de; or any.",
        wish="languages",
        read=parsing.parse_languages,
        blank=True,
        default="",
        meaning="Languages to use, with commas",
    ),
    Option(
        name="pin",
        metavar="ITEM",
        help="Keep this item.",
        wish="pinned",
        read=lambda names, _: tuple(names),
        names="planned item",
        many=True,
    ),
    Option(
        name="drop",
        metavar="ITEM[=REASON]",
        help="Leave this item out, and say why.",
        wish="dropped",
        read=parsing.parse_drops,
        names="planned item",
        many=True,
    ),
)
"""What to learn from."""

PLAN_OPTIONS = (*TIME, *AIM, *MEANS)
"""In the order of the help of ``plan``."""
