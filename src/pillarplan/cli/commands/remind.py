"""``pillarplan remind``: the weekly check-in, kept in mind by the machine."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.days import parse_weekday
from pillarplan.domain.reports.reminder import USUAL_TIME, Reminder, Way
from pillarplan.errors import UsageError

if TYPE_CHECKING:  # help needs none of them
    from pillarplan.services.following.schedulers.machine import Machine

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def remind(
    ctx: typer.Context,
    way: Annotated[
        Way | None,
        typer.Option("--with", help="What runs it, if not what is usual here."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day of the week, mon to sun; else mon."),
    ] = None,
    at: Annotated[
        datetime | None,
        typer.Option(
            formats=["%H:%M"],
            metavar="HH:MM",
            help="The time of the day; else 09:00.",
        ),
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="Set it up.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take it away.")] = False,
    now: Annotated[
        bool,
        typer.Option("--now", help="What the machine runs: remind, if it is time."),
    ] = False,
) -> None:
    """Let your machine remind you of the weekly check-in.

    \b
    Examples:
      pillarplan remind                    what this machine would run
      pillarplan remind --install
      pillarplan remind --on fri --at 16:30 --install
      pillarplan remind --remove

    Cron, systemd, launchd or the Task Scheduler of Windows runs it; nothing of ours
    waits in the background. It speaks only if a check-in is due, never in a pause, and
    says what is next. Set up twice, it is there once.
    """
    from pillarplan.cli.frame.machine import find_machine, own_command
    from pillarplan.services.following import reminding

    here = surroundings(ctx)
    machine = find_machine(here.environment)
    if install + remove + now > 1:
        raise UsageError("Choose one of --install, --remove and --now.")
    if now:
        _remind(here, machine, way)
    elif remove:
        _remove(here, machine, way)
    else:
        weekday, hour = USUAL_TIME
        home = ctx.find_root().params["home"]
        chosen = way or reminding.usual_way(machine)
        reminder = Reminder(
            weekday=parse_weekday(on, "--on") if on else weekday,
            at=at.time() if at else hour,
            command=(*own_command(home, here.environment), *_asking(chosen)),
        )
        _arrange(here, machine, reminder, chosen, install=install)


def _remove(here: Surroundings, machine: "Machine", way: Way | None) -> None:
    from pillarplan.render.reminder.installation import removal
    from pillarplan.services.following.reminding import remove_reminder

    done = remove_reminder(machine, way)
    here.done()
    if here.json:
        here.answer("removal", done)
    else:
        here.say(removal(done))


def _asking(way: Way) -> tuple[str, ...]:
    """Return the words that let this program remind in the custom of a way."""
    words = ("remind", "--now")
    return words if way is Way.CRON else (*words, "--with", way.value)


def _remind(here: Surroundings, machine: "Machine", way: Way | None) -> None:
    from pillarplan.render.reminder.notice import notice_lines
    from pillarplan.services.following import reminding

    notice = reminding.due_notice(here.workspace)
    if here.json:
        here.answer("notice", notice)
    elif notice.due:
        here.say(notice_lines(notice))
    if notice.due and way:
        reminding.notify(machine, way, notice)


def _arrange(
    here: Surroundings,
    machine: "Machine",
    reminder: Reminder,
    way: Way,
    *,
    install: bool,
) -> None:
    from pillarplan.render.reminder import installation
    from pillarplan.services.following import reminding

    act = reminding.install_reminder if install else reminding.show_reminder
    report = act(machine, reminder, way)
    if install:
        here.done()
    if here.json:
        here.answer("reminder", report)
    elif install:
        here.say(installation.outcome(report, here.look))
        for note in installation.notes(report, here.look):
            here.tell(note)
    else:
        here.say(installation.shown_parts(report.parts))
        here.tell(f"\n{installation.advice(report, here.look)}")
