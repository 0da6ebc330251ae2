"""Options that several commands share."""

from typing import Annotated

from pillarplan.cli.input.plan_options import CONTEXT, ROLE
from pillarplan.cli.input.signature import as_typer

RoleName = Annotated[str | None, as_typer(ROLE)]

ContextNames = Annotated[str | None, as_typer(CONTEXT)]
