"""The options that say what a plan should be, one row each.

A new option is a row here and the field of `Wishes` that the row names; if the plan
keeps it, also a field of the same name in `Limits` or `Availability`.
"""

from pillarplan.cli.input import days, parsing, week
from pillarplan.cli.input.option import Option

ROLE = Option(
    name="role",
    metavar="ROLE",
    help="The role to grow into; see: pillarplan kb list --roles",
    wish="role",
    read=lambda text, _: text,
    names="role",
    default="pm",
)

CONTEXT = Option(
    name="context",
    metavar="NAMES",
    help="What your product asks for besides, with commas: connected-products",
    wish="contexts",
    read=lambda text, _: parsing.parse_names(text),
    default="",
    meaning="What the product asks for besides, with commas",
)

TIME = (
    Option(
        name="hours",
        metavar="HOURS",
        help="Desk hours a week: 4, or mon=0.5,sat=2.",
        wish="desk",
        read=days.parse_week,
        default="3",
    ),
    Option(
        name="listening",
        metavar="HOURS",
        help="Hours a week on the way, for what can be listened to.",
        wish="listening",
        read=days.parse_week,
        default="0",
        meaning="Listening hours a week, as hours",
    ),
    Option(
        name="breaks",
        metavar="DAYS",
        help="Days off: 2026-12-20..2027-01-03; with =25% for lighter days.",
        wish="breaks",
        read=days.parse_breaks,
        blank=True,
        default="",
        meaning=(
            "Days off, with commas: 2026-12-20..2027-01-03, 2027-02-01..2027-02-28=25%"
        ),
    ),
    Option(
        name="holidays",
        metavar="PLACE",
        help="Public holidays as days off: DE, US-CA, none. Else the year's end only.",
        wish="holidays",
        read=week.parse_place,
        default="",
        meaning="Public holidays as days off: DE, US-CA, or none",
    ),
    Option(
        name="shortest",
        metavar="HOURS",
        help="No session is shorter, unless it ends an item: 0.75.",
        wish="shortest",
        read=week.parse_shortest,
        default="0.5",
        meaning="Hours of the shortest session",
    ),
    Option(
        name="longest",
        metavar="HOURS",
        help="No session is longer: 1.5.",
        wish="longest",
        read=week.parse_longest,
        default="",
        meaning="Hours of the longest session",
    ),
    Option(
        name="at",
        metavar="TIMES",
        help="When you begin at the desk, or between when: 07:30, mon=09:00-17:00.",
        wish="times",
        read=week.parse_times,
        default="",
        meaning="When you begin: 07:30, or mon=07:30,sat=10:00-12:00",
    ),
    Option(
        name="zone",
        metavar="NAME",
        help="Where that time holds: Europe/Berlin; else wherever you are.",
        wish="time_zone",
        read=week.parse_zone,
        default="",
        meaning="The time zone of that: Europe/Berlin",
    ),
    Option(
        name="busy",
        metavar="PATH",
        help="A calendar file (.ics), or a folder of them, to plan around; or none.",
        wish="busy",
        read=week.parse_calendars,
        many=True,
        default="",
        meaning="Calendar files and folders to plan around",
    ),
    Option(
        name="margin",
        metavar="TIME",
        help="Free time between a meeting and a session: 10m.",
        wish="margin",
        read=week.parse_margin,
        default="10m",
        meaning="Free time between a meeting and a session",
    ),
    Option(
        name="fill",
        metavar="SHARE",
        help="How much of your hours to plan: 60% leaves air.",
        wish="fill",
        read=week.parse_fill,
        default="100%",
        meaning="How much of the hours to plan",
    ),
    Option(
        name="start",
        metavar="DATE",
        help="First day; today if not given.",
        wish="starts_on",
        read=days.parse_date,
    ),
    Option(
        name="until",
        metavar="DATE",
        help="Last day; else in six months.",
        wish="until",
        read=days.parse_date,
    ),
    Option(
        name="buffer",
        metavar="DAYS",
        help="Days without sessions before the last day, for what slips: 14.",
        wish="buffer_days",
        read=week.parse_buffer,
        default="0",
        meaning="Days without sessions before the last day",
    ),
)
"""When there is time to learn."""

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
