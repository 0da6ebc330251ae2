"""A knowledge base is told in numbers."""

from pillarplan.domain.reports.library import Statistics
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.statistics import statistics
from tests.knowledge.bases import SMALL


def test_everything_is_counted() -> None:
    assert statistics(load(SMALL)) == Statistics(
        pillars=2,
        skills=3,
        behaviours=30,
        resources=8,
        practices=15,
        roles=2,
        contexts=1,
        reflections=1,
        resources_by_kind={
            "book": 3,
            "podcast": 1,
            "course": 1,
            "guide": 1,
            "article": 1,
            "community": 1,
        },
        resources_by_cost={"paid": 4, "free": 3, "freemium": 1},
        resources_by_price={"free": 4, "20-50": 2, "under-20": 1, "200-1000": 1},
        recommended=0,
        lists=0,
        resources_by_step={1: 3, 2: 3, 3: 2, 4: 3, 5: 3},
        practices_by_step={1: 3, 2: 3, 3: 3, 4: 3, 5: 3},
        hours=101.5,
    )
