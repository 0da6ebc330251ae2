"""Whether the addresses of the knowledge base still answer: the only use of a network.

It runs for maintainers who ask for it (``kb lint --links``) and never otherwise.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pillarplan import __version__
from pillarplan.domain.knowledge.item import Resource
from pillarplan.errors import PillarplanError
from pillarplan.knowledge.checking.finding import Finding, warning

SITES_AT_ONCE = 8
SECONDS_BETWEEN = 1.0
"""How long one site is left in peace after each request."""

TIMEOUT = 20.0
"""In seconds."""

NAME = f"pillarplan/{__version__} (kb lint --links)"

PRIVATE = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.TOO_MANY_REQUESTS,
}
"""Answers of sites that do not talk to programs; a person may still get in."""

UNREACHABLE = "cannot be reached"

OnProgress = Callable[[int, int], None]
"""Is told how many addresses of how many are checked."""


def find_dead_links(
    resources: Sequence[Resource],
    on_progress: OnProgress,
    seconds_between: float = SECONDS_BETWEEN,
) -> tuple[Finding, ...]:
    """Return the resources whose address does not answer, in their order.

    Several sites are asked at once, but each of them one address after the other.
    Raises PillarplanError if there is no network.
    """
    sites: dict[str, list[Resource]] = {}
    for resource in resources:
        if resource.url.startswith("http"):
            sites.setdefault(urlsplit(resource.url).netloc, []).append(resource)
    found: dict[str, Finding] = {}
    done, total = 0, sum(map(len, sites.values()))
    with ThreadPoolExecutor(SITES_AT_ONCE) as pool:
        jobs = [pool.submit(_ask_site, s, seconds_between) for s in sites.values()]
        for job in as_completed(jobs):
            for resource, fault in job.result():
                done += 1
                if fault:
                    found[resource.id] = _finding(resource, fault)
            on_progress(done, total)
    if total and len(found) == total and all(map(_is_unreachable, found.values())):
        raise PillarplanError("No address can be reached: there is no network here.")
    return tuple(found[each.id] for each in resources if each.id in found)


def _ask_site(
    resources: Sequence[Resource], seconds_between: float
) -> list[tuple[Resource, str | None]]:
    answers = []
    for place, resource in enumerate(resources):
        if place:
            time.sleep(seconds_between)
        answers.append((resource, _fault(resource.url)))
    return answers


def _fault(address: str) -> str | None:
    """Return what is wrong with an address; None if it answers."""
    fault = None
    for method in ("HEAD", "GET"):
        try:
            request = Request(address, method=method, headers={"User-Agent": NAME})
            with urlopen(request, timeout=TIMEOUT):
                return None
        except HTTPError as error:
            error.close()
            if error.code in PRIVATE and method == "GET":
                return None
            fault = f"answers {error.code} {error.reason}"
        except URLError as error:
            return f"{UNREACHABLE}: {error.reason}"
        except (OSError, HTTPException) as error:
            fault = f"{UNREACHABLE}: {error}"
    return fault


def _is_unreachable(finding: Finding) -> bool:
    return f" {UNREACHABLE}: " in finding.message


def _finding(resource: Resource, fault: str) -> Finding:
    return warning("dead-link", resource.id, f"{resource.url} {fault}")
