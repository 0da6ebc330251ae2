"""The plan as tasks."""

from dataclasses import replace
from datetime import date

from pillarplan.domain.plan.roadmap import Rerating, State
from pillarplan.render.lists.tasks import Task, list_tasks
from tests.render.packets import MADE_ON, ordinary


def test_items_become_tasks_in_their_order_and_ratings_come_last() -> None:
    tasks = {task.key: task for task in list_tasks(ordinary())}

    assert list(tasks) == [
        "item/book",
        "item/talk",
        "item/sales",
        "item/scope",
        "rating/negotiation",
    ]
    assert tasks["item/scope"] == Task(
        key="item/scope",
        summary="Negotiate a scope cut (practice, 2.5 h)",
        kind="practice",
        skill="negotiation",
        notes=(
            "It closes the widest gap.",
            "Task: Cut; write it.",
            "Evidence: Cut; write it.",
        ),
        starts_on=date(2026, 12, 1),
        due_on=date(2026, 12, 8),
        after=("item/book", "item/sales"),
    )
    assert tasks["item/book"] == Task(
        key="item/book",
        summary="Getting to Yes: Negotiating (book, 1 h)",
        kind="book",
        skill="negotiation",
        notes=("It closes the widest gap.", "Try: Try it."),
        url="https://example.org/book?a=1,2;3",
        starts_on=MADE_ON,
        due_on=date(2026, 11, 24),
        state=State.DONE,
        begun_on=date(2026, 11, 24),
        ended_on=date(2026, 11, 24),
    )
    assert tasks["rating/negotiation"] == Task(
        key="rating/negotiation",
        summary="Rate Negotiation again",
        kind="rating",
        skill="negotiation",
        notes=("pillarplan assess --skill negotiation",),
        starts_on=date(2027, 1, 22),
        due_on=date(2027, 1, 22),
        after=("item/book", "item/talk", "item/sales", "item/scope"),
    )


def test_a_skill_that_was_rated_on_its_day_or_later_is_done() -> None:
    packet = ordinary()
    rated = replace(
        packet,
        roadmap=replace(
            packet.roadmap, rerate=(Rerating(skill="negotiation", on=MADE_ON),)
        ),
    )

    task = list_tasks(rated)[-1]

    assert (task.state, task.ended_on) == (State.DONE, MADE_ON)


def test_an_item_that_the_knowledge_base_lost_keeps_its_title_and_reason() -> None:
    lost = list_tasks(replace(ordinary(), items={}))[3]

    assert lost.summary == "Negotiate a scope cut (practice, 2.5 h)"
    assert lost.notes == ("It closes the widest gap.",)


def test_an_item_that_closes_no_step_serves_what_it_develops() -> None:
    packet = ordinary()
    items = tuple(replace(item, closes=()) for item in packet.roadmap.items)
    pinned = replace(packet, roadmap=replace(packet.roadmap, items=items))
    lost = replace(pinned, items={})

    assert [task.skill for task in list_tasks(pinned)] == ["negotiation"] * 5
    assert [task.skill for task in list_tasks(lost)] == [*[None] * 4, "negotiation"]


def test_a_task_builds_on_earlier_tasks_only_so_that_no_circle_can_close() -> None:
    circle = replace(ordinary(), waits_for={"book": ("scope",), "scope": ("book",)})

    after = {task.key: task.after for task in list_tasks(circle)}

    assert (after["item/book"], after["item/scope"]) == ((), ("item/book",))
