"""Hours that may be a slip of the finger: far more than an item takes."""

from collections.abc import Iterator, Mapping

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import in_hours
from pillarplan.services.workspace import Workspace

FAR = 3
"""So many times the hours of an item are far above them …"""

FAR_HOURS = 10
"""… if they are at least so many hours more."""


def far_above(
    workspace: Workspace, profile: Profile, hours: Mapping[str, float]
) -> Iterator[str]:
    """Yield a sentence for each item of which far more is told than it takes."""
    for name, told in hours.items():
        entry = workspace.knowledge.item(name)
        planned = profile.roadmap.item(name) if profile.roadmap else None
        takes = max((each.hours for each in (entry, planned) if each), default=0.0)
        before = sum(
            each.hours
            for each in profile.spent
            if each.item == name and not each.assumed
        )
        if takes and told + before > max(FAR * takes, takes + FAR_HOURS):
            yield (
                f"{in_hours(told + before)} on {name} is far above the "
                f"{in_hours(takes)} that it takes."
            )
