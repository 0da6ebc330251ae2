"""``pillarplan assess``: rate yourself, or be rated."""

from functools import partial
from typing import Annotated

import typer

from pillarplan.cli import parsing
from pillarplan.cli.app import surroundings
from pillarplan.cli.completion import complete_skill
from pillarplan.cli.gaps_command import draw_gaps
from pillarplan.cli.interview import interview_in_lines
from pillarplan.cli.options import ContextNames, RoleName
from pillarplan.cli.surroundings import Surroundings
from pillarplan.domain.rating import Rater, RaterKind, Rating
from pillarplan.domain.text import counted
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.assessing import (
    Rated,
    begin_interview,
    record_ratings,
    skills_to_ask,
)
from pillarplan.services.names import known_skills
from pillarplan.services.ratings_file import RatingsFile

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
        typer.Option(metavar="PILLAR", help="Ask the skills of one pillar."),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL", autocompletion=complete_skill, help="Ask this skill only."
        ),
    ] = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Do not go on with an unfinished interview.")
    ] = False,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="SKILL=LEVEL", help="Rate without being asked."),
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
      pillarplan assess --set writing=2 --as Dana --rater manager
    """
    here = surroundings(ctx)
    contexts = parsing.parse_names(context or "")
    if from_ is not None:
        source = _read_ratings(here, from_)
        rated = record_ratings(
            here.workspace,
            source.as_ratings(here.today),
            role or source.role,
            contexts or source.contexts,
        )
        _confirm(here, rated)
    elif set_:
        ratings = _stated_ratings(here, set_, _rater(as_, rater))
        _confirm(here, record_ratings(here.workspace, ratings, role, contexts))
    else:
        if as_ is not None:
            raise UsageError("--as needs --set or --from, so that nobody is mixed up.")
        if role or contexts:
            record_ratings(here.workspace, (), role, contexts)
        _interview(here, full=full, pillar=pillar, skills=tuple(skill or ()), anew=anew)


def _read_ratings(here: Surroundings, name: str) -> RatingsFile:
    # Imported here, since reading files takes YAML and pydantic.
    from pillarplan.cli.input_files import read_input
    from pillarplan.services.doubts import doubt_ratings

    return read_input(name, RatingsFile, partial(doubt_ratings, here.workspace))


def _rater(name: str | None, kind: RaterKind | None) -> Rater:
    if name is None:
        return Rater()
    return Rater(name=name, kind=kind or RaterKind.PEER)


def _stated_ratings(here: Surroundings, texts: list[str], rater: Rater) -> list[Rating]:
    levels = parsing.parse_assignments(texts, "--set")
    return [
        Rating(
            skill=skill,
            level=parsing.parse_level(level, f"--set {skill}"),
            rated_on=here.today,
            rater=rater,
        )
        for skill, level in levels.items()
    ]


def _confirm(here: Surroundings, rated: Rated) -> None:
    if here.json:
        here.answer("ratings", rated)
        return
    here.say(f"Recorded {counted(len(rated.ratings), 'rating')}.")
    here.tell("See where you stand: pillarplan gaps")


def _interview(
    here: Surroundings,
    *,
    full: bool,
    pillar: str | None,
    skills: tuple[str, ...],
    anew: bool,
) -> None:
    if not here.interactive and not here.reads_answers:
        raise UsageError(
            "The interview needs a terminal. Without one use --from FILE or "
            "--set SKILL=LEVEL, or --plain to answer line by line on standard input."
        )
    known_skills(here.workspace.knowledge, skills)
    outlines = here.workspace.knowledge.outlines()
    asked = skills or skills_to_ask(outlines, full=full, pillar=pillar)
    chosen = full or pillar is not None or bool(skills)
    interview, resumed = begin_interview(
        here.workspace, asked, chosen=chosen, anew=anew
    )
    if resumed:
        here.tell("Going on where you stopped; --anew starts over.")
    try:
        finished = interview_in_lines(interview, here)
    except KeyboardInterrupt:
        here.tell("\nStopped. Your answers are saved; go on with: pillarplan assess")
        raise
    if not finished:
        raise NothingYetError("Saved. Go on any time with: pillarplan assess")
    here.tell("")
    draw_gaps(here, None, ())
    here.tell("\nNow make it a plan: pillarplan plan --hours 3")
