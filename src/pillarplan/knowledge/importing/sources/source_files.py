"""The files that are read: all below one folder, and not more than can be read."""

import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase as fnmatch
from pathlib import Path

from pillarplan.domain.text import join_words
from pillarplan.knowledge.importing.sources.errors import UnfitSourceError
from pillarplan.knowledge.importing.sources.limits import (
    MOST_BYTES,
    MOST_FILES,
    MOST_LOOKED_AT,
)
from pillarplan.reading.source import UnreadableFileError

TABLES = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
PAGES = (".md", ".markdown")
TREES = (".json", ".yaml", ".yml")
KNOWN = (*TABLES, *WORKBOOKS, *PAGES, *TREES)
"""What a file that can be read ends in."""


ALL = "**/*"
"""The pattern where none is told."""

FOLDERS = "**"

WILD = re.compile(r"[*?\[]")

NOTHING_HERE = (
    "there is no file to read; it takes CSV, TSV, XLSX, JSON, YAML or Markdown"
)


class SourceFiles:
    """A file, or the files of a folder, that patterns choose from."""

    def __init__(self, source: Path) -> None:
        self.source = source
        try:
            self._is_folder = source.is_dir()
            self._root = (source if self._is_folder else source.parent).resolve()
        except (OSError, ValueError, RuntimeError) as error:
            raise UnreadableFileError(source, str(error)) from None
        self._sizes: dict[Path, int] = {}
        """Of all files that were chosen so far."""

    def chosen(self, patterns: Sequence[str]) -> list[Path]:
        """Return the files that match, in the order of patterns and names.

        Raises UnfitSourceError for a pattern that matches none, and for what cannot be
        read or is too large.
        """
        if not self._is_folder and not patterns:
            found = [self.source]
        else:
            matching = map(self._matching, patterns or (ALL,))
            found = list(dict.fromkeys(path for each in matching for path in each))
        if len(found) > MOST_FILES:
            reason = f"more than {MOST_FILES} files; say which: files: skills/*.yaml"
            raise UnfitSourceError(str(self.source), reason)
        for path in found:
            self._weigh(path)
        return found

    def _matching(self, pattern: str) -> list[Path]:
        """Return the files that a pattern of names means, sorted."""
        folder = self.source if self._is_folder else self.source.parent
        if WILD.search(pattern):
            found = [each for each in self._all(folder) if _is_meant(each, pattern)]
        else:
            found = [pattern]
        paths = [path for each in found if (path := folder / each).is_file()]
        if pattern == ALL:
            paths = [path for path in paths if _is_known(path)]
        if not paths:
            reason = NOTHING_HERE if pattern == ALL else f"no file matches '{pattern}'"
            raise UnfitSourceError(str(folder), reason)
        for path in paths:
            if not path.resolve().is_relative_to(self._root):
                reason = "a link that leads out of the folder that is read"
                raise UnfitSourceError(str(path), reason)
        return paths

    def _all(self, folder: Path) -> Iterator[str]:
        """Yield the names of all files below a folder; hidden ones are left alone."""
        seen = 0
        for here, folders, files in os.walk(folder):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            seen += len(folders) + len(files)
            if seen > MOST_LOOKED_AT:
                reason = f"more than {MOST_LOOKED_AT:,} files; name a smaller folder"
                raise UnfitSourceError(str(folder), reason)
            for name in sorted(files):
                if not name.startswith("."):
                    yield (Path(here) / name).relative_to(folder).as_posix()

    def _weigh(self, path: Path) -> None:
        if not _is_known(path):
            ends = join_words(KNOWN, "or")
            raise UnfitSourceError(str(path), f"the name of a file must end in {ends}")
        try:
            self._sizes[path] = path.stat().st_size
        except OSError as error:
            raise UnreadableFileError(path, error.strerror or "unknown") from error
        if sum(self._sizes.values()) > MOST_BYTES:
            most = f"{MOST_BYTES // 1_000_000} MB"
            reason = (
                f"larger than {most}; bring in a part of it"
                if len(self._sizes) == 1
                else f"with the files before it more than {most}; say which: files: …"
            )
            raise UnfitSourceError(str(path), reason)


def _is_meant(name: str, pattern: str) -> bool:
    """Say whether a pattern means a file; ``**`` is any number of folders.

    Each name is looked at once, so that no pattern takes long.
    """
    forms = pattern.split("/")
    places = _beyond({0}, forms)
    for part in name.split("/"):
        stay = {n for n in places if n < len(forms) and forms[n] == FOLDERS}
        go_on = {
            n + 1 for n in places - stay if n < len(forms) and fnmatch(part, forms[n])
        }
        places = _beyond(stay | go_on, forms)
    return len(forms) in places


def _beyond(places: set[int], forms: Sequence[str]) -> set[int]:
    """Return the places in a pattern, and those after folders that may be none."""
    found = set(places)
    for n, form in enumerate(forms):
        if form == FOLDERS and n in found:
            found.add(n + 1)
    return found


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in KNOWN
