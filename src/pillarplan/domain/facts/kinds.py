"""All kinds of facts.

A new kind is a frozen dataclass beside its like, a name in one of the unions here or in
`pillarplan.domain.facts.kept`, and a row in a table of `pillarplan.render.words`.
"""

from pillarplan.domain.facts import (
    about_calendars,
    about_items,
    about_plans,
    about_skills,
    empty,
)
from pillarplan.domain.facts.kept import KeptFact, NotNowReason, Reason

Exclusion = (
    about_items.NotOfKind
    | about_items.NotInLanguage
    | about_items.NotFree
    | about_items.OpenPrice
)
"""Which limit keeps an item out."""

ItemFact = (
    Reason
    | Exclusion
    | about_items.ForLater
    | about_items.WithoutIt
    | about_items.WithIt
    | about_items.TooDear
    | about_items.TooLong
    | about_items.StartsThen
    | about_items.FinishedOn
    | about_items.DroppedOn
    | about_items.LeftOutByWish
    | about_items.TakeBack
    | about_items.ForNoGap
    | about_items.OtherSkills
    | about_items.OtherSteps
    | about_items.NoLongerKnown
)
"""What explains an item."""

SkillFact = (
    NotNowReason
    | about_skills.Standing
    | about_skills.HeldBack
    | about_skills.InFocus
    | about_skills.PlanCloses
    | about_skills.TakenUp
    | about_skills.OthersFirst
    | about_skills.WiderFocus
    | about_items.NoLongerKnown
)
"""What explains a skill."""

PlanFact = (
    about_plans.KeptBack
    | about_plans.NothingLeft
    | about_plans.ClosesAll
    | about_plans.WouldClose
    | about_plans.EndsSooner
    | about_calendars.CalendarsSay
)
"""What explains a plan."""

Remark = (
    about_plans.Differs
    | about_plans.Swapped
    | about_calendars.EndOfYear
    | about_plans.ChosenAnew
)
"""How another plan differs, and what is said of a new one once."""

Emptiness = (
    empty.NothingFits | empty.ChosenNotRated | empty.ChosenAtTarget | empty.NoGap
)
"""Why a plan holds nothing to do."""

Fact = KeptFact | ItemFact | SkillFact | PlanFact | Remark | Emptiness
