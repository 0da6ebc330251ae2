"""A knowledge base is read whole from its files, or not at all."""

from pathlib import Path

import pytest

from pillarplan.domain.knowledge.skill import Role
from pillarplan.knowledge.base.entry import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import UnreadableFileError
from tests.knowledge.bases import SMALL, copied, edit


def test_the_small_knowledge_base_is_read_with_its_parts() -> None:
    base = load(SMALL)

    assert base.title == "A small knowledge base"
    assert [skill.id for skill in base.skills] == ["negotiation", "writing", "pricing"]
    assert [resource.id for resource in base.resources] == [
        "getting-to-yes",
        "hard-talks",
        "negotiation-school",
        "plain-words",
        "editing-others",
        "price-basics",
        "value-pricing",
        "pricing-circle",
    ]
    assert len(base.practices) == 15
    assert base.roles[0] == Role(
        id="pm",
        name="Product Manager",
        summary="Owns one product with one team.",
        targets={"negotiation": 2, "writing": 3, "pricing": 1},
    )
    assert base.resources[1].creators == ("Zoë Müller",)


def test_the_built_in_knowledge_base_is_sound() -> None:
    base = load(bundled_path())

    assert len(list(base.skills)) >= 20
    assert base.resources
    assert base.practices


def test_a_part_may_hold_pillars(tmp_path: Path) -> None:
    entry = copied(tmp_path)
    edit(entry, "include:\n", "include:\n  - more.yaml\n")
    skills = "      - id: negotiation"
    text = entry.read_text(encoding="utf-8")
    pillar = text[text.index("  - id: soft-skills") : text.index("      - id: writing")]
    more = pillar.replace("soft-skills", "more").replace(skills, "      - id: more")
    (tmp_path / "more.yaml").write_text(f"pillars:\n{more}", encoding="utf-8")

    base = load(entry)

    assert [pillar.id for pillar in base.pillars] == ["soft-skills", "business", "more"]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"pillars\.yaml: No such file"):
        load(tmp_path / "pillars.yaml")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    entry = copied(tmp_path / "base")
    part = tmp_path / "base" / "resources" / "business.yaml"
    part.rename(tmp_path / "outside.yaml")
    part.symlink_to(tmp_path / "outside.yaml")

    with pytest.raises(BrokenFileError, match="is a link that leads out of the folder"):
        load(entry)


def test_a_link_to_the_whole_folder_is_followed(tmp_path: Path) -> None:
    copied(tmp_path / "base")
    (tmp_path / "link").symlink_to(tmp_path / "base", target_is_directory=True)

    assert load(tmp_path / "link" / SMALL.name) == load(SMALL)


def test_what_stands_in_a_file_that_cannot_be_read_is_not_missed_elsewhere(
    tmp_path: Path,
) -> None:
    entry = copied(tmp_path)
    text = entry.read_text(encoding="utf-8")
    start = text.index("article:\n")
    part = tmp_path / "resources" / "business.yaml"
    part.write_text(text[start:] + "resources: [\n", encoding="utf-8")
    entry.write_text(text[:start], encoding="utf-8")

    with pytest.raises(BrokenFileError) as caught:
        load(entry)

    assert [problem.file for problem in caught.value.problems] == [str(part)]
