"""The map of the house for DESIGN.md: every room, its one line, its modules.

    .venv/bin/python -m benchmarks.house_map           # prints it
    .venv/bin/python -m benchmarks.house_map --write   # puts it into DESIGN.md

The line of a room is the first paragraph of its ``__init__``.
"""

import argparse
import ast
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "pillarplan"
DESIGN = ROOT / "DESIGN.md"
LAYERS = (
    "cli",
    "services",
    "render",
    "journal",
    "knowledge",
    "planner",
    "busy",
    "reading",
    "domain",
)
"""In the order in which imports point down."""

WIDTH = 84
COLUMN = 20


def main() -> None:
    """Print the map, or put it in the place of the one that is there."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true")
    new = "\n".join(house_map())
    if not parser.parse_args().write:
        print(new)
        return
    first = new.partition("\n")[0]
    blocks = DESIGN.read_text(encoding="utf-8").split("\n\n")
    blocks = [new if block.startswith(first) else block for block in blocks]
    DESIGN.write_text("\n\n".join(blocks), encoding="utf-8")


def house_map() -> Iterator[str]:
    """Yield the lines of the map."""
    for layer in LAYERS:
        yield from _room(PACKAGE / layer)
    for path in sorted(PACKAGE.glob("*.py")):
        if not path.stem.startswith("__"):
            yield from _entry(path.name, _line(path), "")


def rooms() -> list[Path]:
    """Return the folder of every room."""
    return sorted(path.parent for path in PACKAGE.rglob("__init__.py"))


def _room(folder: Path, depth: int = 0) -> Iterator[str]:
    name = "  " * depth + f"{folder.name}/"
    modules = sorted(path.stem for path in folder.glob("*.py") if path.stem[0] != "_")
    yield from _entry(name, _line(folder / "__init__.py"), " ".join(modules))
    for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
        yield from _room(inner, depth + 1)


def _entry(name: str, line: str, modules: str) -> Iterator[str]:
    """Yield a name with its line beside it, and below that its modules after a dash."""
    lines = wrap(line, WIDTH - COLUMN, break_on_hyphens=False)
    if modules:
        lines += wrap(
            modules, WIDTH - COLUMN, initial_indent="- ", subsequent_indent="  "
        )
    for left, right in zip([name, *[""] * (len(lines) - 1)], lines, strict=True):
        yield f"    {left:{COLUMN}}{right}"


def _line(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_bytes())) or ""
    return " ".join(text.partition("\n\n")[0].split())


if __name__ == "__main__":
    main()
