"""Reading in the knowledge base, and checking it."""

from collections.abc import Mapping

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.grade import StepGrade, find_grades
from pillarplan.domain.knowledge.item import Item, Resource
from pillarplan.domain.knowledge.recommendation import Recommendation
from pillarplan.domain.knowledge.skill import (
    Context,
    PillarOutline,
    Role,
    Skill,
    SkillOutline,
)
from pillarplan.domain.reports.library import Hit
from pillarplan.domain.text import counted, file_name, join_words
from pillarplan.services.naming.known import UnknownNameError, known_role, known_skill
from pillarplan.services.workspace import Workspace


def base_in_use(workspace: Workspace) -> str:
    """Return what the knowledge base is called, where it is, and what it holds."""
    counts = workspace.knowledge.counts()
    kinds = ("skill", "role", "resource", "practice")
    holds = [counted(counts[kind], kind) for kind in kinds if counts.get(kind)]
    own = workspace.find_base()
    where = file_name(workspace.entry) if own else "built in"
    return f"{workspace.knowledge.title} ({where}), {join_words(holds)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillList:
    """All skills by pillar, perhaps with the targets of roles."""

    skills: tuple[SkillOutline, ...]
    roles: tuple[Role, ...]
    """The roles whose targets are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleList:
    """All roles and contexts."""

    roles: tuple[Role, ...]
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillPage:
    """A skill with everything that develops it."""

    outline: SkillOutline
    skill: Skill
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarPage:
    """A pillar with its skills."""

    pillar: PillarOutline
    skills: tuple[SkillOutline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """A resource or a practice with the names of its skills."""

    item: Item
    skill_names: Mapping[str, str]
    recommendation: Recommendation | None = None
    """Who names a resource; None for a practice, which is nobody's but ours."""
    grades: tuple[StepGrade, ...] = ()
    """What a resource is worth its hours at each of its steps."""


KINDS: Mapping[type, str] = {
    SkillPage: "skill",
    PillarPage: "pillar",
    ItemPage: "item",
}
"""What the answer with each page is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a search found."""

    words: str
    hits: tuple[Hit, ...]
    suggestions: tuple[str, ...]
    """Other words to try, if nothing was found."""


def list_skills(workspace: Workspace, roles: tuple[str, ...] = ()) -> SkillList:
    """Return all skills, with the targets of the named roles."""
    knowledge = workspace.knowledge
    return SkillList(
        skills=knowledge.outlines(),
        roles=tuple(known_role(knowledge, role) for role in roles),
    )


def list_roles(workspace: Workspace) -> RoleList:
    """Return all roles and contexts."""
    return RoleList(
        roles=workspace.knowledge.roles(), contexts=workspace.knowledge.contexts()
    )


def show_entry(workspace: Workspace, name: str) -> SkillPage | PillarPage | ItemPage:
    """Return the page of the skill, pillar, resource or practice with this id."""
    knowledge = workspace.knowledge
    outlines = {outline.id: outline for outline in knowledge.outlines()}
    if name in outlines:
        return SkillPage(
            outline=outlines[name],
            skill=known_skill(knowledge, name),
            items=knowledge.items_for((name,)),
        )
    for pillar in knowledge.pillars():
        if pillar.id == name:
            skills = tuple(each for each in outlines.values() if each.pillar == name)
            return PillarPage(pillar=pillar, skills=skills)
    item = knowledge.item(name)
    if item is None:
        raise UnknownNameError(
            "skill, pillar or item",
            name,
            knowledge.suggest(name, None),
            "pillarplan kb list",
        )
    return ItemPage(
        item=item,
        skill_names={s.skill: outlines[s.skill].name for s in item.develops},
        recommendation=(
            knowledge.recommendation(name) if isinstance(item, Resource) else None
        ),
        grades=find_grades(item, knowledge.scale()),
    )


def search(workspace: Workspace, words: str) -> SearchResult:
    """Return what speaks of `words`: skills, resources and practices."""
    hits = workspace.knowledge.search(words)
    near = () if hits else workspace.knowledge.suggest(words, None)
    return SearchResult(words=words, hits=hits, suggestions=tuple(near))
