"""``pillarplan help``: on commands, exit codes and the environment; the manual."""

import difflib
import textwrap
from typing import Annotated

import typer

from pillarplan.cli.frame.app import find_command, surroundings
from pillarplan.cli.frame.lazy_group import COMMANDS
from pillarplan.cli.frame.manual import manual_page
from pillarplan.cli.input.settings import SETTINGS, Setting
from pillarplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)

INDENT = 24

EXIT_CODES = """\
Exit codes
  0    done
  1    failed: a disk error, or a bug
  2    the command line does not fit
  3    nothing there yet, or something was left unfinished
  4    an input file is not valid
  5    the journal is busy or cannot be written
  6    the journal is damaged, or was written by a newer pillarplan
  130  stopped with Ctrl-C
  129  stopped because the terminal went away
  143  stopped by a signal
"""

ENVIRONMENT = """\
Environment
  PILLARPLAN_HOME       keep config, data, state and cache in this folder
  PILLARPLAN_TODAY      the date to work with, as 2026-11-23
  PILLARPLAN_PLAIN      as --plain
  PILLARPLAN_NO_INPUT   as --no-input
  NO_COLOR              if not empty: no colour
  FORCE_COLOR           if not empty: colour even into a pipe

Settings
"""


FORECAST = """\
Forecast
  `status` says when you will be done with your plan, and with each skill: with
  an even chance (50 %) by the first day, with four in five (80 %) by the second.

  The method is a simulation (a Monte Carlo forecast with resampled weeks). A
  thousand times it draws week after week until the work that is left is done;
  breaks ahead count, paused weeks behind do not. The day by which half of the
  runs are done, and four in five, is the forecast. The seed is fixed, so the
  same record gives the same days.

  What it draws from are your own weeks, with the hours that you told in
  check-ins, and five weeks as people usually have them, from none to twice the
  usual. Each run is made of four of all these, since good weeks, and bad ones,
  come in stretches. With no week of your own there are odds, too; the more you
  have, the more they decide. With fewer than four nothing is done before its
  planned day.

  Usually people keep 60 % of the hours they plan: students who wrote a thesis
  expected to need 34 days and needed 55 (Buehler, Griffin, Ross, 1994). If you
  know better: pillarplan plan --keep 80%

  For a thousand made-up people the later day held in 77 to 83 % of the cases,
  whether they had no week behind them or sixteen. It did not for those whose
  lives changed after: then plan anew. It holds as far as the efforts in the
  knowledge base are right.

  Source: Daniel S. Vacanti, Actionable Agile Metrics for Predictability,
  chapter 15 (there with the throughput of a team, here with your hours).
"""


SOURCES = """\
Sources
  Where resources and practices come from, and how far you can trust them.

  An entry comes in when somebody has looked at the thing itself, or at what its
  publisher, a library or its author says of it. `kb show ID` tells what was
  compared, where and on which day. Practices are our own. What was not looked
  at since is due again after a while: AI after 6 months, tools after 12,
  courses after 18, books after 60 (`kb lint --stale`).

  A recommendation is a fact: a public list, by somebody with a name, or a guest
  of a podcast names the resource. Lists that copy others are left out. How many
  lists name a thing says how well known it is, and nothing of its quality; that
  no list was found says nothing against it.

  From such facts follows a grade, by which a plan weighs what to try first. Each
  resource has one for each of its steps, from 1 to 6: 1 at first, 1 for each
  doubling of those who recommend it (1 gives 1, 3 give 2, 7 give 3), 2 if the
  article behind the four pillars names it, a half if a university, an agency or
  a standards body stands behind it, and a half if its length and form suit the
  level: to level 1 three hours at most, to 2 and 3 one to twenty hours, to 4
  and 5 four hours or more; no articles or episodes above level 1, no videos or
  newsletters above level 3. An editor may move it by one at most and has to say
  why. `kb show ID` shows all parts. Practices have no grade.

  Hours follow a rule: pages at 40, 30 or 20 an hour, running time, or weeks
  times hours a week. Prices are bands. One that was seen has its day and its
  page; a usual one is an estimate. A budget counts the upper end of a band, and
  no price without one fits it. What is free in part counts as free only if the
  free part is enough for the steps.

  What is not claimed: that a resource suits you, that its price is still the
  same, that a level follows from reading it. Nobody pays to be listed.
"""


PRIVACY = """\
Privacy
  Your record says how you see yourself, and perhaps what others told you. It is
  plain text that only your account may read (folders 0700, files 0600), and
  nothing leaves your machine. Somebody with the disk, with an administrator's
  rights or with the folder that you sync may still read it. What helps:

  The disk of a laptop: switch on what your system has, FileVault, BitLocker,
  or LUKS, which most installers of Linux offer.

  A folder of its own, open only while you use it (Linux, with gocryptfs). All
  of the program's folders go into it: the state folder holds copies of what was
  recorded.
    mkdir ~/pillarplan.locked ~/pillarplan
    gocryptfs -init ~/pillarplan.locked
    gocryptfs ~/pillarplan.locked ~/pillarplan
    pillarplan backup -o - | pillarplan --home ~/pillarplan restore - --yes
    export PILLARPLAN_HOME=~/pillarplan
    fusermount -u ~/pillarplan
  The last line closes it again. Then delete the old folders, which
  `pillarplan config path` names.

  A backup, with a passphrase (age), or for a key of yours (gpg):
    pillarplan backup -o - | age -p -o pillarplan.zip.age
    age -d pillarplan.zip.age | pillarplan restore - --yes
    pillarplan backup -o - | gpg --encrypt -r YOU -o pillarplan.zip.gpg
    gpg --decrypt pillarplan.zip.gpg | pillarplan restore - --yes
  In a script, `set -o pipefail` in bash tells when a part of such a line fails.

  Two machines that sync through git, and a server that reads nothing (with
  git-remote-gcrypt and a gpg key that both have):
    cd DATA-FOLDER && git init -b main
    git add --all && git commit -m record
    git remote add origin gcrypt::ssh://SERVER/home/ana/record.git
    git config remote.origin.gcrypt-participants YOU
    git push -u origin main
  and on the other machine, where there is no record yet:
    git clone -b main gcrypt::ssh://SERVER/home/ana/record.git DATA-FOLDER
    pillarplan doctor --repair
  Git opens files for others to read; the last line makes them private again.

  Calendars that you name with `plan --busy` are read for their times only.
  Those are kept in the cache folder, and never in your record, an export or a
  backup.

  What you hand over, you decide each time: `export`, `review` and `feedback`
  say in their help what goes along.
"""


def _environment() -> str:
    return ENVIRONMENT + "".join(_twin(each) for each in SETTINGS.values())


def _twin(setting: Setting) -> str:
    """Return the line of a setting, wrapped below itself if it is long."""
    meaning = textwrap.fill(setting.meaning, 78 - INDENT, break_on_hyphens=False)
    return (
        f"  {setting.variable:20}  {textwrap.indent(meaning, ' ' * INDENT).lstrip()}\n"
    )


TOPICS = ("exit-codes", "environment", "forecast", "sources", "privacy")
"""What there is help on besides commands, in the order of the manual."""

ALL_TOPICS = (*COMMANDS, *TOPICS, "manual")


def _texts() -> dict[str, str]:
    texts = (EXIT_CODES, _environment(), FORECAST, SOURCES, PRIVACY)
    return dict(zip(TOPICS, texts, strict=True))


def _topics(incomplete: str) -> list[str]:
    """Return what there is help on."""
    return [each for each in ALL_TOPICS if each.startswith(incomplete)]


@app.command("help")
def help_(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            autocompletion=_topics,
            help=f"A command, {', '.join(TOPICS)} or manual.",
        ),
    ] = None,
) -> None:
    """Show help on a command or on another topic.

    \b
    Examples:
      pillarplan help plan
      pillarplan help exit-codes
      pillarplan help sources
      pillarplan help privacy
      pillarplan help manual | man -l -
    """
    here = surroundings(ctx)
    assert ctx.parent is not None
    group = ctx.parent.command
    if topic is None:
        here.say(ctx.parent.get_help())
    elif topic in TOPICS:
        here.say(_texts()[topic])
    elif topic == "manual":
        here.say(manual_page(group, ctx.parent, "\n".join(_texts().values())))
    elif topic in COMMANDS:
        command = find_command(ctx.parent, topic)
        here.say(command.get_help(type(ctx)(command, ctx.parent, topic)))
    else:
        near = difflib.get_close_matches(topic, ALL_TOPICS, 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(
            f"There is no help on {topic!r}.{hint} Topics: {', '.join(ALL_TOPICS)}."
        )
