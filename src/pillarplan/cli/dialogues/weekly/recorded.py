"""What a check-in answers: what was recorded, and what is next."""

from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.text import on_day, wrapped
from pillarplan.render.lines.next_action import next_card
from pillarplan.render.lines.recorded import Recorded, recorded_lines
from pillarplan.services.following.in_hand import entry_of
from pillarplan.services.following.weekly.checked_in import CheckedIn


def tell_recorded(here: Surroundings, result: CheckedIn, *, asked: bool) -> None:
    """Print what was recorded and what is next.

    Who was `asked` knows what is missing, and that it may stay so.
    """
    if here.json:
        here.answer("checkin", result)
        return
    if asked:
        here.tell("")
    questions = (
        f"It comes back on {on_day(question.next_on)}: {question.text}"
        for question in result.questions
    )
    if result.recorded:
        here.show(recorded_lines(_recorded(result), here.look))
    else:
        here.say("This check-in was recorded before; nothing changed.")
    for line in (*result.remarks, *questions):
        here.say(wrapped(line, here.width))
    for each in () if asked else result.answers:
        here.say(wrapped(f"On your plan, {each.said}", here.width))
    if result.untold and not asked:
        here.say(
            "What came of it? One line is evidence:\n"
            f'pillarplan checkin --applied {result.untold[0]}="what you did"'
        )
    here.say("")
    action, progress = result.next, result.progress
    entry = entry_of(here.workspace, action.item) if action.item else None
    here.show(next_card(action, entry, progress, here.look, here.today))


def _recorded(result: CheckedIn) -> Recorded:
    """Return what was recorded, with the names of items and skills."""
    titles, names = result.titles, result.skills
    return Recorded(
        hours={titles[item]: hours for item, hours in result.hours.items()},
        done=[titles[item] for item in result.done],
        dropped=[titles[item] for item in result.dropped],
        rated={names.get(skill, skill): lvl for skill, lvl in result.rated.items()},
        shown={names.get(skill, skill): n for skill, n in result.shown.items()},
        questions=len(result.questions),
        week_hours=result.week_hours,
        week_planned=result.week_planned,
    )
