"""Short forms of a knowledge base, written out in full before anything else looks.

So the checks, the overlay and the models all know one form only.
"""

from typing import Any, TypeGuard

from pillarplan.domain.text import LONGEST_LINE, slug
from pillarplan.knowledge.checking.checks import CALLED_BY, PLACES
from pillarplan.knowledge.checking.plain import map_at, maps_at

FLAT = "skills"
"""The list of skills without a pillar, and the id of the pillar that they get."""


def write_out(data: Any, called: str | None) -> None:
    """Write short forms out in the data of a file, where all else stays in its place.

    `called` is what an entry file is called if it says no title; None for other files.
    """
    if called is not None:
        _write_out_base(data, called)
    for section, kind in PLACES.items():
        for entry in maps_at(data, section) if kind in CALLED_BY else ():
            _give_id(entry, kind)
            if kind == "pillar":
                _write_out_skills(entry)


def _write_out_base(data: dict[str, Any], called: str) -> None:
    if data.get("title") is None:
        data["title"] = called
    title = data["title"] if _is_line(data["title"]) else called
    if data.get("id") is None:
        data["id"] = slug(title)
    if isinstance(scale := data.get("scale"), list):
        # Names alone begin at 1, the first level that somebody is on.
        for level, said in enumerate(scale, 1):
            scale[level - 1] = _named_level(level, said)
    if isinstance(data.get(FLAT), list) and isinstance(data.get("pillars", []), list):
        flat = {"id": FLAT, "name": title, "skills": data.pop(FLAT)}
        data.setdefault("pillars", []).append(flat)


def _named_level(level: int, said: Any) -> Any:
    return {"level": level, "name": said} if isinstance(said, str) else said


def _write_out_skills(pillar: dict[str, Any]) -> None:
    if isinstance(skills := pillar.get("skills"), list):
        skills[:] = [{"name": e} if isinstance(e, str) else e for e in skills]
    for skill in maps_at(pillar, "skills"):
        _give_id(skill, "skill")
        levels = map_at(skill, "levels")
        for level, said in levels.items():
            levels[level] = [said] if isinstance(said, str) else said


def _give_id(entry: dict[str, Any], kind: str) -> None:
    name = entry.get(CALLED_BY[kind])
    if entry.get("id") is None and _is_line(name):
        entry["id"] = slug(name)


def _is_line(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_LINE
