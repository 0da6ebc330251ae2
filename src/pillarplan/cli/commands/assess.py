"""``pillarplan assess``: rate yourself, or be rated."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from pillarplan.cli.commands.feedback import draw_feedback
from pillarplan.cli.frame.app import run_command, surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import parsing, typed
from pillarplan.cli.input.options.shared import ContextNames, RoleName
from pillarplan.domain.person.rating import MYSELF, Rater, RaterKind, Rating
from pillarplan.domain.text import counted, join_words, wrapped
from pillarplan.errors import UsageError

if TYPE_CHECKING:
    from pillarplan.services.rating.stating import Rated

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def assess(
    ctx: typer.Context,
    full: Annotated[
        bool,
        typer.Option(
            "--full/--quick", help="Ask every skill, or only the core ones (default)."
        ),
    ] = False,
    pillar: Annotated[
        str | None,
        typer.Option(
            metavar="PILLAR", help="Ask the skills of one pillar.", **typed.PILLAR
        ),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(metavar="SKILL", help="Ask this skill only.", **typed.SKILL),
    ] = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Do not go on with an unfinished interview.")
    ] = False,
    show_last: Annotated[
        bool,
        typer.Option("--show-last", help="Show the level of last time while you rate."),
    ] = False,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="SKILL=LEVEL",
            help="Rate without being asked.",
            **typed.SKILL_LEVEL,
        ),
    ] = None,
    importance: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL=NUMBER",
            help="How much a skill matters: 1 low, 2 normal, 3 high.",
            **typed.SKILL_VALUE,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FILE", help="Ratings as YAML or JSON; - reads them here."
        ),
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Rate in somebody else's name."),
    ] = None,
    rater: Annotated[
        RaterKind | None, typer.Option(help="How they stand to you.")
    ] = None,
    role: RoleName = None,
    context: ContextNames = None,
) -> None:
    """Rate yourself, skill by skill; stop any time and go on later.

    \b
    Examples:
      pillarplan assess                        the core skills, about ten minutes
      pillarplan assess --full                 all skills
      pillarplan assess --skill negotiation    one skill again
      pillarplan assess --set writing=3 --set pricing=n/a
      pillarplan assess --from ratings.yaml --role senior-pm
      pillarplan assess --importance negotiation=3
      pillarplan assess --as Dana --rater manager
    """
    # Imported here, since help needs none of the services.
    from pillarplan.services.rating.feedback import other_rater
    from pillarplan.services.rating.stating import record_ratings

    here = surroundings(ctx)
    contexts = parsing.parse_names(context or "")
    is_other = as_ is not None or rater is not None
    who = (other_rater(as_, rater) if is_other else None) or MYSELF
    if from_ is not None:
        _confirm(here, _record_file(here, from_, role, contexts))
    elif set_ or importance:
        ratings = _stated_ratings(here, set_ or [], who)
        weights = _weights(importance or [])
        rated = record_ratings(here.workspace, ratings, role, contexts, weights)
        _confirm(here, rated)
    else:
        if role or contexts:
            record_ratings(here.workspace, (), role, contexts)
        _interview(
            ctx,
            who,
            full=full,
            pillar=pillar,
            skills=tuple(dict.fromkeys(skill or ())),
            anew=anew,
            show_last=show_last,
        )


def _record_file(
    here: Surroundings, name: str, role: str | None, contexts: Sequence[str]
) -> "Rated":
    # Imported here, since reading files takes YAML and pydantic.
    from pillarplan.cli.input.files import read_input
    from pillarplan.services.forms.base_checks import doubt_ratings
    from pillarplan.services.forms.ratings import RatingsFile
    from pillarplan.services.rating.stating import record_ratings

    workspace = here.workspace
    doubt = partial(doubt_ratings, workspace)
    source = read_input(name, RatingsFile, doubt, lambda: workspace.knowledge.scale())
    return record_ratings(
        workspace,
        source.as_ratings(here.today),
        role or source.role,
        contexts or source.contexts,
        targets=source.targets,
        constraints=source.constraints,
    )


def _stated_ratings(here: Surroundings, texts: list[str], rater: Rater) -> list[Rating]:
    levels = parsing.parse_assignments(texts, "--set")
    return [
        Rating(
            skill=skill,
            level=parsing.parse_level(level),
            rated_on=here.today,
            rater=rater,
        )
        for skill, level in levels.items()
    ]


def _weights(texts: list[str]) -> dict[str, int]:
    pairs = parsing.parse_assignments(texts, "--importance")
    return {
        skill: parsing.parse_importance(text, f"--importance {skill}")
        for skill, text in pairs.items()
    }


def _confirm(here: Surroundings, rated: "Rated") -> None:
    if here.json:
        here.answer("ratings", rated)
        return
    counts = [counted(len(rated.ratings), "rating")] if rated.ratings else []
    if rated.weighed:
        counts.append(f"how much {counted(len(rated.weighed), 'skill')} matters")
    if rated.targets:
        counts.append(counted(len(rated.targets), "target"))
    if rated.constraints:
        counts.append(counted(len(rated.constraints), "constraint"))
    here.say(f"Recorded {join_words(counts) or 'the role'}.")
    if rated.older:
        names = here.workspace.knowledge.skill_names()
        older = [names.get(skill, skill) for skill in rated.older]
        newer = f"Newer ratings go on to count: {join_words(older)}."
        here.say(wrapped(newer, here.width))
    here.tell("See where you stand: pillarplan gaps")


def _interview(
    ctx: typer.Context,
    rater: Rater,
    *,
    full: bool,
    pillar: str | None,
    skills: tuple[str, ...],
    anew: bool,
    show_last: bool,
) -> None:
    from pillarplan.cli.dialogues import interview as dialogue
    from pillarplan.services.naming.known import known_skills
    from pillarplan.services.rating.interviewing import begin_interview
    from pillarplan.services.rating.stating import skills_to_ask

    here = surroundings(ctx)
    if not here.interactive and not here.reads_answers:
        raise UsageError(
            "The interview needs a terminal. Without one use --from FILE or "
            "--set SKILL=LEVEL, or --plain to answer line by line on standard input."
        )
    known_skills(here.workspace.knowledge, skills)
    outlines = here.workspace.knowledge.outlines()
    interview, resumed = begin_interview(
        here.workspace,
        skills or skills_to_ask(outlines, full=full, pillar=pillar),
        rater,
        chosen=full or pillar is not None or bool(skills),
        anew=anew,
        show_last=show_last,
    )
    dialogue.hold_interview(here, interview, resumed=resumed)
    if rater == MYSELF:
        dialogue.ask_for_role(here)
    dialogue.tell_outcome(here, rater, draw_feedback)
    if rater == MYSELF:
        dialogue.offer_plan(here, partial(run_command, ctx))
