"""The config file: read by the rows of the table, described by a model."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.cli.input.config_file import examine_settings, mend, write_setting
from pillarplan.cli.input.settings import SETTINGS, read_settings
from pillarplan.cli.input.settings_model import (
    SettingsFile,
    find_faults,
    settings_schema,
)
from pillarplan.errors import InvalidInputError
from tests.program import Run

VALUES = st.one_of(
    st.sampled_from(["3", "mon=1", "free", "book", "en", "all", "none", "DE", "07:30"]),
    st.text("abc=,0123", max_size=8),
    st.integers(-5, 100),
    st.floats(),
    st.booleans(),
    st.lists(st.sampled_from(["book", "course", "x", 3, 2.5, True]), max_size=3),
    st.just({}),
)

TABLES = st.dictionaries(
    st.sampled_from([*SETTINGS, "hour", "overlayy", "x"]), VALUES, max_size=4
)


@given(TABLES)
def test_the_model_finds_a_fault_where_the_daily_reading_does(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_text(tomlkit.dumps(table))
    faults = find_faults(table)

    try:
        values = dict(read_settings(path).values)
    except InvalidInputError as error:
        in_order = tomllib.loads(path.read_text())
        first = next(name for name in in_order if name in faults)
        assert str(error) == f"{path}: {faults[first]}"
    else:
        assert faults == {}
        assert SettingsFile(**table).model_dump(include=set(table)) == values


def test_all_faults_are_found_at_once() -> None:
    assert find_faults(
        {"hours": "x", "houers": 3, "focus": True, "format": "book"}
    ) == {
        "hours": "hours: 'x' is no number of hours. Write 2.5, 1:30 or 90m.",
        "houers": "unknown setting 'houers'; did you mean 'hours'?",
        "focus": "focus must be text or a number",
    }


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        ("", True),
        ("hours = 4\nfocus = 'all'\nformat = ['book', 'course']\n", True),
        ("hours = 2.5\nhour = 4\n", False),
        ("hours = true\n", False),
        ("format = [['book']]\n", False),
    ],
)
def test_the_schema_is_for_editors(run: Run, content: str, fits: bool) -> None:
    schema = json.loads(run("kb", "schema", "settings").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)

    checker = jsonschema.Draft202012Validator(schema)

    assert schema == settings_schema()
    assert schema["properties"].keys() == SETTINGS.keys()
    assert checker.is_valid(tomllib.loads(content)) == fits


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbfhours = 4\n")

    assert read_settings(path).values == {"hours": "4"}
    assert examine_settings(path) == ()
    assert write_setting(path, "focus", "2") == ()
    assert path.read_bytes() == b'hours = 4\nfocus = "2"\n'


BROKEN = {
    "no value": b"# mine\nfocus = 2\nhours = \n",
    "a long number": b"focus = 2\nhours = " + b"1" * 5000 + b"\n",
    "twice": b"focus = 2\nfocus = 3\n",
    "no end": b"focus = 2\nformat = ['book',\n",
    "deep": b"focus = 2\nhours = " + b"[" * 5000 + b"\n",
    "rather deep": b"focus = 2\nhours = " + b"[" * 150 + b"]" * 150 + b"\n",
    "control characters": b"focus = 2\nhours = 4 \x1b[31m\x00\n",
    "no UTF-8": b"focus = 2\nrole = '\xff'\n",
    "UTF-16": "hours = 4\n".encode("utf-16"),
    "nothing but noise": bytes(range(128, 256)),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_mended_line_by_line_and_nothing_is_lost(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    whole = {"focus": 2} if content.startswith((b"focus", b"# mine")) else {}

    told = write_setting(path, "listening", "1")

    assert tomllib.loads(path.read_text()) == whole | {"listening": "1"}
    assert len(told) >= 2
    assert all(each.isprintable() and len(each) < 150 for each in told)
    before, after = content.splitlines(), path.read_text().splitlines()
    assert len(after) == len(mend(path).text.splitlines()) >= len(before)


@given(st.binary(max_size=80))
def test_any_file_can_be_mended(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(content)

    write_setting(path, "focus", "2")

    assert tomllib.loads(path.read_text("utf-8"))["focus"] == "2"
    assert write_setting(path, "focus", None) == ()


def test_a_number_that_can_be_read_but_not_written_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"hours = 0x{'f' * 5000}\n")

    assert examine_settings(path) == ("hours: a number is too long",)
    with pytest.raises(InvalidInputError, match="hours: a number is too long"):
        read_settings(path)
