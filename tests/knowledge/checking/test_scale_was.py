"""What a base says of its earlier scales can be meant, or is refused with its place."""

from pathlib import Path

import pytest

from pillarplan.domain.knowledge.edition import edition_of
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.index.opening import open_index
from pillarplan.reading.problem import BrokenFileError
from tests.knowledge.bases import copied, edit


def written(folder: Path, scales: str) -> Path:
    entry = copied(folder)
    edit(entry, "pillars:\n", f"scale_was:\n{scales}\npillars:\n")
    return entry


def test_each_level_of_an_earlier_scale_says_what_it_is_now(tmp_path: Path) -> None:
    entry = written(tmp_path, "  - {1: 1, 2: 3, 3: 5}\n  - {0: 0, 1: 2, 2: 5}\n")

    edition = edition_of(load(entry))

    assert edition.scale_was == ((0, 1, 3, 5), (0, 2, 5))
    with open_index(entry) as index:
        compiled = index.edition
    assert (compiled.base, compiled.top) == (edition.base, edition.top)
    assert compiled.scale_was == edition.scale_was
    assert compiled.words == edition.words


@pytest.mark.parametrize(
    ("scales", "message"),
    [
        ("  - {1: 1, 3: 5}\n", "it says nothing of 2"),
        ("  - {1: 2, 2: 1}\n", "a higher level cannot be a lower one now"),
        ("  - {1: 1, 2: 6}\n", "there is no level 6 now; the scale goes to 5"),
        (
            "  - {1: 1, 2: 2, 3: 3, 4: 4, 5: 4}\n",
            "it goes to 5 as the present scale does",
        ),
        ("  - {1: 1, 2: 2}\n  - {1: 1, 2: 3}\n", "it goes to 2 as another one here"),
        ("  - {}\n", "scale_was"),
        ("  - [1, 2]\n", "scale_was"),
        ("  - {one: 1}\n", "one"),
        ("  - {1: far}\n", "far"),
        ("  3\n", "scale_was"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, scales: str, message: str
) -> None:
    with pytest.raises(BrokenFileError) as refused:
        load(written(tmp_path, scales))

    assert message in str(refused.value)
