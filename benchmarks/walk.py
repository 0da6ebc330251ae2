"""How a request walks through the house: the rooms that it enters, in order.

    .venv/bin/python -m benchmarks.walk
    .venv/bin/python -m benchmarks.walk --layers --source ../an-older-checkout/src

One rating is followed from ``assess --from`` over ``plan`` to the sessions of
``roadmap``, and then one check-in.  Each command starts in ``cli``.  Printed are the
rooms in the order in which calls enter them, and how often each of them is left and
entered again; at most twice is the aim.

- A *room* is the folder of a module; with ``--layers`` only the first folder counts.
  ``domain`` and ``errors`` are left out: they are the words that all others speak.
- A room is *entered* by a call from a function of another room.  Coming back from a
  call enters nothing, nor does a call back into a room that still waits for what it
  called: it was not left.  Calls that follow each other into the same room are one
  visit, and so are calls from the same place on the same way there, as in a loop.
- A walk ends with the answer: closing what was opened, and what is left behind for
  the next prompt, are no part of it.
- A generator or lambda belongs to the room in which it is written, whoever runs it.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from itertools import groupby
from pathlib import Path
from textwrap import fill
from types import CodeType, FrameType
from typing import Any, NamedTuple

SOURCE = Path(__file__).resolve().parents[1] / "src"
LEFT_OUT = ("domain", "errors")
INLINE = ("<lambda>", "<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>")
AIM = 2
"""So often may a room be left and entered again in one command."""

TODAY = "2026-11-23"
RATINGS = """
format: pillarplan-ratings
version: "1.0"
role: senior-pm
ratings:
  negotiation: {level: 1, importance: 3}
"""
WALKS = (
    ("assess", "--from", "ratings.yaml"),
    ("plan", "--hours", "3", "--until", "2027-02-28"),
    ("roadmap",),
    ("checkin", "--hours", "ITEM=1", "--note", "Read on the train."),
)
"""The commands; ITEM stands for the first item of the plan."""


def main() -> None:
    """Print the walk of each command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--source", type=Path, default=SOURCE, metavar="FOLDER")
    parser.add_argument("--layers", action="store_true")
    options = parser.parse_args()
    source = options.source.resolve()
    sys.path.insert(0, str(source))
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        os.environ |= {"PILLARPLAN_HOME": folder, "PILLARPLAN_TODAY": TODAY}
        Path("ratings.yaml").write_text(RATINGS, encoding="utf-8")
        # Compiling the knowledge base and naming the device are done once for all.
        run("assess", "--set", "writing=2")
        for command in WALKS:
            walk = Walk(source / "pillarplan", options.layers)
            run(*with_item(command), watcher=walk)
            show(command, walk.rooms)


def with_item(command: Sequence[str]) -> list[str]:
    """Return a command about the first item of the plan."""
    if not any("ITEM" in word for word in command):
        return list(command)
    item = json.loads(run("roadmap", "--json"))["items"][0]["id"]
    return [word.replace("ITEM", item) for word in command]


def run(*arguments: str, watcher: "Walk | None" = None) -> str:
    """Run the program in this process, and return what it prints."""
    from pillarplan.cli import main as program

    stdout, stderr = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    sys.argv = ["pillarplan", *arguments]
    with redirect_stdout(stdout), redirect_stderr(stderr):
        sys.setprofile(watcher)
        try:
            program()
        except SystemExit as end:
            if end.code:
                stderr.seek(0)
                raise SystemExit(stderr.read()) from None
        finally:
            sys.setprofile(None)
    stdout.seek(0)
    return stdout.read()


def show(command: Sequence[str], rooms: Sequence[str]) -> None:
    """Print the rooms of a walk, and those that are entered too often."""
    print(f"\npillarplan {' '.join(command)}")
    print(fill(" > ".join(rooms), 88, initial_indent="  ", subsequent_indent="  "))
    again = {room: count - 1 for room, count in Counter(rooms).most_common()}
    found = [f"{room} {count}" for room, count in again.items() if count]
    over = [room for room, count in again.items() if count > AIM]
    print(f"  {len(rooms)} entries of {len(again)} rooms")
    print(f"  entered again: {', '.join(found) or 'none'}")
    print(f"  more than {AIM} times: {', '.join(over) or 'none'}")


Step = tuple[CodeType, int]
"""A call: who called, from which line."""


class Place(NamedTuple):
    """Where a walk is: the room, the call that runs there, and the calls on the way."""

    room: str
    frame: FrameType | None
    way: frozenset[Step]

    def onward(self) -> frozenset[Step]:
        """Return the way with the call that is made now; recursion adds nothing."""
        if self.frame is None:
            return self.way
        return self.way | {(self.frame.f_code, self.frame.f_lineno)}


OUTSIDE = Place("", None, frozenset())
IMPORTING = Place("imports", None, frozenset())
"""Importing a module is no request, whatever runs meanwhile."""


AFTERWARDS = Place("afterwards", None, frozenset())
CLOSING = "Surroundings.close"
"""What runs when the answer was given."""


class Walk:
    """Watches calls, as `sys.setprofile` reports them, and keeps the rooms entered."""

    def __init__(self, package: Path, only_layers: bool) -> None:
        self._package = package
        self._only_layers = only_layers
        self._places = [OUTSIDE]
        self._seen: set[tuple[CodeType, frozenset[Step]]] = set()
        self._entered: list[str] = []
        self._room_of = cache(self._find_room)

    @property
    def rooms(self) -> list[str]:
        """The rooms in order."""
        return [room for room, _ in groupby(self._entered)]

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        """Take note of a call or of its end."""
        if event == "call":
            self._places.append(self._enter(frame))
        elif event == "return" and len(self._places) > 1:
            self._places.pop()

    def _enter(self, frame: FrameType) -> Place:
        here, code = self._places[-1], frame.f_code
        room = self._room_of(code.co_filename)
        if here in (IMPORTING, AFTERWARDS) or not room:
            return here
        if code.co_name == "<module>":
            return IMPORTING
        if code.co_qualname == CLOSING:
            return AFTERWARDS
        visit = code, here.onward()
        is_new = code.co_name not in INLINE and visit not in self._seen
        if is_new and not any(room == place.room for place in self._places):
            self._seen.add(visit)
            self._entered.append(room)
        return Place(room, frame, visit[1])

    def _find_room(self, filename: str) -> str:
        """Return the room of a file; nothing if it is left out, or not ours."""
        path = Path(filename)
        if not path.is_relative_to(self._package):
            return ""
        layer, *rooms = path.relative_to(self._package).with_suffix("").parts
        if layer in LEFT_OUT:
            return ""
        return "/".join([layer, *([] if self._only_layers else rooms[:-1])])


if __name__ == "__main__":
    main()
