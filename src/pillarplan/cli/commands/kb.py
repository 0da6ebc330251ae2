"""``pillarplan kb``: read in the knowledge base."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.input import typed
from pillarplan.cli.subcommands.kb_care import count, lint, schema
from pillarplan.cli.subcommands.kb_editions import adopt, diff
from pillarplan.cli.subcommands.kb_import import import_
from pillarplan.domain.text import wrapped
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.library import reading as library

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def kb(ctx: typer.Context) -> None:
    """The knowledge base: list, show, search, count, lint, schema, diff, adopt, import.

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
            help="Show this role's targets.",
            **typed.ROLE,
        ),
    ] = None,
    diff: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="With --role: only what changes from this role.",
            **typed.ROLE,
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
        list[str],
        typer.Argument(
            metavar="NAME",
            help="A skill, pillar, resource or practice.",
            **typed.ENTRY_WORDS,
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
    page = library.show_entry(here.workspace, name[0])
    if here.json:
        here.answer(library.KINDS[type(page)], page)
    elif isinstance(page, library.PillarPage):
        texts = (page.pillar.name, wrapped(page.pillar.summary, here.width))
        here.say("".join(f"{text}\n\n" for text in texts if text))
        here.draw(views.skill_list_view(page.skills, (), here.look))
    elif isinstance(page, library.SkillPage):
        knowledge = here.workspace.knowledge
        scale, pillars = knowledge.scale(), knowledge.pillar_names()
        here.draw(
            views.skill_view(
                page.skill, page.outline, page.items, scale, pillars, here.look
            )
        )
    else:
        facts = item_facts(
            page.item, page.recommendation, page.grades, page.skill_names, here.look
        )
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


for command in (count, lint, schema, diff, adopt):
    app.command()(command)

app.command("import")(import_)
