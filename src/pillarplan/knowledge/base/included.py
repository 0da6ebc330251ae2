"""Where the parts are that an entry file includes."""

from pathlib import Path, PurePosixPath

from pillarplan.domain.text import one_line


def resolve(entry: Path, include: str, earlier: set[Path]) -> Path | str:
    """Return the path of an included file, or what is wrong with it.

    Only files below the folder of the entry file may be included, each once, and no
    symbolic link may lead out of that folder.
    """
    relative = PurePosixPath(include)
    shown = one_line(include, 60)
    if relative.is_absolute() or ".." in relative.parts or "\\" in include:
        return f"'{shown}' must be a path below the folder of this file"
    folder = entry.parent
    path = folder / relative
    try:
        real = path.resolve()
        is_file = real.is_file()
    except (OSError, RuntimeError):  # a name too long, or links in a circle
        is_file = False
    if not is_file:
        return f"there is no file '{shown}' below the folder of this one"
    if not real.is_relative_to(folder.resolve()):
        return f"'{shown}' is a link that leads out of the folder of this file"
    if real in earlier or real == entry.resolve():
        return f"'{shown}' is included twice"
    earlier.add(real)
    return path
