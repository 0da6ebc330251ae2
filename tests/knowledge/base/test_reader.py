"""Many problems in many files are told in bearable time."""

import time
from pathlib import Path

import pytest

from pillarplan.knowledge.base.loading import load
from pillarplan.reading.problem import BrokenFileError
from tests.knowledge.bases import copied, edit, overlay

ROLE = "  - {{id: role-{n}, name: R, summary: S., targets: {{{skills}}}}}\n"


def with_parts(folder: Path, *parts: str) -> Path:
    """Copy the small knowledge base and let it include more parts."""
    entry = copied(folder)
    names = [f"more-{number}.yaml" for number in range(len(parts))]
    for name, part in zip(names, parts, strict=True):
        (folder / name).write_text(part, encoding="utf-8")
    lines = "".join(f"  - {name}\n" for name in names)
    edit(entry, "include:\n", f"include:\n{lines}")
    return entry


def problems(entry: Path, own: Path | None = None) -> list[str]:
    started = time.process_time()
    with pytest.raises(BrokenFileError) as caught:
        load(entry, own)
    assert time.process_time() - started < 10
    return [problem.message for problem in caught.value.problems]


def test_thousands_of_ids_that_are_taken_in_another_part(tmp_path: Path) -> None:
    roles = "roles:\n" + "".join(ROLE.format(n=n, skills="") for n in range(3_000))
    entry = with_parts(tmp_path, roles, roles)

    told = problems(entry)

    first = f"first in {tmp_path / 'more-0.yaml'}, line"
    assert told == [f"duplicate id 'role-{n}'; {first} {n + 2}" for n in range(3_000)]


def test_thousands_of_ids_that_nothing_has(tmp_path: Path) -> None:
    skills = ", ".join(f"writing-{n}: 1" for n in range(500))
    roles = "".join(ROLE.format(n=n, skills=skills) for n in range(40))
    entry = with_parts(tmp_path, f"roles:\n{roles}")

    told = problems(entry)

    assert len(told) == 20_000
    assert told[0] == "there is no skill 'writing-0'; did you mean 'writing'?"
    assert told[-1] == "there is no skill 'writing-499'"


def test_thousands_of_changes_to_nothing(tmp_path: Path) -> None:
    hide = ", ".join(f"getting-to-yes-{n}" for n in range(2_000))
    changes = "".join(f"  - {{id: lead-{n}}}\n" for n in range(2_000))
    own = overlay(tmp_path, f"hide: [{hide}]\nroles:\n{changes}")

    told = problems(copied(tmp_path / "base"), own)

    assert len(told) == 4_000
    assert told[0] == (
        "there is no 'getting-to-yes-0' to hide; did you mean 'getting-to-yes'?"
    )
