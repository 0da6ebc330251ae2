"""Whether the addresses of the knowledge base still answer: the only use of a network.

It runs for maintainers who ask for it (``kb lint --links``) and never otherwise.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from http import HTTPStatus
from http.client import HTTPException
from queue import Empty, Queue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pillarplan import __version__
from pillarplan.domain.knowledge.item import Resource
from pillarplan.errors import PillarplanError
from pillarplan.knowledge.checking.finding import Finding, Severity

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

PROBED = 8
"""So many sites are asked first whether there is a network at all."""

PATIENCE = 5.0
"""How long to wait for any of them, in seconds."""

OnProgress = Callable[[int, int], None]
"""Is told how many addresses of how many are checked."""


class NoNetworkError(PillarplanError):
    """No site answers at all: it is not the addresses that are at fault."""

    kind = "no-network"

    def __init__(self) -> None:
        super().__init__(
            "No site answers, so there seems to be no network; no address was asked.\n"
            "Try again with a network, or leave --links away."
        )


def find_dead_links(
    resources: Sequence[Resource],
    on_progress: OnProgress,
    seconds_between: float = SECONDS_BETWEEN,
) -> tuple[Finding, ...]:
    """Return the resources whose address does not answer, in their order.

    Several sites are asked at once, but each of them one address after the other.
    Raises NoNetworkError within seconds if none of the first sites answers.
    """
    sites: dict[str, list[Resource]] = {}
    for resource in resources:
        if resource.url.startswith("http"):
            sites.setdefault(urlsplit(resource.url).netloc, []).append(resource)
    first = [each[0].url for each in sites.values()][:PROBED]
    if len(first) == PROBED and not _any_answers(first):
        raise NoNetworkError
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
    return tuple(found[each.id] for each in resources if each.id in found)


def _any_answers(addresses: Sequence[str]) -> bool:
    """Say whether anything is heard from one of the addresses in time."""
    heard: Queue[bool] = Queue()
    for address in addresses:
        # Looking up a name cannot be cut short, so nobody waits for these in the end.
        Thread(target=lambda a=address: heard.put(_is_heard(a)), daemon=True).start()
    latest = time.monotonic() + PATIENCE
    for _ in addresses:
        try:
            if heard.get(timeout=max(0.0, latest - time.monotonic())):
                return True
        except Empty:
            break
    return False


def _is_heard(address: str) -> bool:
    try:
        with urlopen(_request(address, "HEAD"), timeout=PATIENCE):
            return True
    except HTTPError as error:
        error.close()
        return True
    except (OSError, HTTPException):
        return False


def _request(address: str, method: str) -> Request:
    return Request(address, method=method, headers={"User-Agent": NAME})


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
            with urlopen(_request(address, method), timeout=TIMEOUT):
                return None
        except HTTPError as error:
            error.close()
            if error.code in PRIVATE and method == "GET":
                return None
            fault = f"answers {error.code} {error.reason}"
        except URLError as error:
            return f"cannot be reached: {error.reason}"
        except (OSError, HTTPException) as error:
            fault = f"cannot be reached: {error}"
    return fault


def _finding(resource: Resource, fault: str) -> Finding:
    return Finding(
        code="dead-link",
        id=resource.id,
        message=f"{resource.url} {fault}",
        severity=Severity.WARNING,
    )
