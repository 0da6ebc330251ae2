"""Looking after a knowledge base: counting and linting."""

from collections.abc import Callable
from pathlib import Path

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.reports.library import Statistics
from pillarplan.domain.text import file_name
from pillarplan.errors import InvalidInputError
from pillarplan.knowledge.base.entry import find_entry
from pillarplan.knowledge.base.loading import is_overlay, load
from pillarplan.knowledge.checking import lint as linting
from pillarplan.knowledge.checking.finding import Finding
from pillarplan.knowledge.checking.statistics import statistics
from pillarplan.services.workspace import Workspace


def count(workspace: Workspace) -> Statistics:
    """Count what the knowledge base holds, the person's overlay included."""
    return statistics(load(workspace.entry, workspace.overlay))


def lint(
    workspace: Workspace,
    entry: Path | None,
    on_links: Callable[[int, int], None] | None = None,
    *,
    stale: bool = False,
) -> tuple[Finding, ...]:
    """Return what maintainers should mend in a knowledge base, or in an overlay of it.

    With `stale` it is only what somebody should look at again, the longest overdue
    first.  With `on_links`, which is told the progress, the addresses are asked too.
    """
    base, under = _load(workspace, entry)
    find = linting.find_stale if stale else linting.lint
    findings = find(base, workspace.today)
    if under is not None:
        known = set(find(under, workspace.today))
        findings = tuple(each for each in findings if each not in known)
    if on_links is None:
        return findings
    # Imported here, so that nothing else ever loads what speaks to a network.
    from pillarplan.services.library.links import find_dead_links

    others = set(under.resources) if under is not None else set()
    own = [each for each in base.resources if each not in others]
    return (*findings, *find_dead_links(own, on_links))


def _load(
    workspace: Workspace, entry: Path | None
) -> tuple[KnowledgeBase, KnowledgeBase | None]:
    """Return a knowledge base, and that which a named overlay lies over."""
    if entry is None:
        return load(workspace.entry, workspace.overlay), None
    base = read_base(workspace, entry)
    return base, load(workspace.entry) if is_overlay(entry) else None


def read_base(workspace: Workspace, entry: Path) -> KnowledgeBase:
    """Return the knowledge base of a folder or a file, or that under an overlay."""
    try:
        if is_overlay(entry):
            return load(workspace.entry, entry)
        return load(find_entry(entry))
    except OSError as error:
        raise InvalidInputError(f"{file_name(entry)}: {error.strerror}.") from None
