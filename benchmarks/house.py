"""How the house is built: its size, its folders, its rooms, its imports, its habits.

    .venv/bin/python -m benchmarks.house
    .venv/bin/python -m benchmarks.house --against ../an-older-checkout

Nothing is imported and nothing is run: the sources are parsed, so any checkout can be
measured, and two can stand beside each other.

- A *folder* is one that holds modules; ``__init__`` is not counted among them.
- A *box* of a layer is a room or a module that lies directly in it; an *arrow* says
  that one box imports another, however often.
- A *chain* is modules of which each imports the next; a circle counts as one link.
- A *circle* is a set of modules each of which reaches every other one.
- Imports inside functions count, and those that only type checkers follow.
- A name is *public* if it does not begin with an underscore.
"""

import argparse
import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path
from statistics import median

PACKAGE = "pillarplan"
LAYERS = ("services", "planner", "cli", "domain", "journal")
LONG_FUNCTION = 40
"""Lines; the house rules allow no more."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", type=Path, metavar="CHECKOUT")
    other: Path | None = parser.parse_args().against
    here = Path(__file__).resolve().parents[1]
    columns = {} if other is None else {str(other): House(other)}
    print_table(columns | {"this checkout": House(here)})


def print_table(columns: Mapping[str, "House"]) -> None:
    """Print one row a figure, one column a checkout."""
    rows = [("", *columns)]
    figures = [house.figures() for house in columns.values()]
    rows += [(name, *(figure[name] for figure in figures)) for name in figures[0]]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [
            cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)
        ]
        print("  ".join([first.ljust(widths[0]), *cells]))


@dataclass(frozen=True)
class House:
    """The sources of one checkout."""

    checkout: Path

    def figures(self) -> dict[str, str]:
        """Return every figure of the table by its name."""
        sizes = sorted(self.folders.values(), reverse=True)
        circles = [group for group in circles_of(self.imports) if len(group) > 1]
        functions = list(self.functions())
        long = sum(lines_of(function) > LONG_FUNCTION for function in functions)
        documented = [ast.get_docstring(node) is not None for node in self.public()]
        return {
            "lines / files": f"{self.lines:,} / {len(self.paths)}",
            "fullest folders (modules)": ", ".join(map(str, sizes[:3])),
            "median modules a folder": f"{median(sizes):g}",
            **{
                f"boxes / arrows: {layer}": "{} / {}".format(*self.boxes(layer))
                for layer in LAYERS
            },
            "longest import chain": str(longest_chain(self.imports)),
            "module circles": str(len(circles)),
            "public class names with two owners": str(len(self.twice)),
            f"functions over {LONG_FUNCTION} lines": share(long, len(functions)),
            "median lines a function": f"{median(map(lines_of, functions)):g}",
            "public names with a docstring": share(sum(documented), len(documented)),
        }

    @cached_property
    def modules(self) -> dict[str, ast.Module]:
        """Every module by its dotted name; a package has the name of its folder."""
        root = self.checkout / "src"
        return {
            ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(
                ".__init__"
            ): ast.parse(path.read_bytes())
            for path in self.paths
        }

    @cached_property
    def paths(self) -> list[Path]:
        """Every source file."""
        return sorted((self.checkout / "src" / PACKAGE).rglob("*.py"))

    @cached_property
    def lines(self) -> int:
        """All lines of all source files."""
        return sum(path.read_bytes().count(b"\n") for path in self.paths)

    @cached_property
    def folders(self) -> Counter[Path]:
        """How many modules lie directly in each folder."""
        return Counter(path.parent for path in self.paths if path.name != "__init__.py")

    @cached_property
    def imports(self) -> dict[str, set[str]]:
        """Which modules of the package each module imports."""
        return {
            name: {found for found in self._imported(tree) if found != name}
            for name, tree in self.modules.items()
        }

    def _imported(self, tree: ast.Module) -> Iterator[str]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (
                    part.name for part in node.names if part.name in self.modules
                )
            elif isinstance(node, ast.ImportFrom) and node.module in self.modules:
                for part in node.names:
                    inner = f"{node.module}.{part.name}"
                    yield inner if inner in self.modules else node.module

    def boxes(self, layer: str) -> tuple[int, int]:
        """Return how many boxes a layer has, and how many arrows between them."""
        inside = f"{PACKAGE}.{layer}."
        box_of = {
            name: name.removeprefix(inside).partition(".")[0]
            for name in self.modules
            if name.startswith(inside)
        }
        arrows = {
            (box_of[name], box_of[other])
            for name in box_of
            for other in self.imports[name]
            if other in box_of and box_of[other] != box_of[name]
        }
        return len(set(box_of.values())), len(arrows)

    @cached_property
    def twice(self) -> list[str]:
        """The public names of classes that more than one module defines."""
        owners = Counter(
            node.name
            for tree in self.modules.values()
            for node in tree.body
            if isinstance(node, ast.ClassDef) and is_public(node.name)
        )
        return sorted(name for name, count in owners.items() if count > 1)

    def functions(self) -> Iterator[Function]:
        """Yield every function and method, private and inner ones too."""
        for node in chain.from_iterable(map(ast.walk, self.modules.values())):
            if isinstance(node, Function):
                yield node

    def public(self) -> Iterator[ast.Module | ast.ClassDef | Function]:
        """Yield every module, and every public class, function and method."""
        for tree in self.modules.values():
            yield tree
            yield from public_in(tree.body)


def public_in(body: Iterable[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Yield the public definitions in a module or class, and in its classes."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and is_public(node.name):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_in(node.body)


def is_public(name: str) -> bool:
    """Whether a name is meant for others."""
    return not name.startswith("_")


def lines_of(function: Function) -> int:
    """Return how many lines a function has, its docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def share(part: int, whole: int) -> str:
    """Return a share in per cent, with one decimal."""
    return f"{100 * part / whole:.1f} %"


def circles_of(imports: Mapping[str, set[str]]) -> list[frozenset[str]]:
    """Return the modules in groups that reach each other; most stand alone."""
    reached = {name: reach(name, imports) for name in imports}
    groups = {
        name: frozenset(
            {name} | {other for other in reached[name] if name in reached[other]}
        )
        for name in imports
    }
    return list(set(groups.values()))


def reach(name: str, imports: Mapping[str, set[str]]) -> set[str]:
    """Return the modules that a module imports, also by way of others."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        new = imports[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def longest_chain(imports: Mapping[str, set[str]]) -> int:
    """Return how many links the longest chain of imports has."""
    group_of = {name: group for group in circles_of(imports) for name in group}
    below: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for name, others in imports.items():
        group = group_of[name]
        below[group] |= {group_of[other] for other in others} - {group}
    length: dict[frozenset[str], int] = {}
    for group in TopologicalSorter(below).static_order():
        length[group] = 1 + max((length[next_] for next_ in below[group]), default=0)
    return max(length.values())


if __name__ == "__main__":
    main()
