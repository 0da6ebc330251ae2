"""A change of role as a table: what it asks for, and where one stands."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pillarplan.domain.reports.role_change import RoleChange, TargetChange
from pillarplan.domain.text import counted
from pillarplan.render.look import Look


def role_change_view(change: RoleChange, top: int, look: Look) -> RenderableType:
    """Return what is to be grown, what is there already, and the steps in all."""
    title = f"From {change.before_name} to {change.after_name}"
    parts: list[RenderableType] = [Text(title, style="strong"), Text("")]
    growing = [each for each in change.skills if each.steps]
    if growing:
        parts += [_table(growing, top, look), Text("")]
    return Group(*parts, *_rest(change.skills), *_sums(change))


def _table(skills: Iterable[TargetChange], top: int, look: Look) -> Table:
    table = Table(box=None, pad_edge=False, header_style="quiet", padding=(0, 2, 0, 0))
    table.add_column("Skill", overflow="fold")
    table.add_column("Level", no_wrap=True)
    for name in ("Now", "Target", "Steps"):
        table.add_column(name, justify="right", no_wrap=True)
    for each in skills:
        table.add_row(
            *map(
                Text,
                (
                    each.name,
                    look.levels(each.current, each.after, top),
                    str(each.current),
                    f"{each.before}{look.arrow}{each.after}",
                    str(each.steps),
                ),
            )
        )
    return table


def _rest(skills: Iterable[TargetChange]) -> Iterator[Text]:
    """Yield one line for each group of skills in which nothing is to be done yet."""
    groups: dict[str, list[str]] = {}
    for each in skills:
        if not each.steps:
            groups.setdefault(_group(each), []).append(each.name)
    for label in ("There already", "Less is asked", "Not rated", "Not applicable"):
        if label in groups:
            names = ", ".join(groups[label])
            yield Text.assemble((f"{label}: ", "strong"), names)


def _group(each: TargetChange) -> str:
    if not each.applies:
        return "Not applicable"
    if each.after < each.before:
        return "Less is asked"
    return "Not rated" if each.current is None else "There already"


def _sums(change: RoleChange) -> Iterator[Text]:
    if not change.skills:
        yield Text("Both roles ask for the same.")
        return
    yield Text("")
    total = len(change.skills) + change.unchanged
    yield Text(f"Targets that change: {len(change.skills)} of {total}.")
    to_go = counted(change.steps_after, "step")
    unrated = any(each.applies and each.current is None for each in change.skills)
    besides = "; skills that you did not rate come on top" if unrated else ""
    yield Text(
        f"From where you stand it takes {to_go} to {change.after_name} "
        f"({change.steps_before} to {change.before_name}){besides}."
    )
    yield Text(f"Plan it: pillarplan plan --role {change.after}")
