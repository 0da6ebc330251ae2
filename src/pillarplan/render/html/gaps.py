"""Gaps by priority: a strip for each skill, with its numbers beside it."""

from collections.abc import Iterable, Iterator

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.gap import Gap, names_without_gap
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.reports.shape import levels_before
from pillarplan.render.html.levels import legend, ruler, strip
from pillarplan.render.html.markup import Markup, join, tag
from pillarplan.render.words.phrases import HELD_BACK

IMPORTANCE = {1: " · matters little", 2: "", 3: " · matters much"}


def gaps_section(packet: Packet) -> Markup:
    """Return the gaps by priority, then the names of the skills that have none."""
    before = levels_before(packet.profile)
    wide = [gap for gap in packet.gaps if gap.size]
    table = _table(wide, packet, before) if wide else tag("p", "No gap is open.")
    return tag("section", tag("h2", "Gaps"), table, *_rest(packet.gaps))


def _table(gaps: list[Gap], packet: Packet, before: dict[str, int]) -> Markup:
    head = tag(
        "tr",
        tag(
            "th",
            tag("span", tag("span", "Skill"), ruler(packet.scale.top), class_="pair"),
            scope="col",
        ),
        *(
            tag("th", name, scope="col", class_="number")
            for name in ("Now", "Target", "Priority")
        ),
    )
    others = _others(packet)
    rows = (_row(gap, packet, before.get(gap.skill), others) for gap in gaps)
    return join(
        [
            legend(before=bool(before)),
            tag("p", named, class_="quiet")
            if (named := packet.scale.explained)
            else None,
            tag("table", tag("thead", head), tag("tbody", *rows), class_="gaps"),
        ]
    )


def _row(
    gap: Gap, packet: Packet, before: int | None, others: dict[str, list[Rating]]
) -> Markup:
    focus = gap.skill in packet.roadmap.focus
    name = tag(
        "span",
        tag("b", gap.name),
        " ",
        tag("span", "in focus", class_="badge") if focus else None,
        tag("small", packet.pillars[gap.pillar], IMPORTANCE[gap.importance]),
        tag("small", f"own target; the role asks for {gap.role_target}")
        if gap.is_own_target
        else None,
        tag("small", f"not for lack of skill: {HELD_BACK[gap.constraint]}")
        if gap.constraint
        else None,
        *(tag("small", _say(rating)) for rating in others.get(gap.skill, ())),
    )
    picture = strip(gap.current, gap.target, before, packet.scale.top)
    return tag(
        "tr",
        tag("th", tag("span", name, picture, class_="pair"), scope="row"),
        tag("td", str(gap.current), class_="number"),
        tag("td", str(gap.target), class_="number"),
        tag("td", str(gap.priority), class_="number"),
    )


def _others(packet: Packet) -> dict[str, list[Rating]]:
    """Return the latest rating of each skill by each other rater."""
    latest = {
        (rating.skill, rating.rater): rating
        for rating in packet.profile.ratings_by_day
        if not rating.is_own and rating.level is not None
    }
    found: dict[str, list[Rating]] = {}
    for (skill, _), rating in latest.items():
        found.setdefault(skill, []).append(rating)
    return found


def _say(rating: Rating) -> str:
    rater = rating.rater
    return f"{rater.name} ({rater.kind}): {rating.level}"


def _rest(gaps: Iterable[Gap]) -> Iterator[Markup]:
    for label, names in names_without_gap(gaps).items():
        text = f"{', '.join(names)}."
        yield tag("p", tag("b", f"{label}:"), " ", text, class_="quiet")
