"""What became of things that a record speaks of, in sentences for people."""

from collections.abc import Iterator, Sequence

from pillarplan.domain.editions.difference import How, Touched
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.text import join_words
from pillarplan.render.editions.said import SORTS, said_of


def say_touched(touched: Sequence[Touched]) -> Iterator[str]:
    """Yield a sentence for each fate, with all that it befell, and what to do."""
    for sort in (Lineage.SKILL, Lineage.ITEM):
        gone = _of(touched, How.GONE, sort)
        if gone:
            yield _gone(sort, gone)
    for each in _of(touched, How.GONE, Lineage.ROLE):
        yield (
            f"Your role {each.said.id} is no longer in the knowledge base; what counts "
            "in its place, pillarplan gaps says. Add it to your overlay again, name "
            f"what took its place: pillarplan kb adopt {each.said.id}=ROLE, or choose "
            "another: pillarplan plan --role ROLE"
        )
    if carried := [each for each in touched if each.new]:
        yield (
            "Old names in your record, and what they count for now: "
            f"{join_words(map(_carried, carried))}."
        )
    if unsure := _unsure(touched):
        yield (
            f"What these start from is a level of something that was divided or "
            f"joined, so rate them again: {_assess(unsure)}"
        )
    if reworded := _skills(touched, How.REWORDED):
        yield (
            "Skills whose words have changed since you rated them: "
            f"{join_words(reworded)}. Your levels stand; to look again: "
            f"{_assess(reworded)}"
        )
    if rescaled := [each for each in touched if each.how is How.RESCALED]:
        yield from _rescaled(rescaled)
    if elsewhere := _skills(touched, How.ELSEWHERE):
        yield (
            "Skills that you rated by another knowledge base, so that they count as "
            f"unsure: {join_words(elsewhere)}. To rate them by this one: "
            f"{_assess(elsewhere)}"
        )


def in_one_sentence(touched: Sequence[Touched]) -> str:
    """Return how many things a new edition touches, of each fate."""
    rated = "of what you rated"
    numbers = (
        (sum(each.how is How.GONE for each in touched), "{} gone"),
        (sum(bool(each.new) for each in touched), "{} under another name"),
        (len(_skills(touched, How.REWORDED)), f"the words of {{}} {rated} changed"),
        (len(_skills(touched, How.RESCALED)), f"{{}} {rated} on another scale"),
        (len(_skills(touched, How.ELSEWHERE)), f"{{}} {rated} by another base"),
    )
    said = join_words(words.format(number) for number, words in numbers if number)
    return (
        f"The knowledge base is another than before: {said}. Your record keeps all of "
        "it. What each counts for: pillarplan doctor"
    )


def _gone(sort: Lineage, gone: Sequence[Touched]) -> str:
    first = gone[0].said.id
    names = [f"{each.said.id} ({said_of(each.said)})" for each in gone]
    return (
        f"{SORTS[sort]} that the knowledge base has no longer: {join_words(names)}. "
        "Your record keeps all that you told of them. If something took the place of "
        f"one, say so: pillarplan kb adopt {first}=NEW. To go on with them, add them "
        "to your overlay again; to go on without them: pillarplan plan"
    )


def _rescaled(touched: Sequence[Touched]) -> Iterator[str]:
    unsure = [each.said.id for each in touched if each.asks]
    if known := [each.said.id for each in touched if not each.asks]:
        yield (
            "Skills whose levels you told on an earlier scale, and the knowledge base "
            f"says what they are now: {join_words(known)}. Plan anew on this scale: "
            "pillarplan plan"
        )
    if unsure:
        yield (
            "Skills whose levels you told on a scale of other levels, so that they "
            f"count in proportion, unsure: {join_words(unsure)}. To rate them on this "
            f"one: {_assess(unsure)}"
        )


def _carried(touched: Touched) -> str:
    others = [each for each in touched.new if each != touched.said.id]
    return f"{touched.said.id} ({said_of(touched.said)}) for {join_words(others)}"


def _unsure(touched: Sequence[Touched]) -> list[str]:
    """Return the skills that start from a level of another one, and are unsure."""
    return list(dict.fromkeys(skill for t in touched if t.new for skill in t.asks))


def _of(touched: Sequence[Touched], how: How, sort: Lineage) -> list[Touched]:
    return [each for each in touched if each.how is how and each.said.sort is sort]


def _skills(touched: Sequence[Touched], how: How) -> list[str]:
    return [each.said.id for each in _of(touched, how, Lineage.SKILL)]


def _assess(skills: Sequence[str]) -> str:
    return "pillarplan assess " + " ".join(f"--skill {each}" for each in skills)
