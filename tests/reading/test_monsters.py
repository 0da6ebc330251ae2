"""Files that are made to bring a program down are refused at once, in little memory.

Each is read by a process of its own, which the system ends if it takes too much.
"""

import json
import sys
from pathlib import Path

import pytest

from tests.forking import forks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def laughs(levels: int) -> str:
    """Return the billion laughs: each line holds ten times what the one before does."""
    lines = ["roles:", "  - &a0 [ha, ha]"]
    for level in range(1, levels + 1):
        aliases = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"  - &a{level} [{aliases}]")
    return "\n".join(lines)


def merges(doublings: int) -> str:
    lines = ["roles: &m0 {a: 1}"]
    lines += [
        f"k{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, doublings)
    ]
    return "\n".join(lines)


DEEP = "maps and lists nest more than 40 deep"
LARGE = "larger than 1 MB; split it into smaller files"
MANY = "more than 50,000 values; split it into parts"
ANCHORS = "anchors ('&') are not read here; write the content itself"

MONSTERS = {
    "brackets.yaml": ("[" * 100_000, DEEP),
    "brackets.json": ("[" * 100_000, DEEP),
    "braces.yaml": ("{a: " * 100_000, DEEP),
    "maps.json": ('{"a":' * 100_000, DEEP),
    "dashes.yaml": ("- " * 100_000, DEEP),
    "steps.yaml": ("".join(f"{' ' * n}a:\n" for n in range(1_000)), DEEP),
    "question-marks.yaml": ("? " * 100_000, "a key must be text"),
    "ten-megabytes.yaml": ("roles: [" + "x, " * 3_500_000 + "]", LARGE),
    "zeros.yaml": ("\0" * 10_000_000, LARGE),
    "sixty-thousand.yaml": ("roles:\n" + "- x\n" * 60_000, MANY),
    "sixty-thousand.json": (json.dumps({"roles": list(range(60_000))}), MANY),
    "laughs.yaml": (laughs(10), ANCHORS),
    "merges.yaml": (merges(25), ANCHORS),
    "one-line.yaml": ("roles: " + "x" * 900_000, "roles must be a list, not text"),
    "one-key.yaml": ("x" * 900_000, "the file must be a map of keys"),
    "long-key.json": (json.dumps({"x" * 900_000: 1}), f"unknown key '{'x' * 59}…'"),
    "long-number.yaml": (f"roles: {'9' * 900_000}", "roles must be a list, not text"),
    "long-escape.json": ('{"roles": "' + "\\u0041" * 150_000 + '"}', "roles must be"),
    "open-quote.yaml": ('roles: "' + "x\n" * 400_000, "this quote is never closed"),
    "unsafe.yaml": ("roles: []\n# " + "\u202ex" * 200_000, "U+202E (right-to-left"),
    "escapes.yaml": ("roles: [a, " + '"\\e", ' * 40_000 + "]", "U+001B (a control"),
    "duplicates.yaml": ("roles: []\n" * 45_000, "duplicate key 'roles'"),
    "unknown.yaml": ("".join(f"k{n}: 1\n" for n in range(45_000)), "unknown key 'k0'"),
    "wrong.yaml": ("roles:\n" + "- {}\n" * 20_000, "missing 'targets'"),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_refused_at_once(tmp_path: Path, name: str) -> None:
    from tests.reading.in_limits import refuse  # limits are not those of any system

    content, message = MONSTERS[name]
    path, told = tmp_path / name, tmp_path / "told"
    path.write_text(content, encoding="utf-8")

    reader = forks().Process(target=refuse, args=(path, told))
    reader.start()
    reader.join()

    assert reader.exitcode == 0
    assert told.read_text(encoding="utf-8").startswith(message)
