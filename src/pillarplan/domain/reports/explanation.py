"""Why an item, a skill or a whole plan stands as it stands."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.about_plans import Bound
from pillarplan.domain.facts.kinds import ItemFact, PlanFact, SkillFact
from pillarplan.domain.habit.lights import Lights
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.advice import Advice
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.variant import Loss


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemExplanation:
    """Why an item is in the plan, or why it is not."""

    item: str
    title: str
    planned: bool
    closes: tuple[Span, ...] = ()
    partners: tuple[str, ...] = ()
    """Items of the plan that close the same steps together with it."""
    rivals: tuple[str, ...] = ()
    """Items that could close the same steps in its place."""
    runner_up: tuple[str, ...] = ()
    """What would come in without it; or what would go out if it had to come in."""
    loss: Loss | None = None
    """How much worse the plan would then be; None if that cannot be tried."""
    sentences: tuple[str, ...] = ()
    """The facts in words, one for each; `pillarplan.render.words` makes them."""
    facts: tuple[ItemFact, ...]
    advice: tuple[Advice, ...] = ()
    """What others said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillExplanation:
    """Why a skill is in the focus, or why it is not."""

    gap: Gap
    in_focus: bool
    rank: int | None
    """Its place by priority among the skills that have a gap, from 1."""
    closes: tuple[Span, ...]
    leaves: tuple[Span, ...]
    """Wanted steps that the plan does not close."""
    sentences: tuple[str, ...] = ()
    """The facts in words, as above."""
    facts: tuple[SkillFact, ...]
    lights: Lights | None = None
    """What stands behind its level; None without one."""

    @property
    def title(self) -> str:
        """The name of the skill."""
        return self.gap.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a plan within wider limits would close more."""

    value: int
    closes: tuple[Span, ...]
    ends_on: date | None = None
    """The day of its last session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExplanation:
    """What keeps the plan from being better."""

    title = "The plan"

    binds: tuple[Bound, ...]
    """What keeps it from closing more."""
    one_more_hour: Gain
    """With one more hour a week."""
    four_more_weeks: Gain
    """With a later deadline."""
    any_money: Gain
    """Without a limit on money."""
    sentences: tuple[str, ...] = ()
    """The facts in words, as above."""
    facts: tuple[PlanFact, ...]


Explanation = ItemExplanation | SkillExplanation | PlanExplanation
