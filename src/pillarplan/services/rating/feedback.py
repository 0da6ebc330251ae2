"""Asking others how they see the person, keeping what they say, and comparing it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.advice import Advice
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.reports.feedback import Feedback, Given, Said, SkillViews
from pillarplan.domain.text import check_length, one_line
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.meaning import changes
from pillarplan.render.pages.feedback_section import feedback_page
from pillarplan.render.pages.ratings_form import ratings_form
from pillarplan.services.naming.known import known_skill
from pillarplan.services.rating.measuring import own_tendency
from pillarplan.services.rating.stating import skills_to_ask
from pillarplan.services.workspace import Workspace

if TYPE_CHECKING:  # files take YAML and pydantic, which comparing does without
    from pillarplan.reading.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a form brought."""

    rater: Rater
    ratings: tuple[Rating, ...]
    """What was recorded."""
    advice: tuple[Advice, ...]
    """The words on items that were."""
    known: int
    """How many answers and words had been recorded before."""


def other_rater(name: str | None, kind: RaterKind | None) -> Rater | None:
    """Return who somebody else is, a peer if not told otherwise; None without a name.

    Raises UsageError if it is the person themselves.
    """
    if kind is RaterKind.SELF:
        raise UsageError(
            "Feedback comes from a manager or a peer. Rate yourself with: "
            "pillarplan assess"
        )
    if name is None and kind is not None:
        raise UsageError("--rater goes with --as NAME.")
    check_length("--as", name)
    clean = one_line(name or "")
    if name is not None and not clean:
        raise UsageError("--as: write a name, such as Dana.")
    return Rater(name=clean, kind=kind or RaterKind.PEER) if clean else None


def request_feedback(
    workspace: Workspace,
    rater: Rater | None,
    *,
    core: bool,
    everything: bool,
    page: bool = False,
    name: str = "",
) -> str:
    """Return a form for a colleague: of the focus, the core skills, or all.

    It is YAML, or with `page` a Markdown page; `name` is who asks.
    """
    knowledge = workspace.knowledge
    if core or everything:
        asked = skills_to_ask(knowledge.outlines(), full=everything, pillar=None)
    else:
        asked = _focus(workspace)
    skills = [known_skill(knowledge, skill) for skill in asked]
    write = feedback_page if page else ratings_form
    return write(skills, knowledge.scale(), rater, workspace.today, name)


def _focus(workspace: Workspace) -> tuple[str, ...]:
    roadmap = workspace.profile().roadmap
    known = {skill.id for skill in workspace.knowledge.outlines()}
    if roadmap is None or not known.intersection(roadmap.focus):
        raise NothingYetError(
            "There is no plan yet whose focus others could rate. Ask for the core "
            "skills: pillarplan feedback request --core"
        )
    return tuple(skill for skill in roadmap.focus if skill in known)


def read_feedback(source: "Source", workspace: Workspace, rater: Rater | None) -> Given:
    """Return what a page or a form says that came back; `rater` has the last word.

    Raises BrokenFileError with all that is wrong with it.
    """
    from pillarplan.services.forms.feedback import read_form
    from pillarplan.services.forms.feedback_page import is_page, read_page

    if is_page(source):
        return read_page(source, workspace)
    return read_form(source, workspace, rater)


def import_feedback(
    workspace: Workspace, source: "Source", rater: Rater | None
) -> Imported:
    """Record what a form says as one command, but nothing that is known already."""
    given = read_feedback(source, workspace, rater)
    who = rater or given.rater
    if who is None:
        raise UsageError(
            "Who filled the page in? Add their name, and manager if they are yours: "
            "--as Dana --rater manager"
        )

    def decided() -> tuple[list[changes.Change], Imported]:
        profile = workspace.profile()
        fresh = tuple(
            workspace.dated(_as_rating(said, given, who, workspace))
            for said in given.said
            if not _is_known(said, given, who, profile)
        )
        advice = tuple(_new_advice(given, who, profile, workspace))
        known = len(given.said) + len(given.words) - len(fresh) - len(advice)
        imported = Imported(rater=who, ratings=fresh, advice=advice, known=known)
        return [*map(changes.rated, fresh), *map(changes.advised, advice)], imported

    return workspace.decide(decided)


def _as_rating(said: Said, given: Given, who: Rater, workspace: Workspace) -> Rating:
    return Rating(
        skill=said.skill,
        level=said.level,
        rated_on=given.given_on or workspace.today,
        rater=who,
        confidence=said.confidence,
        evidence=said.seen,
    )


def _new_advice(
    given: Given, who: Rater, profile: Profile, workspace: Workspace
) -> Iterator[Advice]:
    """Yield the words on items that the rater never said before."""
    on = given.given_on or workspace.today
    for item, text in given.words.items():
        advice = Advice(on=on, item=item, text=text, rater=who)
        if not any(map(advice.repeats, profile.advice)):
            yield advice


def _is_known(said: Said, given: Given, who: Rater, profile: Profile) -> bool:
    """Say whether the rater's record holds an answer.

    A form without a date can be compared only with what they said last.
    """
    theirs = [
        rating
        for rating in profile.ratings
        if rating.rater == who and rating.skill == said.skill
    ]
    if given.given_on is None:
        theirs = theirs[-1:]
    return any(
        (each.level, each.evidence, each.confidence)
        == (said.level, said.seen, said.confidence)
        and given.given_on in (None, each.rated_on)
        for each in theirs
    )


def compare_views(workspace: Workspace) -> Feedback:
    """Return what others said beside what the person says of themselves."""
    profile = workspace.profile()
    others = [each for each in profile.ratings_by_day if not each.is_own]
    if not others and not profile.own_ratings:
        raise NothingYetError("There are no ratings yet. Start with: pillarplan assess")
    names = workspace.knowledge.skill_names()
    # Skills that the knowledge base lost come last.
    order = dict.fromkeys((*names, *(each.skill for each in others)))
    shown = {each.skill: each for each in profile.own_evidence}
    views = [
        SkillViews(
            skill=skill,
            name=names[skill],
            own=profile.own_ratings.get(skill),
            own_before=_own(profile, skill)[:-1],
            own_evidence=shown.get(skill),
            others=said,
            difference=_difference(profile.own_ratings.get(skill), said),
        )
        for skill in order
        if (said := _latest(each for each in others if each.skill == skill))
    ]
    return Feedback(
        raters=tuple(dict.fromkeys(each.rater for each in others)),
        skills=tuple(sorted(views, key=_least_difference_last)),
        tendencies=own_tendency(workspace),
    )


def _own(profile: Profile, skill: str) -> tuple[Rating, ...]:
    return tuple(
        each for each in profile.ratings_by_day if each.skill == skill and each.is_own
    )


def _latest(ratings: Iterator[Rating]) -> tuple[Rating, ...]:
    """Return the latest rating of each rater."""
    return tuple({each.rater: each for each in ratings}.values())


def _difference(own: Rating | None, others: Iterable[Rating]) -> int | None:
    if own is None or own.level is None:
        return None
    levels = (each.level for each in others if each.level is not None)
    return max((abs(level - own.level) for level in levels), default=None)


def _least_difference_last(views: SkillViews) -> int:
    return 1 if views.difference is None else -views.difference
