"""``pillarplan add``: books, courses and practices of one's own."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import typed
from pillarplan.domain.text import in_hours, wrapped
from pillarplan.errors import UsageError

if TYPE_CHECKING:
    from pillarplan.domain.knowledge.item import Item
    from pillarplan.services.own.own_items import OwnItems

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PLAN = "pillarplan plan"

EXAMPLE = 'pillarplan add course "Title" --skill pricing --hours 12'


@app.command()
def add(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KIND] TITLE",
            help="book, course, video, practice and so on, and what it is called.",
        ),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(metavar="SKILL", help="What it develops.", **typed.SKILL),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="LEVEL|FILE",
            help="Of the level that you need before; or a file of items.",
        ),
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="The level it leads to.")
    ] = None,
    hours: Annotated[
        str | None, typer.Option(metavar="HOURS", help="What it takes: 12, 1:30.")
    ] = None,
    price: Annotated[
        str | None,
        typer.Option(
            metavar="PRICE",
            help="free, company (if yours pays), 30 EUR, or a band in USD: 20-50.",
        ),
    ] = None,
    by: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who made it.")
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Where it is.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Its language; en if not given.")
    ] = None,
    weeks: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Over how many it goes.")
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why this one.")
    ] = None,
    apply: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What to try of it.")
    ] = None,
    task: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Of a practice: what to do.")
    ] = None,
    evidence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Of a practice: what shows it.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Show what you added.")
    ] = False,
    change: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Change one; none takes a value away."),
    ] = None,
    remove: Annotated[
        str | None, typer.Option(metavar="NAME", help="Remove one.")
    ] = None,
) -> None:
    """Add a book, a course or a practice of your own, for the plan to choose.

    \b
    Examples:
      pillarplan add course "Reforge Monetization" --skill pricing --hours 12
      pillarplan add practice "Price talk with Sales" --skill pricing --hours 3
      pillarplan add --from items.yaml
      pillarplan add --change reforge --hours 10 --price company
      pillarplan add --remove reforge

    In a terminal what is missing is asked. It is kept in a file that you may change by
    hand (pillarplan kb schema overlay); pillarplan undo takes it back.
    """
    # Imported here, since help needs neither YAML nor the knowledge base.
    from pillarplan.cli.dialogues.own_item import completed
    from pillarplan.cli.input.files import open_input
    from pillarplan.cli.input.own_items import changes_of, kind_and_title, stated_item
    from pillarplan.services.own import own_items
    from pillarplan.services.own.handed_in import read_entries

    here = surroundings(ctx)
    path, file = here.home.overlay_to_write, None
    if from_ is not None and not from_.isdecimal():
        from_, file = None, from_
    more: dict[str, object] = {
        "hours": hours,
        "price": price,
        "by": by,
        "url": url,
        "why": why,
    }
    more |= {"language": language, "weeks": weeks, "apply": apply}
    more |= {"task": task, "evidence": evidence}
    kind, title = kind_and_title(words or [])
    stated = stated_item(kind, title, skill or [], from_, to, more)
    _check_one_way(stated.is_empty, listed, change, remove, file)
    if listed:
        _show(here, own_items.list_items(here.workspace, path))
    elif remove is not None:
        _tell(here, "Removed", own_items.remove_item(here.workspace, path, remove))
    elif change is not None:
        change_of = partial(changes_of, stated)
        items = own_items.change_item(here.workspace, path, change, change_of)
        _tell(here, "Changed", items)
    else:
        several = (
            [completed(here, stated)]
            if file is None
            else read_entries(open_input(file))
        )
        _tell(here, "Added", own_items.add_items(here.workspace, path, several))


def _check_one_way(
    is_empty: bool,
    listed: bool,
    change: str | None,
    remove: str | None,
    file: str | None,
) -> None:
    """Raise UsageError for several ways at once, or what one of them cannot take."""
    ways = {"--list": listed, "--change": change, "--remove": remove, "--from": file}
    taken = [way for way, said in ways.items() if said]
    if len(taken) > 1:
        raise UsageError(f"{' and '.join(taken)} do not go together.")
    if taken == ["--change"] and is_empty:
        raise UsageError(
            f"Say what to change: pillarplan add --change {change} --hours 10"
        )
    if taken and taken != ["--change"] and not is_empty:
        raise UsageError(f"{taken[0]} takes nothing else. See: pillarplan add --help")


def _show(here: Surroundings, own: "OwnItems") -> None:
    if here.json:
        here.answer("own", own)
    elif not own.items:
        here.say("You added nothing yet. For example:\n" + EXAMPLE)
    else:
        for item in own.items:
            here.say(_line(here, item))
        here.tell(f"\nThey stand in {own.path}; change one by hand, or with --change.")


def _tell(here: Surroundings, did: str, own: "OwnItems") -> None:
    """Say what was done, and what is worth typing next."""
    if here.json:
        here.answer("own", own)
        return
    for item in own.items:
        here.say(f"{did}: {_line(here, item)}")
    here.say(f"\nPlan with what you have now: {PLAN}")
    if did == "Added":
        here.say(f"To have it in any case:      {PLAN} --pin {own.items[0].id}")


def _line(here: Surroundings, item: "Item") -> str:
    """Return an item in a few lines: what it is called, and what is known of it."""
    from pillarplan.domain.knowledge.item import Resource
    from pillarplan.render.prices import cost_in_words

    names = here.workspace.knowledge.skill_names()
    leads = (f"{names[s.skill]} {s.from_} to {s.to}" for s in item.develops)
    cost = cost_in_words(item) if isinstance(item, Resource) else ""
    least = " at least (nobody said)" if item.hours_assumed else ""
    facts = (item.kind, f"{in_hours(item.hours)}{least}", *leads, cost)
    shown = " · ".join(filter(None, facts))
    return f"{item.title} ({item.id})\n" + wrapped(
        shown, here.width, first="  ", margin="  "
    )
