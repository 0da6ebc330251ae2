"""A mapping is data: read strictly, and it leads nowhere but where it may."""

import pytest

from pillarplan.reading.problem import BrokenFileError
from tests.knowledge.importing.shapes import mapping


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "say what a skill is called: name, or id"),
        ("nam: skill\n", "unknown key 'nam'; did you mean 'name'"),
        ("name: [skill]\nlevel: level\n", "level and text go together"),
        ("name: a\nlevel: l\ntext: t\ncolumns: [a, b]\n", "say either columns, or"),
        ("name: a\nroles: {skill: a, name: r}\n", "say either columns, or name and l"),
        ("name: a\nroles: all\n", "roles must be a map"),
        ("name: a\nroles: {name: r, level: l}\n", "missing 'skill'"),
        ("name: a\nfiles: ../*.csv\n", "must be a path below the folder that is read"),
        ("name: a\nfiles: [a.csv, /etc/passwd]\n", "must be a path below the folder"),
        ("name: a\nfiles: ~/a.csv\n", "must be a path below the folder"),
        (
            "name: a\nroles: {skill: a, columns: [b], files: a/../../b}\n",
            "must be a path",
        ),
        ("name: a\neach: skills[\n", "each must be of the form"),
        ("name: a\ncolumns: [one]\n", "columns must be a list of at least 2 entries"),
        ("name: a\nbullets: ''\n", "bullets must be at least 1 character long"),
        ("name: a\ntitle: !!python/object:os.system x\n", "tags"),
        (
            f"name: [{', '.join('abcdefghijklmnopqrstuvw')}]\n",
            "name must be a list of at",
        ),
    ],
)
def test_what_does_not_fit_in_a_mapping_is_told_with_its_place(
    text: str, message: str
) -> None:
    with pytest.raises(BrokenFileError) as caught:
        mapping(text)

    assert message in str(caught.value)
    assert "map.yaml:" in str(caught.value)


def test_one_field_may_be_written_without_a_list() -> None:
    assert mapping("name: skill\n") == mapping("name: [skill]\n")
