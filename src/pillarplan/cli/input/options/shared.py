"""Options that several commands share."""

from typing import Annotated

from pillarplan.cli.input.options.plan import CONTEXT, ROLE
from pillarplan.cli.input.options.signature import as_typer

RoleName = Annotated[str | None, as_typer(ROLE)]

ContextNames = Annotated[str | None, as_typer(CONTEXT)]
