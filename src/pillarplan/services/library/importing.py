"""Bringing in a skill framework of others as a knowledge base of one's own."""

import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

from pillarplan.domain.importing.outcome import Found, ImportReport, Lack, Shortfall
from pillarplan.domain.importing.places import ImportMap
from pillarplan.knowledge.importing.base_text import ENTRY, base_files
from pillarplan.knowledge.importing.bringing_in import bring_in
from pillarplan.knowledge.importing.framework import FoundSkill, Framework
from pillarplan.knowledge.importing.sources.tally import SHOWN, Tally
from pillarplan.services.library.new_folder import check_place, write_folder


def import_framework(
    source: Path, wanted: ImportMap, folder: Path, *, force: bool
) -> ImportReport:
    """Make a knowledge base in a folder of what a file or folder holds.

    The folder is there as a whole afterwards, or nothing has changed.  One that is
    there already is replaced only with `force`, and only if it holds such a base alone.
    """
    check_place(folder, ENTRY, force=force)
    tally = Tally()
    framework = bring_in(source, wanted, tally)
    files = base_files(framework)
    write_folder(folder, files)
    return ImportReport(
        source=str(source),
        folder=str(folder),
        title=framework.title,
        found=_found(framework),
        left_out=tally.told(),
        missing=tuple(_lacking(framework)),
        files=tuple(files),
        next=f"pillarplan config set base {shlex.quote(str(folder))}",
    )


def _found(framework: Framework) -> Found:
    skills, roles = framework.skills, framework.roles
    return Found(
        files=framework.files,
        entries=framework.entries,
        groups=len({skill.group for skill in skills} - {""}),
        skills=len(skills),
        behaviours=sum(len(lines) for each in skills for lines in each.levels.values()),
        levels=framework.levels.names,
        ordered=framework.levels.ordered,
        roles=len(roles),
        targets=sum(len(role.targets) for role in roles),
    )


def _lacking(framework: Framework) -> Iterator[Shortfall]:
    top = len(framework.levels.names)
    bare = [each for each in framework.skills if not each.levels]
    partly = [each for each in framework.skills if 0 < len(each.levels) < top]
    silent = [each for each in framework.skills if not each.summary]
    for what, skills in (
        (Lack.TEXTS, bare),
        (Lack.LEVEL, partly),
        (Lack.SUMMARY, silent),
    ):
        if skills:
            yield Shortfall(what=what, count=len(skills), examples=_names(skills))


def _names(skills: Iterable[FoundSkill]) -> tuple[str, ...]:
    return tuple(skill.name for skill in skills)[:SHOWN]
