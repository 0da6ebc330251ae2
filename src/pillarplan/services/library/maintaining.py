"""Looking after a knowledge base: counting and linting."""

from collections.abc import Callable
from pathlib import Path

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.reports.library import Statistics
from pillarplan.errors import InvalidInputError
from pillarplan.knowledge.base.builtin import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking import lint as linting
from pillarplan.knowledge.checking.finding import Finding
from pillarplan.knowledge.checking.statistics import statistics
from pillarplan.services.workspace import Workspace


def count(workspace: Workspace) -> Statistics:
    """Count what the knowledge base holds, the person's overlay included."""
    return statistics(_load(workspace, None))


def lint(
    workspace: Workspace,
    entry: Path | None,
    on_links: Callable[[int, int], None] | None = None,
    *,
    stale: bool = False,
) -> tuple[Finding, ...]:
    """Return what maintainers should mend in a knowledge base.

    With `stale` it is only what somebody should look at again, the longest overdue
    first.  With `on_links`, which is told the progress, the addresses are asked too.
    """
    base = _load(workspace, entry)
    find = linting.find_stale if stale else linting.lint
    findings = find(base, workspace.today)
    if on_links is None:
        return findings
    # Imported here, so that nothing else ever loads what speaks to a network.
    from pillarplan.services.library.links import find_dead_links

    return (*findings, *find_dead_links(base.resources, on_links))


def _load(workspace: Workspace, entry: Path | None) -> KnowledgeBase:
    if entry is None:
        return load(bundled_path(), workspace.overlay)
    try:
        return load(entry)
    except OSError as error:
        raise InvalidInputError(f"{entry}: {error.strerror}.") from None
