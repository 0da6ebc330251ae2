"""Small knowledge bases, and random histories of their editions."""

from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.skill import Pillar, Role, Skill
from pillarplan.knowledge.base.loading import load
from tests.knowledge.bases import SMALL
from tests.scales import scale_of

SMALL_BASE = load(SMALL)
"""What has a scale of five levels above 0."""


def base_of(
    *skills: Skill, roles: tuple[Role, ...] = (), id_: str = "ladder"
) -> KnowledgeBase:
    return KnowledgeBase(
        id=id_,
        title="A ladder",
        scale=SMALL_BASE.scale,
        pillars=(Pillar(id="craft", name="Craft", skills=skills),),
        roles=roles,
    )


def skill(id_: str, name: str = "", *was: str, **texts: str) -> Skill:
    levels: dict[int, tuple[str, ...]] = {
        int(level[1:]): (text,) for level, text in texts.items()
    }
    return Skill(id=id_, name=name or id_.title(), was=was, levels=levels)


@dataclass
class History:
    """A knowledge base that is edited: what is in it, by id the words and `was`."""

    words: dict[str, str] = field(default_factory=dict)
    was: dict[str, tuple[str, ...]] = field(default_factory=dict)
    made: int = 0
    scale_was: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """By its top each earlier scale of which one knows what its levels are now."""
    top: int = 5
    tops: set[int] = field(default_factory=lambda: {5})

    def rescale(self, top: int, levels: tuple[int, ...] | None) -> None:
        """Take another scale; `levels` say what the present ones are on it."""
        if levels is None:
            self.scale_was = {}
        else:
            for was, now in self.scale_was.items():
                self.scale_was[was] = tuple(levels[level] for level in now)
            self.scale_was[self.top] = levels
        self.top = top
        self.tops.add(top)

    def new(self, *was: str) -> str:
        self.made += 1
        name = f"skill-{self.made}"
        # Whoever takes the place of something takes over what that took over.
        olds = (old for each in was for old in (each, *self.was.get(each, ())))
        self.words[name], self.was[name] = f"words {self.made}", (*dict.fromkeys(olds),)
        return name

    def lose(self, name: str) -> None:
        del self.words[name]

    def edition(self) -> KnowledgeBase:
        base = base_of(
            *(
                skill(name, name, *self.was[name], _1=words)
                for name, words in self.words.items()
            )
        )
        return replace(
            base,
            scale=scale_of(self.top),
            scale_was=tuple(self.scale_was.values()),
        )


DEEDS = (
    *("rename", "split", "split off", "join", "absorb", "drop", "add", "reword"),
    "rescale",
)


def edited(history: History, data: st.DataObject) -> None:
    """Do one random thing to a knowledge base, honestly declared or not."""
    names = sorted(history.words)
    one = data.draw(st.sampled_from(names))
    match data.draw(st.sampled_from(DEEDS)):
        case "rename":
            history.new(one)
            history.lose(one)
        case "split":
            history.new(one)
            history.new(one)
            history.lose(one)
        case "split off":
            history.new(one)
        case "join" if len(names) > 1:
            other = data.draw(st.sampled_from([each for each in names if each != one]))
            history.new(one, other)
            history.lose(one)
            history.lose(other)
        case "absorb" if len(names) > 1:
            other = data.draw(st.sampled_from([each for each in names if each != one]))
            olds = (*history.was[one], other, *history.was[other])
            history.was[one] = tuple(dict.fromkeys(olds))
            history.lose(other)
        case "drop" if len(names) > 1:
            history.lose(one)
        case "reword":
            history.made += 1
            history.words[one] = f"words {history.made}"
        case "rescale" if len(history.tops) < 9:
            others = [each for each in range(2, 11) if each not in history.tops]
            top = data.draw(st.sampled_from(others))
            mapped = st.lists(
                st.integers(0, top), min_size=history.top, max_size=history.top
            ).map(lambda levels: (0, *sorted(levels)))
            history.rescale(top, data.draw(st.none() | mapped))
        case _:
            history.new()
