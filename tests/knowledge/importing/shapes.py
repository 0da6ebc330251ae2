"""Made-up frameworks in the shapes in which companies publish theirs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from pillarplan.domain.importing.outcome import Omission
from pillarplan.domain.importing.places import SIMPLE, ImportMap
from pillarplan.knowledge.importing.bringing_in import bring_in
from pillarplan.knowledge.importing.framework import Framework
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.reading.model import read_model
from pillarplan.reading.source import Source
from pillarplan.services.forms.mapping import MappingFile, doubts

HEAD = 'format: pillarplan-mapping\nversion: "1.0"\n'

SIMPLE_TABLE = """\
skill,level,text,group
Lamps,1,I can light one,Tower
Lamps,2,I keep ten alight,Tower
Fog,1,I hear a horn,Sea
Fog,2,I sound it in time,Sea
"""


def mapping(text: str) -> ImportMap:
    """Return the mapping that a file says, as the command reads it."""
    source = Source("map.yaml", (HEAD + text).encode())
    return read_model(source, MappingFile, doubts).to_domain()


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a source into a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def workbook(path: Path, sheets: Mapping[str, list[list[Any]]]) -> Path:
    """Write a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def brought_in(
    source: Path, wanted: str | ImportMap = SIMPLE
) -> tuple[Framework, dict[str, Omission]]:
    """Return what a source holds, and what was left out by its reason."""
    tally = Tally()
    told = mapping(wanted) if isinstance(wanted, str) else wanted
    framework = bring_in(source, told, tally)
    return framework, {each.why.value: each for each in tally.told()}


def levels_of(framework: Framework) -> dict[str, dict[int, tuple[str, ...]]]:
    """Return by the name of each skill its behaviours."""
    return {skill.name: skill.levels for skill in framework.skills}


def targets_of(framework: Framework) -> dict[str, dict[str, int]]:
    """Return by the name of each role what it asks for."""
    return {role.name: role.targets for role in framework.roles}


def counts(left: Mapping[str, Omission]) -> dict[str, int]:
    """Return how often something was left out, by the reason."""
    return {why: each.count for why, each in left.items()}
