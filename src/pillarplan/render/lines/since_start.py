"""What was done since somebody began: in one sentence, and what no plan shows now."""

from collections.abc import Iterator, Mapping

from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.since_start import SinceStart
from pillarplan.domain.text import counted, in_hours, join_words, on_day


def since_start_line(since: SinceStart, names: Mapping[str, str]) -> str:
    """Return what was done since the person began, over all plans; empty if nothing.

    `names` has the names of the skills; a skill that is not in it is called by its id.
    """
    if since.is_empty or since.began_on is None:
        return ""
    done = f"{counted(since.items_done, 'item')} done, {in_hours(since.hours)}"
    if since.hours_assumed:
        done += f" ({in_hours(since.hours_assumed)} of them as planned, none told)"
    risen = [
        f"{names.get(each.skill, each.skill)} from {each.from_} to {each.to}"
        for each in since.levels_risen
    ]
    rose = f"; {join_words(risen)}" if risen else ""
    return f"Since you began on {on_day(since.began_on)}: {done}{rose}"


def done_before_lines(since: SinceStart, roadmap: Roadmap) -> Iterator[str]:
    """Yield what was done and stands in this plan no more, each with its day."""
    for each in since.done:
        if roadmap.item(each.item) is None:
            yield f"{on_day(each.on)}: {each.title}"
