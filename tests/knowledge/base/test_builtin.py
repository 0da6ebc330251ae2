"""The built-in knowledge base is found in a checkout, and in a wheel."""

from pathlib import Path

import pytest

from pillarplan.knowledge.base import builtin


def test_a_checkout_has_it_at_its_root() -> None:
    root = Path(__file__).parents[3]

    assert builtin.bundled_path() == root / "data" / "pillars.yaml"


def test_a_wheel_has_it_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "pillarplan" / "data" / "pillars.yaml"
    packaged.parent.mkdir(parents=True)
    packaged.touch()
    module = tmp_path / "pillarplan" / "knowledge" / "base" / "builtin.py"
    monkeypatch.setattr(builtin, "__file__", str(module))

    assert builtin.bundled_path() == packaged
