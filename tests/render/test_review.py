"""What a stretch of time brought, as a page."""

from datetime import date

from pillarplan.domain.review import Review, ReviewedItem, Rise, Story
from pillarplan.domain.roadmap import State
from pillarplan.render.review import review_page
from tests.program import CheckGolden

QUIET = Review(
    since=date(2026, 8, 24),
    until=date(2026, 11, 23),
    role="senior-pm",
    role_name="Senior Product Manager",
    plan_made_on=None,
    hours_per_week=None,
    hours_planned=0.0,
    hours=0.0,
    pace=0.0,
    planned=(),
    finished=(),
    rises=(),
    stories=(),
)
"""Three months without a plan or a check-in."""


def eventful(text: str | None = None) -> Review:
    """A good quarter; `text` stands wherever somebody's words may stand."""
    end = date(2026, 11, 20)
    return Review(
        since=date(2026, 8, 24),
        until=date(2026, 11, 23),
        role="senior-pm",
        role_name=text or "Senior Product Manager",
        plan_made_on=date(2026, 8, 24),
        hours_per_week=3.0,
        hours_planned=39.0,
        hours=32.5,
        pace=2.47,
        planned=(
            ReviewedItem(
                id="scope",
                kind="practice",
                title=text or "Negotiate one real scope cut",
                hours=3.0,
                on=date(2026, 10, 1),
                state=State.DONE,
            ),
        ),
        finished=tuple(
            ReviewedItem(
                id=kind,
                kind=kind,
                title=text or title,
                hours=hours,
                on=end,
                state=State.DONE,
            )
            for kind, title, hours in (
                ("book", "Getting to Yes", 7.5),
                ("practice", "Negotiate one real scope cut", 0.0),
            )
        ),
        rises=(
            Rise(
                skill="negotiation",
                name=text or "Negotiation",
                before=1,
                after=2,
                on=end,
                evidence=text or "Cut scope with Sales",
            ),
            Rise(
                skill="pricing",
                name=text or "Pricing",
                before=2,
                after=3,
                on=end,
                evidence=None,
            ),
        ),
        stories=(
            Story(
                on=end,
                skill="negotiation",
                name=text or "Negotiation",
                level=1,
                target=3,
                tasks=(text or "Negotiate one real scope cut",),
                action=text or "Cut scope with Sales",
                result=2,
            ),
            Story(
                on=end,
                skill="pricing",
                name=text or "Pricing",
                level=None,
                target=3,
                tasks=(),
                action=text or "Priced the add-on",
                result=None,
            ),
        ),
    )


def test_a_good_quarter_is_as_it_should_be(check_golden: CheckGolden) -> None:
    check_golden("exports/review.md", review_page(eventful()))


def test_a_quiet_quarter_says_so_without_blame() -> None:
    assert review_page(QUIET) == (
        "# Review: 24 Aug 2026 to 23 Nov 2026\n\n"
        "On the way to Senior Product Manager: "
        "0 items done, 0 h spent, 0 skills up.\n\n"
        "## Hours\n\n"
        "- Spent: 0 h, 0 h a week\n"
    )
