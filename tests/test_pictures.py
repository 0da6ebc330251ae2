"""The pictures of README.md are what the program shows."""

from importlib.metadata import version

import pytest

from benchmarks.pictures import FOLDER, PICTURES, README, pictures

RICH = "15."
"""The version whose SVG the pictures are; another one draws the same otherwise."""


@pytest.mark.skipif(
    not version("rich").startswith(RICH), reason="another Rich draws otherwise"
)
def test_the_pictures_are_what_the_program_shows(
    request: pytest.FixtureRequest,
) -> None:
    for path, svg in pictures():
        if request.config.getoption("--update-golden"):
            path.write_text(svg, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == svg, "benchmarks.pictures --write"


def test_the_readme_shows_each_picture_and_they_load_nothing() -> None:
    for name in PICTURES:
        svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")

        assert f"(pictures/{name}.svg)" in README
        assert "url(http" not in svg
        assert "<script" not in svg
