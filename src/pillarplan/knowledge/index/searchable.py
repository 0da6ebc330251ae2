"""What can be found of an entry by full-text search."""

from typing import Any

from pillarplan.domain.knowledge.base import ArticleItem
from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.skill import Context, Pillar, Reflection, Role, Skill


def name_of(thing: Any) -> str:
    """Return how an entry is called."""
    match thing:
        case Resource() | Practice():
            return thing.title
        case Reflection():
            return thing.question
        case ArticleItem():
            return thing.text
    return str(thing.name)


def content_of(thing: Any) -> str:
    """Return the text in which an entry is found, besides its name."""
    match thing:
        case Skill():
            behaviours = (each for level in thing.levels.values() for each in level)
            texts = (thing.summary, thing.why, thing.neglect, *behaviours)
        case Resource():
            own = (thing.kind.value, *thing.creators, thing.publisher or "")
            texts = (*own, thing.why, thing.apply)
        case Practice():
            texts = (thing.task, thing.evidence)
        case Reflection():
            texts = (thing.look_for,)
        case Pillar() | Role() | Context():
            texts = (thing.summary,)
        case _:
            texts = ()
    return " · ".join(filter(None, texts))
