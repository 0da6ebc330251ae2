"""What differs between two editions of a knowledge base, line by line."""

from collections.abc import Iterator, Mapping, Sequence

from pillarplan.domain.editions.difference import EditionDiff, EntryDiff, How, Touched
from pillarplan.domain.text import counted, join_words, wrapped
from pillarplan.render.editions.said import SORTS, said_of

WORDS = {
    How.GONE: "gone",
    How.RENAMED: "renamed",
    How.SPLIT: "divided",
    How.MERGED: "joined",
    How.REWORDED: "in other words",
    How.RESCALED: "on another scale",
    How.ADDED: "added",
}
"""How a change is called, in the order in which it is shown."""


def difference_lines(diff: EditionDiff, width: int) -> Iterator[str]:
    """Yield all that differs; what is new comes last, since it takes nothing away."""
    if not diff.entries and diff.scale_before == diff.scale_after:
        yield "Nothing differs."
    if diff.scale_before != diff.scale_after:
        yield "Levels"
        yield from _wrapped(f"before  {', '.join(diff.scale_before)}", width)
        yield from _wrapped(f"now     {', '.join(diff.scale_after)}", width)
    for sort, title in SORTS.items():
        found = [each for each in diff.entries if each.sort is sort]
        if found:
            names = {each.new[0]: each.name for each in found if each.how is How.ADDED}
            yield from wrapped(f"{title}: {_counted(found)}", width).split("\n")
            for how in WORDS:
                for each in found:
                    if each.how is how:
                        yield from _wrapped(
                            f"{WORDS[how]}: {_entry(each, names)}", width
                        )
    if diff.mine is not None:
        yield ""
        yield from _mine(diff.mine, width)


def _counted(found: Sequence[EntryDiff]) -> str:
    numbers = {how: sum(each.how is how for each in found) for how in WORDS}
    return join_words(
        f"{number} {WORDS[how]}" for how, number in numbers.items() if number
    )


def _entry(entry: EntryDiff, names: Mapping[str, str]) -> str:
    old, new = join_words(entry.old), join_words(entry.new)
    name = old or new
    if entry.old and entry.new and entry.old != entry.new:
        name = f"{old} → {new}"
    facts = [entry.name]
    if entry.levels:
        facts.append(f"other texts at {_levels(entry.levels)}")
    if entry.skills:
        facts.append(f"asks for other levels in {counted(len(entry.skills), 'skill')}")
    if entry.perhaps:
        asked = " or ".join(f"{id_}, {names[id_]}," for id_ in entry.perhaps)
        facts.append(f"is it {asked} now? Nobody says so")
    return f"{name} ({'; '.join(facts)})"


def _levels(levels: Sequence[int]) -> str:
    word = "level" if len(levels) == 1 else "levels"
    return f"{word} {join_words(map(str, levels))}"


def _mine(mine: Sequence[Touched], width: int) -> Iterator[str]:
    if not mine:
        yield "Nothing of that touches your record."
        return
    yield f"In your record: {counted(len(mine), 'thing')}"
    for each in mine:
        yield from _wrapped(f"{WORDS[each.how]}: {_of_record(each)}", width)


def _of_record(touched: Touched) -> str:
    counts = {
        How.GONE: "kept, but it counts for nothing until you name a successor: "
        f"pillarplan kb adopt {touched.said.id}=NEW",
        How.RENAMED: f"counts for {join_words(touched.new)}",
        How.SPLIT: f"counts for {join_words(touched.new)}, unsure",
        How.MERGED: f"counts for {join_words(touched.new)}, the lowest level, unsure",
        How.REWORDED: "counts as it is; look at the new words",
        How.RESCALED: "goes on at what the new scale says it is, or else as far up",
    }
    return f"{touched.said.id} ({said_of(touched.said)}): {counts[touched.how]}"


def _wrapped(text: str, width: int) -> list[str]:
    return wrapped(text, width, "  ", "    ").split("\n")
