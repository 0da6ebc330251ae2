"""What happened is told by rows of the option table, and a row fills one field."""

import inspect
from dataclasses import fields

from pillarplan.cli.commands.checkin import checkin
from pillarplan.cli.input.options.checkin import CHECKIN_OPTIONS
from pillarplan.cli.input.options.option import read_wishes
from pillarplan.domain.person.checkin import CheckIn, Drop

OWN = {"on", "pause_until", "private", "nothing", "id_", "from_"}
"""What the command reads by itself: these need today, a file, or no value at all."""


def test_every_field_of_a_checkin_is_filled_by_a_row_or_by_the_command() -> None:
    filled = {row.wish for row in CHECKIN_OPTIONS} | (OWN - {"id_", "from_"}) | {"id"}

    # What neither plan nor base has is told by `log`, a file or the dialogue.
    assert filled | {"outside"} == {field.name for field in fields(CheckIn)}


def test_the_command_takes_each_row_and_its_own_options() -> None:
    taken = inspect.signature(checkin).parameters

    assert set(taken) == {"ctx", *(row.name for row in CHECKIN_OPTIONS), *OWN}


def test_what_was_stated_fills_the_report_and_what_was_not_stays_empty() -> None:
    nothing = dict.fromkeys(row.name for row in CHECKIN_OPTIONS)
    stated = {
        "done": ["a-book"],
        "hours": ["a-book=1", "a-book=1:30"],
        "drop": ["b=No"],
    }

    report = CheckIn(**read_wishes(CHECKIN_OPTIONS, nothing | stated))

    assert CheckIn(**read_wishes(CHECKIN_OPTIONS, nothing)) == CheckIn()
    assert report == CheckIn(
        done=("a-book",), hours={"a-book": 2.5}, drop=(Drop(item="b", reason="No"),)
    )
