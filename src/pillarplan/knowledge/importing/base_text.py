"""A framework as the files of a knowledge base, as one would write them by hand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from pillarplan.domain.text import LONGEST_LINE, one_line, slug
from pillarplan.knowledge.importing.framework import FoundRole, FoundSkill, Framework
from pillarplan.knowledge.importing.ids import Ids
from pillarplan.knowledge.importing.sources.tally import Tally
from pillarplan.reading.building import WORDS, number_of

ENTRY = "base.yaml"

SMALL = 60_000
"""In characters.  What fits into one file that one likes to look over is one file."""

LARGE = 400_000
"""In characters: a file twice as large could not be read as a part of a base."""

HEAD = """\
# {title}, brought in by: pillarplan kb import
# It is yours: change it by hand as you like, and see: pillarplan kb lint {name}
# `same_as: pricing` on a skill borrows resources and practices from the built-in skill
# of that id; own ones may stand here, too. All keys: pillarplan kb schema knowledge
"""


class _Plain:
    """Writes what our reader reads: no aliases, and texts that stay texts."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _FastDumper(_Plain, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Takes a twentieth of the time, but writes rare characters as numbers."""


class _FullDumper(_Plain, yaml.SafeDumper):
    """Writes all characters as they are."""


COMMON = "\uffff"
"""The last character that the fast one writes as it is."""


def _text(dumper: Any, text: str) -> Any:
    # Our reader takes more words for numbers than the writer knows of.
    is_word = text not in WORDS and number_of(text) is None
    style = None if is_word else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


for dumper in (_FastDumper, _FullDumper):
    dumper.add_representer(str, _text)


def base_files(framework: Framework) -> dict[str, str]:
    """Return the texts of the files by their names; the first is the entry."""
    head: dict[str, Any] = {
        "format": "pillarplan-knowledge",
        "version": "1.1",
        "id": slug(framework.title),
        "title": framework.title,
    }
    if framework.levels.names:
        head["scale"] = [
            {"level": level, "name": name}
            for level, name in enumerate(framework.levels.names, start=1)
        ]
    groups = _grouped(framework)
    roles = [*map(_role, framework.roles)]
    begin = HEAD.format(title=framework.title, name=ENTRY)
    whole = begin + _written(head | _content(groups, roles))
    if len(whole) <= SMALL:
        return {ENTRY: whole}
    parts = dict(_parts(groups, roles, framework.title))
    head["include"] = [*parts]
    return {ENTRY: begin + _written(head), **parts}


def _content(
    groups: Mapping[str, list[Any]], roles: Sequence[Any]
) -> dict[str, list[Any]]:
    ids = Ids(Tally())
    pillars = [
        {"id": ids.give(name), "name": name, "skills": skills}
        for name, skills in groups.items()
        if name
    ]
    found = {"skills": groups.get("", []), "pillars": pillars, "roles": roles}
    return {key: [*value] for key, value in found.items() if value}


def _parts(
    groups: Mapping[str, list[Any]], roles: Sequence[Any], title: str
) -> Iterator[tuple[str, str]]:
    """Yield names and texts of files: some for each group, and the roles."""
    ids = Ids(Tally())
    for group, skills in groups.items():
        pieces = [*_pieces(skills)]
        for number, piece in enumerate(pieces, start=1):
            name = group or title
            if len(pieces) > 1:
                name = f"{one_line(name, LONGEST_LINE - 10)} ({number})"
            pillar = {"id": ids.give(name), "name": name, "skills": piece}
            yield f"skills/{pillar['id']}.yaml", _written({"pillars": [pillar]})
    for number, piece in enumerate(_pieces(roles), start=1):
        yield f"roles/{number}.yaml", _written({"roles": piece})


def _pieces(entries: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield entries in pieces that fit into a file each."""
    piece: list[Any] = []
    size = 0
    for entry in entries:
        length = len(str(entry))
        if piece and size + length > LARGE:
            yield piece
            piece, size = [], 0
        piece.append(entry)
        size += length
    if piece:
        yield piece


def _written(data: Mapping[str, Any]) -> str:
    """Return the YAML of a file, with an empty line before each of its parts."""
    is_common = max(str(data)) <= COMMON
    parts = (
        yaml.dump(
            {key: value},
            Dumper=_FastDumper if is_common else _FullDumper,
            allow_unicode=True,
            default_flow_style=False,
            indent=2,
            sort_keys=False,
            width=88,
        )
        for key, value in data.items()
    )
    return "".join(f"\n{part}" if "\n" in part[:-1] else part for part in parts)


def _grouped(framework: Framework) -> dict[str, list[Any]]:
    """Return the skills by group."""
    groups: dict[str, list[Any]] = {}
    for skill in framework.skills:
        groups.setdefault(skill.group, []).append(_skill(skill))
    return groups


def _skill(skill: FoundSkill) -> dict[str, Any]:
    record = _named(skill)
    if skill.levels:
        record["levels"] = {level: [*lines] for level, lines in skill.levels.items()}
    return record


def _role(role: FoundRole) -> dict[str, Any]:
    return _named(role) | {"targets": role.targets}


def _named(found: FoundSkill | FoundRole) -> dict[str, Any]:
    summary = {"summary": found.summary} if found.summary else {}
    return {"id": found.id, "name": found.name, **summary}
