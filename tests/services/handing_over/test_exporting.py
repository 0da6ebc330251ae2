"""What goes out as a file: whole, private, and never over something else."""

import json
from pathlib import Path

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.errors import NothingYetError, OccupiedError, PillarplanError
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.handing_over.exporting import (
    EXPORTS,
    export_json,
    export_packet,
    export_roadmap,
    pack,
)
from pillarplan.services.handing_over.writing import write_export
from tests.worlds import MONDAY, On, after, planned, rate


def test_a_packet_explains_the_plan_with_names_and_reasons(on: On) -> None:
    roadmap = planned(on(MONDAY))

    packet = pack(on(after(1)))

    assert (packet.today, packet.roadmap) == (after(1), roadmap)
    assert packet.role_name == "Senior Product Manager"
    assert [gap.skill for gap in packet.gaps if gap.size > 0] == ["negotiation"]
    assert packet.skills["negotiation"] == "Negotiation"
    assert packet.pillars["soft-skills"] == "Soft skills"
    assert list(packet.items) == [item.id for item in roadmap.items]
    assert packet.waits_for["negotiate-a-scope-cut"] == (
        "getting-to-yes",
        "decline-a-feature-well",
    )


def test_every_form_names_what_the_plan_holds(on: On) -> None:
    roadmap = planned(on(MONDAY))

    for form in EXPORTS:
        text = export_roadmap(on(MONDAY), form)
        assert all(item.title in text for item in roadmap.items), form


def test_a_page_for_others_holds_notes_only_if_it_should(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(MONDAY), CheckIn(note="Ask Dana for a rise"))

    assert "Ask Dana" not in export_packet(on(MONDAY), with_notes=False)
    assert "Ask Dana" in export_packet(on(MONDAY), with_notes=True)


def test_everything_as_json_needs_ratings_but_no_plan(on: On) -> None:
    with pytest.raises(NothingYetError, match="pillarplan assess"):
        export_json(on(MONDAY))
    rate(on(MONDAY), negotiation=1)

    everything = json.loads(export_json(on(MONDAY)))

    assert everything["format"] == "pillarplan-profile"
    assert everything["roadmap"] is None
    with pytest.raises(NothingYetError, match="pillarplan plan"):
        export_roadmap(on(MONDAY), "markdown")


def test_a_file_is_private_and_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    write_export(b"first", path, force=False)

    with pytest.raises(OccupiedError):
        write_export(b"second", path, force=False)
    assert path.read_bytes() == b"first"
    write_export(b"second", path, force=True)

    assert path.read_bytes() == b"second"
    assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_is_told_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    with pytest.raises(PillarplanError, match="Nothing was written"):
        write_export(b"text", tmp_path / "none" / "plan.md", force=False)

    assert list(tmp_path.glob("none*")) == []
