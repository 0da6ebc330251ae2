"""The file of one's own additions, rewritten beside the record and put back."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.record import from_record
from pillarplan.domain.text import file_name, join_words
from pillarplan.errors import PillarplanError
from pillarplan.files import PRIVATE_FILE, make_private, write_atomically
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.commands import Command
from pillarplan.journal.meaning.kinds.own_items import OWN_ITEMS_CHANGED, OwnChange
from pillarplan.knowledge.base.file_stamp import digest


class CannotWriteOwnError(PillarplanError):
    """The file of one's own additions cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Cannot write {file_name(path)}: {reason}. Nothing was recorded."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A file as it is, and as it is to be; None stands for no file."""

    path: Path
    before: bytes | None
    after: bytes | None

    def to_change(self, on: date, items: tuple[str, ...]) -> OwnChange:
        """Return what was done, so that it can be taken back."""
        old, new = _text(self.before), _text(self.after)
        at = _same(old, new)
        rest = _same(old[at:][::-1], new[at:][::-1])
        return OwnChange(
            on=on,
            items=items,
            at=at,
            before=old[at : len(old) - rest],
            after=new[at : len(new) - rest],
            digest_before=_digest(self.before),
            digest_after=_digest(self.after),
        )


def read_own(path: Path) -> bytes | None:
    """Return what a file holds; None if there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWriteOwnError(path, error.strerror or "unknown") from error


@contextmanager
def written(rewrite: Rewrite) -> Iterator[None]:
    """Let a file be rewritten while the record is; both are, or neither.

    Raises CannotWriteOwnError if somebody else changed it meanwhile, or it cannot be.
    """
    if read_own(rewrite.path) != rewrite.before:
        raise CannotWriteOwnError(rewrite.path, "it was changed just now; try again")
    _put(rewrite.path, rewrite.after)
    try:
        yield
    except BaseException:
        with suppress(CannotWriteOwnError):
            _put(rewrite.path, rewrite.before)
        raise


def taken_back(path: Path | None, change: OwnChange) -> Rewrite | None:
    """Return the file as it was before a change; None if it is another one since."""
    if path is None:
        return None
    content = read_own(path)
    if _digest(content) == change.digest_before:
        return Rewrite(path=path, before=content, after=content)
    if content is None or digest(content) != change.digest_after:
        return None
    text = _text(content)
    old = text[: change.at] + change.before + text[change.at + len(change.after) :]
    after = old.encode() if change.digest_before else None
    if _digest(after) != change.digest_before:
        return None
    return Rewrite(path=path, before=content, after=after)


def own_change_of(command: Command) -> OwnChange | None:
    """Return what a command did to the file, if it did anything."""
    for event in command.events:
        if event.type == OWN_ITEMS_CHANGED.name:
            with suppress(*DOES_NOT_FIT):
                return from_record(OwnChange, event.data)
    return None


def changed_since(change: OwnChange) -> str:
    """Say that the file is no longer as a change left it, and so stays as it is."""
    return (
        "The file of your own items was changed since, so it stays as it is. "
        f"{join_words(change.items)} may be changed by hand: pillarplan add --list"
    )


def _put(path: Path, content: bytes | None) -> None:
    try:
        if content is None:
            path.unlink()
            return
        make_private(path.parent)
        mode = path.stat().st_mode & 0o777 if path.exists() else PRIVATE_FILE
        write_atomically(path, content, mode)
    except OSError as error:
        raise CannotWriteOwnError(path, error.strerror or "unknown") from error


def _same(one: str, other: str) -> int:
    """Return with how many equal characters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, (a, b) in pairs if a != b), shorter)


def _text(content: bytes | None) -> str:
    return (content or b"").decode()


def _digest(content: bytes | None) -> str:
    return "" if content is None else digest(content)
