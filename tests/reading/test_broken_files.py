"""Every file under tests/data/broken is told what is wrong with it, and where."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.formats.files import PartFile
from pillarplan.reading import yaml_text
from pillarplan.reading.model import read_model
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import Source
from pillarplan.services.forms.ratings import RatingsFile

FOLDER = Path(__file__).parents[1] / "data" / "broken"

KNOWLEDGE = Path("../knowledge/pillars.yaml")

READ: dict[str, Callable[[Path], object]] = {
    "part": lambda path: read_model(Source.open(path), PartFile),
    "ratings": lambda path: read_model(Source.open(path), RatingsFile),
    "knowledge": load,
    "overlay": lambda path: load(KNOWLEDGE, path),
}
"""How to read a file, by the beginning of its name."""

MARK = "# expect: "

NAMES = sorted(
    path.name
    for path in FOLDER.iterdir()
    if path.name.split("-")[0] in READ and path.suffix != ".expect"
)


YAML = [name for name in NAMES if name.endswith(".yaml")]

ELSEWHERE_IN_PYTHON = {"part-directive.yaml", "part-unknown-escape.yaml"}
"""Where the two parsers of PyYAML point to different characters."""


def expected(name: str) -> list[str]:
    sidecar = FOLDER / f"{name}.expect"
    if sidecar.exists():
        return sidecar.read_text(encoding="utf-8").splitlines()
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(MARK) for line in lines if line.startswith(MARK)]


def found(name: str) -> list[str]:
    with pytest.raises(BrokenFileError) as caught:
        READ[name.split("-")[0]](Path(name))
    return [
        f"{'' if problem.file == name else f'{problem.file}:'}"
        f"{problem.line}:{problem.column} {problem.message}"
        for problem in caught.value.problems
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_file_is_told_all_that_is_wrong_with_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)

    assert found(name) == expected(name)


@pytest.mark.parametrize("name", sorted({*YAML} - ELSEWHERE_IN_PYTHON))
def test_the_parser_that_is_written_in_python_says_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    monkeypatch.setattr(yaml_text, "LOADER", yaml.SafeLoader)

    assert found(name) == expected(name)


def test_there_are_many_broken_files() -> None:
    assert len(NAMES) >= 100
