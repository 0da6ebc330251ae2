"""Events of work: hours, what ended, what shows a skill in use, and words on it."""

from dataclasses import replace
from datetime import date

from pillarplan.domain.person.advice import Advice, Promise
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.work import (
    Ended,
    Evidence,
    Note,
    Outside,
    Spent,
    WhatItWas,
)
from pillarplan.domain.record import from_record, read_day
from pillarplan.journal.meaning.checks import check_spans
from pillarplan.journal.meaning.checks import hours as some_hours
from pillarplan.journal.meaning.checks import text as a_text
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _check_in(draft: Telling, data: Data) -> None:
    on = read_day(data["on"])
    note, key = a_text(data["note"] or ""), a_text(data["key"] or "")
    draft.checkins.append(on)
    if note:
        private = data.get("private") is True
        draft.notes.append(Note(on=on, text=note, private=private))
    if key:
        draft.checkin_ids.add(key)


CHECKED_IN = Kind(
    "checked-in", "check-in", "check-ins", _check_in, day="on", says="{note}"
)


def checked_in(
    on: date, note: str | None = None, key: str | None = None, *, private: bool = False
) -> Change:
    """The person told how it went, perhaps with a note for nobody else.

    A `key` names the telling: a later command with the same key has no effect,
    unless another machine told something else by it.
    """
    said = {"on": on, "note": note, "key": key, "private": private}
    return CHECKED_IN.change(said)


def _spend(draft: Telling, data: Data) -> None:
    told = from_record(Spent, {**data, "assumed": False})
    some_hours(told.hours)
    draft.spent.append(told)


def _hours_on(data: Data) -> str:
    # Nothing else could say what the id of something outside means.
    return "{hours:g} h on " + ("{outside[title]}" if "outside" in data else "{item}")


SPENT = Kind(
    "spent",
    "entry of hours",
    "entries of hours",
    _spend,
    day="on",
    says=_hours_on,
)


def spent(on: date, item: str, hours: float, outside: Outside | None = None) -> Change:
    """Hours went into an item, which may be `outside` all that the program knows."""
    said = {"on": on, "item": item, "hours": hours}
    return SPENT.change({**said, "outside": outside} if outside else said)


def _finish(draft: Telling, data: Data) -> None:
    ended = from_record(Ended, data)
    # Earlier versions kept nothing of what an item was, but for the plan it stood in.
    meant = ended.meant or draft.meant_in_plan(ended.item)
    if meant is not None:
        some_hours(meant.hours)
        check_spans(meant.closes)
        if all(each.item != ended.item for each in draft.done):
            draft.assume(Spent(on=ended.on, item=ended.item, hours=meant.hours))
    draft.done.append(replace(ended, meant=meant, ratings_before=len(draft.ratings)))


FINISHED = Kind(
    "finished", "finished item", "finished items", _finish, day="on", says="{item}"
)


def finished(on: date, item: str, meant: WhatItWas | None = None) -> Change:
    """An item was done; the event keeps what it was then."""
    return FINISHED.change({"on": on, "item": item, "reason": "", "meant": meant})


def _drop(draft: Telling, data: Data) -> None:
    draft.dropped.append(from_record(Ended, data))


DROPPED = Kind(
    "dropped", "dropped item", "dropped items", _drop, day="on", says="{item}"
)


def dropped(on: date, item: str, reason: str = "") -> Change:
    """An item was given up."""
    return DROPPED.change({"on": on, "item": item, "reason": reason})


def _show(draft: Telling, data: Data) -> None:
    draft.evidence.append(from_record(Evidence, data))


EVIDENCE = Kind(
    "evidence",
    "piece of evidence",
    "pieces of evidence",
    _show,
    day="on",
    says="{skill}: {text}",
)


def evidence(on: date, skill: str, text: str, *, private: bool = False) -> Change:
    """Something showed a skill in use; if `private`, nobody else is to read it."""
    shown = Evidence(on=on, skill=skill, text=text, private=private)
    return EVIDENCE.change(shown)


def _debrief(draft: Telling, data: Data) -> None:
    draft.debriefs.append(from_record(Debrief, data))


DEBRIEFED = Kind("debriefed", "debrief", "debriefs", _debrief, day="on", says="{item}")


def debriefed(debrief: Debrief) -> Change:
    """The person said what came of an item, and what to do the next time."""
    return DEBRIEFED.change(debrief)


def _advise(draft: Telling, data: Data) -> None:
    advice = from_record(Advice, data)
    # Two machines may both have read the page.
    if not any(map(advice.repeats, draft.advice)):
        before = len(draft.checkins)
        draft.advice.append(replace(advice, checkins_before=before))


ADVISED = Kind(
    "advised",
    "word on an item",
    "words on items",
    _advise,
    day="on",
    says="{rater[name]} on {item}: {text}",
)


def advised(advice: Advice) -> Change:
    """Somebody who helps the person said something of an item."""
    said = {"on": advice.on, "item": advice.item, "text": advice.text}
    return ADVISED.change({**said, "rater": advice.rater})


def _promise(draft: Telling, data: Data) -> None:
    promise = from_record(Promise, data)
    draft.promises.append(replace(promise, checkins_before=len(draft.checkins)))


PROMISED = Kind("promised", "promise", "promises", _promise, day="on", says="{text}")


def promised(on: date, text: str, *, private: bool = False) -> Change:
    """The person gave a word to whoever gets the plan to read."""
    return PROMISED.change({"on": on, "text": text, "private": private})
