"""Options that several commands share."""

from typing import Annotated

import typer

from pillarplan.cli.input.completion import complete_role

RoleName = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        envvar="PILLARPLAN_ROLE",
        autocompletion=complete_role,
        help="The role to grow into; see: pillarplan kb list --roles",
    ),
]

ContextNames = Annotated[
    str | None,
    typer.Option(
        "--context",
        metavar="NAMES",
        envvar="PILLARPLAN_CONTEXT",
        help="What your product asks for besides, with commas: connected-products",
    ),
]
