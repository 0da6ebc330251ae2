"""The domain is made of standard dataclasses, and of nothing else."""

import subprocess
import sys
from pathlib import Path

import pillarplan.domain

FOLDER = Path(pillarplan.domain.__file__).parent


def test_no_module_of_the_domain_mentions_pydantic() -> None:
    modules = sorted(FOLDER.rglob("*.py"))

    assert len(modules) > 20
    assert [
        module.name
        for module in modules
        if "pydantic" in module.read_text(encoding="utf-8").lower()
    ] == []


def test_the_whole_domain_is_imported_with_the_standard_library_alone() -> None:
    names = ("pillarplan.domain", *_modules())
    imports = "\n".join(f"import {name}" for name in names)
    foreign = (
        "import sys\n"
        "def built(name): return name.startswith('_sysconfigdata')\n"
        f"before = set(sys.modules)\n{imports}\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        # What the standard library was built with stands in a module that is named
        # after the machine, and so is on no list.
        "known = {*sys.stdlib_module_names, *filter(built, new)}\n"
        "print(sorted(new - known))\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", foreign], capture_output=True, check=True, text=True
    )

    assert run.stdout == "['pillarplan']\n"


def _modules() -> list[str]:
    paths = (path.relative_to(FOLDER) for path in FOLDER.rglob("*.py"))
    return sorted(
        ".".join(("pillarplan.domain", *path.with_suffix("").parts)) for path in paths
    )
