"""The options that tell what happened since the last check-in, one row each."""

from pillarplan.cli.input import checkin as told
from pillarplan.cli.input import parsing
from pillarplan.cli.input.options.option import Option

CHECKIN_OPTIONS = (
    Option(
        name="done",
        metavar="ITEM",
        help="You finished this item.",
        wish="done",
        read=lambda names, _: tuple(names),
        names="item",
        many=True,
    ),
    Option(
        name="hours",
        metavar="ITEM=HOURS",
        help="Hours you spent: 2, 1:30, 90m.",
        wish="hours",
        read=told.parse_spent,
        names="item=value",
        many=True,
    ),
    Option(
        name="applied",
        metavar="ITEM=TEXT",
        help="What you applied: evidence of its skills.",
        wish="applied",
        read=parsing.parse_assignments,
        names="item=value",
        many=True,
    ),
    Option(
        name="debrief",
        metavar="ITEM=TEXTS",
        help="Of a practice: what was meant | what happened | why | what next time.",
        wish="debrief",
        read=told.parse_debriefs,
        names="item=value",
        many=True,
    ),
    Option(
        name="drop",
        metavar="ITEM[=REASON]",
        help="You will not do this item.",
        wish="drop",
        read=told.parse_dropped,
        names="planned item",
        many=True,
    ),
    Option(
        name="rate",
        metavar="SKILL=LEVEL",
        help="Your new level of a skill.",
        wish="rate",
        read=told.parse_levels,
        names="skill=value",
        many=True,
    ),
    Option(
        name="evidence",
        metavar="SKILL=TEXT",
        help="One line that shows a skill.",
        wish="evidence",
        read=parsing.parse_assignments,
        names="skill=value",
        many=True,
    ),
    Option(
        name="question",
        metavar="ITEM=TEXT | ANSWER",
        help="A question to your future self.",
        wish="questions",
        read=told.parse_questions,
        names="item=value",
        many=True,
    ),
    Option(
        name="recall",
        metavar="QUESTION=GRADE",
        help="How its answer came to mind: forgot, hard, good, easy.",
        wish="recall",
        read=told.parse_grades,
        many=True,
    ),
    Option(
        name="note",
        metavar="TEXT",
        help="Anything worth keeping.",
        wish="note",
        read=lambda text, _: text,
    ),
)
"""In the order of the help of ``checkin``; the wishes are fields of `CheckIn`."""
