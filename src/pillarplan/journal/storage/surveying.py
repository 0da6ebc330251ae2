"""Looking at all log files at one moment, and at shadow copies as far as needed."""

from dataclasses import replace
from pathlib import Path

from pillarplan.journal.storage.device import is_device
from pillarplan.journal.storage.files import SUFFIX, log_files, read_bytes, stamp_of
from pillarplan.journal.storage.format import Format
from pillarplan.journal.storage.scan import NOTHING, Scan, ended, read_scan, scan
from pillarplan.journal.storage.survey import Survey


def survey(
    folder: Path, own: Path, shadow_folder: Path, form: Format, *, wary: bool = False
) -> Survey:
    """Read all log files in `folder`, and shadow copies where a log may need its own.

    The copy of the own log is read each time, since a twin of this machine may have
    put its own version in the log's place; a `wary` survey reads the other copies, too.
    """
    files = sorted(log_files(folder), key=is_copy)
    copies = {folder / path.name: path for path in log_files(shadow_folder)}
    copies[own] = shadow_folder / own.name
    stamps = {path: stamp_of(path) for path in files}
    # The shadow copies first: they follow the logs, so that what is added to both while
    # we look cannot seem lost.
    copied = {
        path: read_bytes(copy)
        for path, copy in copies.items()
        if wary or path == own or stamp_of(copy) != stamps.get(path)
    }
    scans = {path: read_scan(path, form) for path in files}
    shadows = {
        path: _scan_copy(content, scans.get(path, NOTHING), form)
        for path, content in copied.items()
    }
    both = (*scans.values(), *shadows.values())
    if any(each.unfinished for each in both):
        elsewhere = ended(both)
        # Once each: a copy that is in step shares the scan of its log.
        whole = {id(each): each.with_rest_elsewhere(elsewhere) for each in both}
        scans = {path: whole[id(each)] for path, each in scans.items()}
        shadows = {path: whole[id(each)] for path, each in shadows.items()}
    found = Survey(
        scans=scans,
        own=own,
        shadow_folder=shadow_folder,
        form=form,
        shadows=shadows,
        stamps=stamps,
    )
    # The exact comparison is left to commands that write, and to the doctor.
    if wary or _is_sound(found):
        return found
    return survey(folder, own, shadow_folder, form, wary=True)


def _is_sound(found: Survey) -> bool:
    """Say whether no log needs a shadow copy that was not read."""
    others = found.scans.keys() - found.shadows.keys()
    return not any(
        found.scans[path].damaged or found.scans[path].torn for path in others
    )


def unchanged(found: Survey, folder: Path) -> Survey | None:
    """Return a wary survey of `folder` without scanning it if all is as it was `found`.

    Every file is compared byte by byte.  None if any changed, came or went, or if the
    shadow copy is not in step with the own log.
    """
    own = found.own_scan
    same = (
        found.scans.keys() == {*log_files(folder)}
        and all(read_bytes(path) == each.content for path, each in found.scans.items())
        and read_bytes(found.shadow_file) == own.content
    )
    return replace(found, shadows={**found.shadows, found.own: own}) if same else None


def _scan_copy(content: bytes, log: Scan, form: Format) -> Scan:
    """Return what a shadow copy holds: as a rule just what its log does."""
    if not content:
        return NOTHING
    return log if content == log.content else scan(content, form)


def is_copy(path: Path) -> bool:
    """Say whether a log is a sync tool's copy rather than the file of a device."""
    return not is_device(path.name.removesuffix(SUFFIX))
