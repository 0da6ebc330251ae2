"""What the plan leaves for later, and why."""

from collections.abc import Iterable, Iterator

from pillarplan.domain.gap import Gap
from pillarplan.domain.roadmap import NotNow
from pillarplan.domain.step import Step
from pillarplan.planner.draft import Draft


def find_not_now(draft: Draft) -> tuple[NotNow, ...]:
    return ()
