"""The planner and the domain tell facts; their words are made where they are shown."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pillarplan

ROOT = Path(pillarplan.__file__).parent

PROSE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}|[a-z]{2,}[.;:]( |$)")
"""Two words in a row, or the end of a sentence."""

MODULES = [
    *ROOT.glob("planner/**/*.py"),
    *ROOT.glob("domain/facts/*.py"),
    *ROOT.glob("domain/plan/*.py"),
]


def sentences(source: str) -> Iterator[str]:
    """Yield the texts of a module that look like prose, but for docstrings.

    What an exception says is no answer of the planner.  `GROUPS` of the domain and the
    title of a page are names.
    """
    tree = ast.parse(source)
    spared = {id(node) for node in _spared(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in spared:
            continue
        if isinstance(node.value, str) and PROSE.search(node.value):
            yield node.value


def _spared(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        is_error = isinstance(node, ast.ClassDef) and node.name.endswith("Error")
        if is_error or isinstance(node, ast.Raise):
            yield from ast.walk(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield from ast.walk(node.annotation)


@pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: str(module.relative_to(ROOT))
)
def test_a_module_holds_no_sentence(module: Path) -> None:
    found = {*sentences(module.read_text(encoding="utf-8"))}

    assert found - NAMES == set()


NAMES = {"The plan", "Not rated", "Not applicable", "At target"}
"""Titles of lists and pages."""


def test_a_sentence_would_be_seen() -> None:
    source = '''
"""A docstring may speak in sentences."""
def why(gap):
    """This one, too."""
    return f"You are at level {gap}; the target is {gap}."
'''

    assert [*sentences(source)] == ["You are at level ", "; the target is "]
    assert [*sentences('"Closes."; x = "Closes."')] == ["Closes."]
    assert [*sentences('x = "--budget", "closes-all", "2026-11-23"')] == []
