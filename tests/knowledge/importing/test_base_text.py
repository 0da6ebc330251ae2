"""What is written can be read as a base, and says what was found."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.importing.outcome import Why
from pillarplan.domain.text import LONGEST_LINE, LONGEST_SLUG, one_line
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.importing.base_text import ENTRY, base_files
from pillarplan.knowledge.importing.framework import FoundRole, FoundSkill, Framework
from pillarplan.knowledge.importing.ids import Ids
from pillarplan.knowledge.importing.levels import SourceLevels
from pillarplan.knowledge.importing.sources.tally import Tally
from tests.knowledge.importing.shapes import brought_in, written

LEVELS = SourceLevels({}, ("Aware", "Able", "1e3", "null", "≥ 5: yes"), ordered=True)

LINES = (
    st.text(min_size=1, max_size=300)
    .map(lambda text: one_line(text, LONGEST_LINE))
    .filter(bool)
) | st.sampled_from(["true", "~", "1:30", "- a", "# b", "'", "1e3", "0x1f", "=", "<<"])


def written_base(framework: Framework, folder: Path) -> Any:
    """Write a framework as a base, and read it as the program does."""
    for name, text in base_files(framework).items():
        written(folder, name, text)
    return load(folder / ENTRY)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    ids = Ids(Tally())
    groups = draw(st.lists(LINES, max_size=3)) or [""]
    skills = [
        FoundSkill(
            ids.give(name),
            name,
            group=draw(st.sampled_from([*groups, ""])),
            summary=draw(LINES | st.just("")),
            levels=draw(
                st.dictionaries(
                    st.integers(1, 5),
                    st.lists(LINES, min_size=1, max_size=3).map(tuple),
                    max_size=3,
                )
            ),
        )
        for name in draw(st.lists(LINES, min_size=1, max_size=5))
    ]
    targets = st.dictionaries(
        st.sampled_from([each.id for each in skills]), st.integers(0, 5), min_size=1
    )
    role_ids = Ids(Tally())
    roles = [
        FoundRole(role_ids.give(name), name, draw(LINES), draw(targets))
        for name in draw(st.lists(LINES, max_size=3))
    ]
    return Framework(draw(LINES), LEVELS, skills, roles, files=1, entries=1)


@given(frameworks())
def test_whatever_is_found_is_written_so_that_it_is_read_again(
    framework: Framework,
) -> None:
    with TemporaryDirectory() as folder:
        base = written_base(framework, Path(folder))

    assert base.title == framework.title
    assert {
        each.id: (each.name, each.summary, each.levels) for each in base.skills
    } == {each.id: (each.name, each.summary, each.levels) for each in framework.skills}
    assert {each.id: each.targets for each in base.roles} == {
        each.id: each.targets for each in framework.roles
    }
    assert tuple(base.scale.names.values())[1:] == LEVELS.names
    named = {skill.group for skill in framework.skills} - {""}
    assert named <= {pillar.name for pillar in base.pillars}


def test_a_large_framework_comes_in_parts_that_are_read_one_by_one(
    tmp_path: Path,
) -> None:
    rows = "".join(
        f"Skill {n},{level},{'text ' * 12}{n}.{level},{'Odd' if n % 7 else 'Few'}\n"
        for n in range(3_000)
        for level in range(1, 6)
    )
    source = written(tmp_path, "ladder.csv", f"skill,level,text,group\n{rows}")
    framework, left = brought_in(source)

    files = base_files(framework)
    base = written_base(framework, tmp_path / "base")

    assert left == {}
    assert sorted(files) == [
        "base.yaml",
        "skills/few.yaml",
        "skills/odd-1.yaml",
        "skills/odd-2.yaml",
        "skills/odd-3.yaml",
    ]
    assert len([*base.skills]) == 3_000


def test_ids_are_given_once_and_fit(tmp_path: Path) -> None:
    tally = Tally()
    ids = Ids(tally)
    long = "word " * 40

    given_ids = [ids.give(name) for name in ("A", "a!", "a-2", "A?", long, long)]

    assert given_ids[:4] == ["a", "a-2", "a-2-2", "a-3"]
    assert len(set(given_ids)) == 6
    assert max(map(len, given_ids)) <= LONGEST_SLUG
    assert [(each.why, each.count) for each in tally.told()] == [(Why.RENAMED, 4)]
