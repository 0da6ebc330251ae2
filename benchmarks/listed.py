"""Which resources are listed most, by the lists that ship with the knowledge base."""

from pillarplan.domain.knowledge.base import KnowledgeBase

MANY = 6
"""From how many recommenders on a resource is among the most listed ones."""

MISFITS = {
    "measure-what-matters",
    "site-reliability-engineering",
    "mythical-man-month",
    "designing-data-intensive-applications",
}
"""Often named, but for other people or other steps than ours."""

YARDSTICK = frozenset(
    {
        "about-face",
        "business-model-canvas",
        "business-model-generation",
        "competing-against-luck",
        "crossing-the-chasm",
        "crucial-conversations",
        "design-of-everyday-things",
        "difficult-conversations",
        "dont-make-me-think",
        "empowered",
        "escaping-the-build-trap",
        "five-dysfunctions",
        "four-steps-to-the-epiphany",
        "getting-to-yes",
        "good-strategy-bad-strategy",
        "high-output-management",
        "how-to-measure-anything",
        "how-to-win-friends",
        "inspired",
        "lean-ux",
        "made-to-stick",
        "never-split-the-difference",
        "obviously-awesome",
        "phoenix-project",
        "product-development-flow",
        "radical-candor",
        "sprint",
        "the-innovators-dilemma",
        "the-lean-startup",
        "the-mom-test",
        "turn-the-ship-around",
        "user-story-mapping",
        "working-backwards",
    }
)
"""The most listed ones when plans were first judged; a base that grows has more."""


def most_listed(base: KnowledgeBase) -> set[str]:
    """Return the resources that many recommend, less the misfits."""
    return {each.id for each in base.resources if each.recommenders >= MANY} - MISFITS
