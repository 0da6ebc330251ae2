"""Whatever a source holds and a mapping says, the end is a framework or an error."""

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.importing.places import ImportMap, RolePlaces
from pillarplan.errors import PillarplanError
from tests.knowledge.importing.shapes import brought_in, written

KEYS = st.sampled_from(["a", "b", "id", "name", "level", "0", "1", ".", ""])

VALUES = st.none() | st.booleans() | st.integers(-1, 12) | KEYS | st.text(max_size=9)

TREES = st.recursive(
    VALUES, lambda deep: st.lists(deep, max_size=4) | st.dictionaries(KEYS, deep)
)

WAYS = st.lists(KEYS | st.sampled_from(["[]", "[a]"]), max_size=4).map("".join)

SEVERAL = st.lists(KEYS, min_size=1, max_size=2).map(tuple)

ROLES = st.builds(
    RolePlaces, each=WAYS, name=SEVERAL, skill=KEYS, level=KEYS
) | st.builds(RolePlaces, each=WAYS, skill=KEYS, columns=SEVERAL)

MAPS = st.builds(
    ImportMap,
    each=WAYS,
    id=KEYS | st.none(),
    name=SEVERAL,
    summary=KEYS | st.none(),
    group=KEYS | st.none(),
    headings=st.booleans(),
    columns=st.just(()) | SEVERAL,
    level=st.none() | KEYS,
    text=KEYS,
    bullets=st.none() | KEYS.filter(bool),
    scale=st.just(()) | st.lists(KEYS, max_size=3).map(tuple) | WAYS,
    names=st.dictionaries(KEYS, KEYS) | WAYS,
    nothing=st.frozensets(KEYS, max_size=2),
    roles=st.none() | ROLES,
)


def ends_well(name: str, content: str | bytes, wanted: ImportMap) -> None:
    with TemporaryDirectory() as folder, suppress(PillarplanError):
        source = written(Path(folder), name, content)
        framework, _ = brought_in(source, wanted)
        assert framework.skills


@given(TREES, MAPS)
def test_any_tree_by_any_mapping(tree: object, wanted: ImportMap) -> None:
    ends_well("tree.json", json.dumps(tree), wanted)


@given(
    st.lists(st.lists(KEYS | st.text(max_size=9), max_size=5).map(",".join)).map(
        "\n".join
    ),
    MAPS,
)
def test_any_table_by_any_mapping(table: str, wanted: ImportMap) -> None:
    ends_well("table.csv", table.encode("utf-8", "replace"), wanted)


@given(
    st.lists(
        st.sampled_from(["# a", "## b", "- a", "  - b", "| a | b |", "|--|--|", "---"])
        | st.text(max_size=9)
    ).map("\n".join),
    MAPS,
)
def test_any_page_by_any_mapping(page: str, wanted: ImportMap) -> None:
    ends_well("page.md", page.encode("utf-8", "replace"), wanted)


@given(st.sampled_from(["a.csv", "a.md", "a.yaml", "a.json", "a.xlsx"]), st.binary())
def test_any_bytes(name: str, content: bytes) -> None:
    ends_well(name, content, ImportMap(name=("a",)))
