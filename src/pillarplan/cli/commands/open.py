"""``pillarplan open``: go to where an item is."""

from dataclasses import replace
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.input import typed

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("open")
def open_(
    ctx: typer.Context,
    item: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ITEM]",
            help="Which item; what is next if not given.",
            **typed.ITEM_WORDS,
        ),
    ] = None,
    print_: Annotated[
        bool, typer.Option("--print", help="Only show the address.")
    ] = False,
) -> None:
    """Open the page of what is next, or of an item, in your browser.

    \b
    Examples:
      pillarplan open
      pillarplan open 3
      pillarplan open getting to yes --print

    Where nothing can be opened, as over SSH or into a pipe, the address is shown. Exit
    code 3 says that there is none: a practice is done at work.
    """
    # Imported here, since help looks at no machine.
    from pillarplan.cli.frame.machine import find_machine
    from pillarplan.services.following.opening import find_address, open_address

    here = surroundings(ctx)
    address = find_address(here.workspace, item[0] if item else None)
    if here.on_screen and not (print_ or here.json):
        machine = find_machine(here.environment)
        address = replace(address, opened=open_address(machine, address.url))
    if here.json:
        here.answer("address", address)
        return
    here.tell(f"{'Opened ' if address.opened else ''}{address.title}:")
    here.say(address.url)
