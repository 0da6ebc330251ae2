"""The rows of the tables, in the order of their columns."""

from collections.abc import Iterator, Mapping
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import NamesById
from pillarplan.domain.person.advice import WHOLE
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import Gap

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that the database is made of."""

    profile: Profile
    gaps: tuple[Gap, ...]
    skills: NamesById
    scale: Scale
    items: Mapping[str, Item | None]
    """Everything that was planned or worked on; None if the knowledge base lost it."""
    questions: Mapping[str, str]
    """The questions for a product by id."""


def ratings(record: Record) -> Iterator[Row]:
    """Yield every rating, oldest first."""
    for each in record.profile.ratings:
        yield (
            *(_day(each.rated_on), each.skill, record.skills[each.skill], each.level),
            *(each.rater.name, str(each.rater.kind)),
            *(_word(each.confidence), each.importance, each.evidence),
            *(each.base, each.edition, each.top),
        )


def levels(record: Record) -> Iterator[Row]:
    """Yield the levels of the scale, from 0 on."""
    for each in record.scale.levels:
        yield (each.level, each.name, each.test or None)


def checkins(record: Record) -> Iterator[Row]:
    """Yield the day of every check-in, oldest first."""
    return ((_day(day),) for day in record.profile.checkins)


def notes(record: Record) -> Iterator[Row]:
    """Yield the notes of check-ins, oldest first."""
    return ((_day(each.on), each.text) for each in record.profile.notes)


def pauses(record: Record) -> Iterator[Row]:
    """Yield the pauses that the person took, oldest first."""
    for each in record.profile.pauses:
        yield (_day(each.first), _day(each.last), each.factor, each.label)


def hours(record: Record) -> Iterator[Row]:
    """Yield the hours that were spent, oldest first."""
    for each in record.profile.spent:
        yield (_day(each.on), each.item, each.hours, int(each.assumed))


def evidence(record: Record) -> Iterator[Row]:
    """Yield the evidence from check-ins, oldest first."""
    for each in record.profile.evidence:
        yield (_day(each.on), each.skill, record.skills[each.skill], each.text)


def debriefs(record: Record) -> Iterator[Row]:
    """Yield what was said of items once they were done, oldest first."""
    for each in record.profile.debriefs:
        told = each.account
        lines = (told.meant, told.happened, told.why, told.next_time)
        yield (_day(each.on), each.item, *lines, int(each.private))


def advice(record: Record) -> Iterator[Row]:
    """Yield what others said of the plan and its items, oldest first."""
    for each in record.profile.advice:
        who = (each.rater.name, str(each.rater.kind))
        item = None if each.item == WHOLE else each.item
        yield (_day(each.on), item, *who, each.text)


def promises(record: Record) -> Iterator[Row]:
    """Yield what the person promised, oldest first."""
    for each in record.profile.promises:
        yield (_day(each.on), each.text, int(each.private))


def items(record: Record) -> Iterator[Row]:
    """Yield everything that is planned, or was worked on, finished or dropped."""
    profile = record.profile
    roadmap = profile.current_roadmap
    done = {each.item: each.on for each in reversed(profile.done)}
    dropped = {each.item: each.on for each in profile.dropped}

    def told(name: str) -> Row:
        """Return kind and title of what the person alone could tell."""
        outside = profile.outside.get(name)
        return ("outside", outside.title) if outside else (None, None)

    for name, entry in record.items.items():
        planned = roadmap.item(name) if roadmap else None
        known = planned or entry
        yield (
            *(name, *((str(known.kind), known.title) if known else told(name))),
            *(
                (planned.hours, *map(_day, (planned.starts_on, planned.ends_on)))
                if planned
                else (None, None, None)
            ),
            profile.hours_spent.get(name, 0.0),
            *(_day(done.get(name)), _day(dropped.get(name))),
            *((str(planned.state), planned.wave) if planned else (None, None)),
        )


def steps(record: Record) -> Iterator[Row]:
    """Yield the steps that each of the items develops."""
    for name, entry in record.items.items():
        for step in entry.steps if entry else ():
            yield (name, step.skill, step.level)


def outside(record: Record) -> Iterator[Row]:
    """Yield the skills that what was learnt outside plan and base was for."""
    for name, each in record.profile.outside.items():
        for skill in each.skills:
            yield (name, skill, record.skills[skill])


def sessions(record: Record) -> Iterator[Row]:
    """Yield the sessions of the adopted plan."""
    roadmap = record.profile.roadmap
    for each in roadmap.sessions if roadmap else ():
        yield (_day(each.on), each.item, each.hours, str(each.pool))


def gaps(record: Record) -> Iterator[Row]:
    """Yield the gap of every skill, widest first."""
    for each in record.gaps:
        yield (
            *(each.skill, each.name, each.pillar, each.current, each.target),
            *(each.importance, each.size, each.priority, int(each.applies)),
            *(each.role_target, each.constraint and str(each.constraint)),
        )


def reflections(record: Record) -> Iterator[Row]:
    """Yield the answers to questions about products, oldest first."""
    for each in record.profile.reflected:
        yield (
            *(_day(each.on), each.product, each.question),
            *(record.questions.get(each.question), each.answer, int(each.settled)),
        )


def recalls(record: Record) -> Iterator[Row]:
    """Yield the questions to oneself: as they were left, then each time of asking."""
    for each in record.profile.questions:
        about = (each.id, each.item, each.text, each.answer)
        yield (_day(each.left_on), *about, None)
        for recall in each.recalls:
            yield (_day(recall.on), *about, str(recall.grade))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _word(word: str | None) -> str | None:
    return str(word) if word else None
