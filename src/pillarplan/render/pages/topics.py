"""Pages of help that are about no single command."""

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
  resource has one for each of its steps, from 1 to 6: 1 at first, a quarter for
  each who recommends it, 2 if the article behind the four pillars names it, a
  half if a university, an agency or a standards body stands behind it, and a
  half if its length and form suit the level: to level 1 three hours at most, to
  2 and 3 one to twenty hours, to 4 and 5 four hours or more; no articles or
  episodes above level 1, no videos or newsletters above level 3. An editor may
  move it by one at most and has to say why. `kb show ID` shows all parts.
  Practices have no grade.

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


HABIT = """\
Habit
  A plan dies for want of return. What helps is small, and each of these has
  evidence behind it; none proves that this program works for you.

  Odds       From the first day `status` says when you will be done, with an
             even chance and in four cases of five: nobody keeps all hours.
  A moment   Say after which event of your week you will do a thing, and what
             may stop you: plan --when ITEM="after the Thursday call | a launch".
             (d = 0.65 over 94 tests, Gollwitzer and Sheeran 2006).
  A debrief  What was meant, what happened, why, and what next time; in the
             check-in, or: checkin --debrief 'ITEM=meant | happened | why |
             next' (d = 0.79, 61 studies, Keiser and Arthur 2021).
  Recall     A question to your future self, asked again before you forget
             (g = 0.74 against massed learning): checkin --question, recall.
  Telling    To look at how far one is helps, more so if it is written down or
             told to somebody (d = 0.40, 138 experiments, Harkin 2016): checkin,
             review, feedback; checkin --promise TEXT goes out with the plan.
  No skill   Who may not, or has no time, needs a talk first and no book:
             gaps --constraint SKILL=may-not.
  Minutes    What fits before the next call: next --minutes 20.
  Lights     What stands behind a level: said, done, seen, still true after 90
             days: explain SKILL, history SKILL.

  And the cold water: in 247 online courses such prompts lifted the first weeks,
  and not how many finished (Kizilcec and others 2020). There are no streaks here
  and no score: whoever comes back after months is welcome.
"""
