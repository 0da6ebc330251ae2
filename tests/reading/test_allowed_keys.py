"""The keys that a map may have are found along the way to it."""

import pytest

from pillarplan.knowledge.formats.files import KnowledgeFile
from pillarplan.reading.allowed_keys import keys_at


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("resources", 3, "effort"), "pages reading minutes weeks hours_per_week"),
        (("resources", 0, "develops", 1), "skill from to"),
        (("pillars", 0), "id name summary covers skills"),
        (("roles", 0, "targets"), ""),
        (("roles", 0, "targets", "writing"), ""),
        (("nothing", "at", "all"), ""),
    ],
)
def test_keys_are_found_through_lists_maps_and_options(
    path: tuple[str | int, ...], keys: str
) -> None:
    assert keys_at(KnowledgeFile, path) == tuple(keys.split())
