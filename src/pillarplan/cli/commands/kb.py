"""``pillarplan kb``: read in the knowledge base, and check it."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.input.completion import complete_role, complete_skill
from pillarplan.domain.text import counted, wrapped
from pillarplan.errors import InvalidInputError, NothingYetError, UsageError
from pillarplan.services.library import reading as library
from pillarplan.services.library import schemas

app = typer.Typer(rich_markup_mode=None, add_completion=False)

SETTINGS = "settings"
"""The kind of file whose schema the command line makes itself."""


@app.callback(invoke_without_command=True)
def kb(ctx: typer.Context) -> None:
    """The knowledge base: list, show, search, count, lint, schema.

    \b
    Examples:
      pillarplan kb list
      pillarplan kb show negotiation
      pillarplan kb search conflict
    """
    help_if_alone(ctx)


@app.command("list")
def list_(
    ctx: typer.Context,
    roles: Annotated[
        bool, typer.Option("--roles", help="List roles and contexts instead.")
    ] = False,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            autocompletion=complete_role,
            help="Show this role's targets.",
        ),
    ] = None,
    diff: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            autocompletion=complete_role,
            help="With --role: only what changes from this role.",
        ),
    ] = None,
) -> None:
    """List the skills by pillar, or the roles.

    \b
    Examples:
      pillarplan kb list
      pillarplan kb list --roles
      pillarplan kb list --role director --diff senior-pm
    """
    # Imported here, since help draws no tables.
    from pillarplan.render.terminal import knowledge as views

    here = surroundings(ctx)
    if roles:
        found = library.list_roles(here.workspace)
        if here.json:
            here.answer("roles", found)
        else:
            here.draw(views.role_list_view(found.roles, found.contexts, here.look))
        return
    if diff and not role:
        raise UsageError(
            "--diff needs --role: kb list --role director --diff senior-pm"
        )
    skills = library.list_skills(
        here.workspace, tuple(name for name in (diff, role) if name)
    )
    if here.json:
        here.answer("skills", skills)
    elif diff:
        before, after = skills.roles
        here.draw(views.role_difference_view(skills.skills, before, after, here.look))
    else:
        here.draw(views.skill_list_view(skills.skills, skills.roles, here.look))


@app.command()
def show(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=complete_skill,
            help="A skill, pillar, resource or practice.",
        ),
    ],
) -> None:
    """Show a skill with its levels, or a pillar, resource or practice.

    \b
    Examples:
      pillarplan kb show negotiation
      pillarplan kb show getting-to-yes
    """
    # Imported here, since help draws no tables.
    from pillarplan.render.lines.item_facts import item_facts
    from pillarplan.render.terminal import knowledge as views

    here = surroundings(ctx)
    page = library.show_entry(here.workspace, name)
    if here.json:
        here.answer(library.KINDS[type(page)], page)
    elif isinstance(page, library.PillarPage):
        here.say(
            f"{page.pillar.name}\n\n{wrapped(page.pillar.summary, here.width)}\n\n"
        )
        here.draw(views.skill_list_view(page.skills, (), here.look))
    elif isinstance(page, library.SkillPage):
        knowledge = here.workspace.knowledge
        scale = {each.level: each.name for each in knowledge.scale()}
        pillars = knowledge.pillar_names()
        here.draw(
            views.skill_view(
                page.skill, page.outline, page.items, scale, pillars, here.look
            )
        )
    else:
        facts = item_facts(page.item, page.recommendation, page.skill_names, here.look)
        here.draw(views.item_view(page.item, facts))


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="What to look for.")],
) -> None:
    """Search skills, resources and practices by their words.

    \b
    Examples:
      pillarplan kb search conflict
      pillarplan kb search value proposition

    Exit code 3 says that nothing was found.
    """
    # Imported here, since help draws no tables.
    from pillarplan.render.terminal import knowledge as views

    here = surroundings(ctx)
    result = library.search(here.workspace, " ".join(words))
    if here.json:
        here.answer("search", result)
    else:
        here.draw(views.search_view(result.hits, result.suggestions, here.look))
    if not result.hits:
        raise typer.Exit(NothingYetError.exit_code)


@app.command()
def count(ctx: typer.Context) -> None:
    """Count what the knowledge base holds, by kind, step and price.

    \b
    Examples:
      pillarplan kb count
      pillarplan kb count --json
    """
    # Imported here, since help draws no tables.
    from pillarplan.render.terminal import knowledge as views

    here = surroundings(ctx)
    # Imported here, since counting reads all files, which takes YAML and pydantic.
    from pillarplan.services.library import maintaining

    statistics = maintaining.count(here.workspace)
    if here.json:
        here.answer("statistics", statistics)
    else:
        here.draw(views.statistics_view(statistics, here.look))


@app.command()
def lint(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(help="An entry file or an overlay; the built-in base if none."),
    ] = None,
    links: Annotated[
        bool,
        typer.Option("--links", help="Also ask each address; needs a network."),
    ] = False,
    stale: Annotated[
        bool,
        typer.Option("--stale", help="Only what somebody should look at again."),
    ] = False,
) -> None:
    """Check a knowledge base for what is missing, odd or stale.

    \b
    Examples:
      pillarplan kb lint
      pillarplan kb lint data/pillars.yaml
      pillarplan kb lint ~/.config/pillarplan/overlay.yaml
      pillarplan kb lint --links
      pillarplan kb lint --stale

    Exit code 4 says that there are errors; warnings alone do not fail.
    """
    # Imported here, since checking reads all files, which takes YAML and pydantic.
    from pillarplan.services.library import maintaining

    here = surroundings(ctx)

    def tell_progress(done: int, total: int) -> None:
        here.tell(f"{done} of {total} addresses asked")

    findings = maintaining.lint(
        here.workspace, file, tell_progress if links else None, stale=stale
    )
    if here.json:
        here.answer("lint", {"findings": findings})
    else:
        for finding in findings:
            here.say(f"{finding.severity}: {finding.id}: {finding.message}")
        here.tell(f"{counted(len(findings), 'finding')}." if findings else "All well.")
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(InvalidInputError.exit_code)


@app.command()
def schema(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            help=f"One of: {', '.join((*schemas.FILES, SETTINGS))}; or an answer of a "
            "command: answer-roadmap, answer-gaps, answer-status …"
        ),
    ] = "knowledge",
) -> None:
    """Print a JSON Schema, for editors that complete and check YAML.

    \b
    Examples:
      pillarplan kb schema > pillars.schema.json
      pillarplan kb schema ratings
    """
    here = surroundings(ctx)
    # Imported here, since it is a model of pydantic.
    from pillarplan.cli.input.settings_model import settings_schema

    here.say(schemas.schema(name, {SETTINGS: settings_schema}))
