"""The compiled knowledge base is always that of the files as they are now."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pillarplan.domain.knowledge.item import Item
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.index import compiling, opening
from pillarplan.knowledge.index.opening import open_index
from pillarplan.reading.problem import BrokenFileError
from tests.knowledge.bases import SMALL, copied, edit, overlay
from tests.knowledge.index.test_index import check
from tests.laws import examples

AN_HOUR = 3600
OLD = (1_000_000_000, 1_000_000_000)


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    return copied(tmp_path / "base")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the entry files that are compiled from now on, as they come."""
    compiled: list[Path] = []
    compile_into = compiling.compile_into

    def noted(connection: sqlite3.Connection, entry: Path, *others: object) -> None:
        compiled.append(entry)
        compile_into(connection, entry, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(compiling, "compile_into", noted)
    return compiled


def title(entry: Path, cache: Path | None, own: Path | None = None) -> str:
    with open_index(entry, own, cache) as index:
        return index.title


def age(folder: Path) -> None:
    """Make all files look as if they had not been touched for years."""
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, OLD)


def test_what_is_fresh_is_not_compiled_again(
    entry: Path, cache: Path, compilations: list[Path]
) -> None:
    for _ in range(3):
        assert title(entry, cache) == "A small knowledge base"

    assert compilations == [entry]


def test_a_file_that_was_only_touched_is_not_compiled_again(
    entry: Path, cache: Path, compilations: list[Path]
) -> None:
    title(entry, cache)
    age(entry.parent)

    title(entry, cache)

    assert compilations == [entry]


def rewrite(path: Path) -> None:
    """Change a file so that neither its size nor its date tells of it."""
    before = path.stat()
    edit(path, "Zoë", "Zoé") if path.name == "pillars.yaml" else edit(
        path, "Price", "Prize"
    )
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


CHANGES: dict[str, Callable[[Path], None]] = {
    "entry": lambda entry: edit(entry, "A small", "A changed"),
    "part": lambda entry: edit(entry.parent / "resources/business.yaml", "Price", "P"),
    "entry, same size and date": rewrite,
    "part, same size and date": lambda entry: rewrite(
        entry.parent / "resources/business.yaml"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("aged", [True, False])
def test_a_changed_file_is_compiled_again(
    entry: Path, cache: Path, change: str, aged: bool
) -> None:
    if aged:
        age(entry.parent)
    title(entry, cache)
    if aged:  # as if it had been compiled long after the files were written
        os.utime(index_file(cache), (2_000_000_000, 2_000_000_000))

    CHANGES[change](entry)

    with open_index(entry, None, cache) as index:
        check(load(entry), index)


def test_an_overlay_that_changes_comes_or_goes_is_noticed(
    entry: Path, cache: Path, tmp_path: Path
) -> None:
    def roles(own: Path | None) -> list[str]:
        with open_index(entry, own, cache) as index:
            return [role.name for role in index.roles()]

    own = overlay(tmp_path, "roles: [{id: pm, name: Me}]\n")

    assert roles(None) == ["Product Manager", "Product Lead"]
    assert roles(own) == ["Me", "Product Lead"]
    edit(own, "Me", "We")
    assert roles(own) == ["We", "Product Lead"]
    assert roles(None) == ["Product Manager", "Product Lead"]


def test_a_part_that_vanished_is_noticed(entry: Path, cache: Path) -> None:
    title(entry, cache)
    (entry.parent / "resources/business.yaml").unlink()

    with pytest.raises(BrokenFileError, match=r"no file 'resources/business\.yaml'"):
        title(entry, cache)


def test_a_broken_file_is_told_each_time_and_leaves_nothing_behind(
    entry: Path, cache: Path
) -> None:
    edit(entry, "hours: 7", "hours: many")

    for _ in range(2):
        with pytest.raises(BrokenFileError, match="hours must be a number"):
            title(entry, cache)

    assert list(cache.iterdir()) == []


def test_another_version_of_the_tables_is_compiled_again(
    entry: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, compilations: list[Path]
) -> None:
    title(entry, cache)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", 0)

    title(entry, cache)

    assert len(compilations) == 2


def index_file(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


@settings(
    max_examples=examples(40),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_damaged_index_says_nothing_untrue(
    entry: Path, cache: Path, data: st.DataObject
) -> None:
    title(entry, cache)
    path = index_file(cache)
    whole = path.read_bytes()
    damage = data.draw(st.sampled_from(["cut", "zeros", "noise", "empty", "folder"]))
    start = int(data.draw(st.floats(0, 1, exclude_max=True)) * len(whole))
    match damage:
        case "cut":
            path.write_bytes(whole[:start])
        case "zeros":
            path.write_bytes(whole[:start] + bytes(len(whole) - start))
        case "noise":
            noise = data.draw(st.binary(min_size=1, max_size=4096))
            path.write_bytes(whole[:start] + noise + whole[start + len(noise) :])
        case "empty":
            path.write_bytes(b"")
        case "folder":
            path.unlink()
            path.mkdir()

    base = load(entry)
    every: list[Item] = [*base.resources, *base.practices]
    items = {item.id: item for item in every}
    with open_index(entry, None, cache) as index:
        assert (index.title, index.scale()) == (base.title, base.scale)
        assert [each.id for each in index.outlines()] == [
            each.id for each in base.skills
        ]
        for skill in base.skills:
            assert index.skill(skill.id) in (skill, None)
            for item in index.items_for([skill.id]):
                assert item == items[item.id]
        assert all(role in base.roles for role in index.roles())

    if path.is_dir():
        path.rmdir()


def test_a_changed_byte_in_an_entry_is_noticed(entry: Path, cache: Path) -> None:
    title(entry, cache)
    path = index_file(cache)
    content = path.read_bytes()
    assert b'"title":"Plain Words"' in content
    path.write_bytes(content.replace(b'"Plain Words"', b'"Plain Wordz"'))

    with open_index(entry, None, cache) as index:
        check(load(entry), index)


def test_without_a_cache_folder_it_is_compiled_into_memory(
    entry: Path, compilations: list[Path]
) -> None:
    for _ in range(2):
        title(entry, None)

    assert compilations == [entry, entry]


def test_where_the_cache_folder_cannot_be_it_is_compiled_into_memory(
    entry: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")

    assert title(entry, tmp_path / "file" / "cache") == "A small knowledge base"
    assert title(entry, tmp_path / "file") == "A small knowledge base"


def test_the_index_is_private_and_the_only_file(entry: Path, cache: Path) -> None:
    title(entry, cache)

    assert cache.stat().st_mode & 0o777 == 0o700
    assert index_file(cache).stat().st_mode & 0o777 == 0o600


def test_what_a_killed_process_left_behind_is_removed_after_a_while(
    entry: Path, cache: Path
) -> None:
    cache.mkdir()
    old, young = cache / ".knowledge-1.tmp", cache / ".knowledge-2.tmp"
    now = time.time()
    for path, age in ((old, AN_HOUR + 5), (young, AN_HOUR - 60)):
        path.touch()
        os.utime(path, (now, now - age))

    title(entry, cache)

    assert not old.exists()
    assert young.exists()


def test_processes_that_compile_at_once_do_no_harm(entry: Path, cache: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from pillarplan.knowledge.index.opening import open_index\n"
        f"with open_index(Path({str(entry)!r}), None, Path({str(cache)!r})) as index:\n"
        "    print(index.title, len(index.outlines()))\n"
    )

    def run(_: int) -> str:
        command = [sys.executable, "-c", code]
        return subprocess.run(
            command, capture_output=True, check=True, text=True
        ).stdout

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(run, range(6))) == {"A small knowledge base 3\n"}
    assert index_file(cache).name.startswith("knowledge-")


def test_a_fresh_index_needs_neither_yaml_nor_pydantic(
    entry: Path, cache: Path
) -> None:
    title(entry, cache)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pillarplan.knowledge.index.opening import open_index\n"
        f"with open_index(Path({str(entry)!r}), None, Path({str(cache)!r})) as index:\n"
        "    index.items_for([each.id for each in index.outlines()])\n"
        "    index.search('negotiation')\n"
        "print(sorted({'yaml', 'pydantic', 'typing_extensions'} & set(sys.modules)))\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert run.stdout == "[]\n"


def test_progress_is_told_file_by_file_once_it_takes_long(
    entry: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []

    with open_index(entry, None, cache, lambda *done: told.append(done)):
        assert told == []
    edit(entry, "A small", "A slow")
    monkeypatch.setattr(compiling, "PATIENCE", -1.0)
    with open_index(entry, None, cache, lambda *done: told.append(done)):
        assert told == [(1, 2), (2, 2), (2, 2)]


@settings(
    max_examples=examples(25),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from([*CHANGES, "open", "age", "undo"]), max_size=8))
def test_a_stale_index_is_never_used(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("stale")
    entry = copied(folder / "base")
    for number, step in enumerate(steps):
        match step:
            case "open":
                pass
            case "age":
                age(entry.parent)
            case "undo":
                copied(entry.parent)
            case _:
                copied(entry.parent)
                CHANGES[step](entry)
        if number % 2 or step == "open":
            with open_index(entry, None, folder / "cache") as index:
                check(load(entry), index)


def test_the_same_small_base_is_used_by_no_test_for_writing() -> None:
    assert title(SMALL, None) == "A small knowledge base"
