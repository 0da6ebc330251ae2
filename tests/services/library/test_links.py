import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic

import pytest

from pillarplan.domain.knowledge.item import Cost, Origin, Resource, ResourceKind
from pillarplan.domain.knowledge.step import Span
from pillarplan.services.library import links
from pillarplan.services.library.links import NoNetworkError, find_dead_links

PAGES = {"/fine": 200, "/gone": 404, "/private": 403, "/broken": 500}
"""What the site answers, by path; to HEAD it always says 405."""


class Site(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_error(405)

    def do_GET(self) -> None:
        self.send_response(PAGES[self.path])
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # theirs
        """Keep the test's output clean."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _resource(name: str, url: str) -> Resource:
    return Resource(
        id=name,
        title=name,
        kind=ResourceKind.ARTICLE,
        url=url,
        develops=(Span(skill="writing", from_=0, to=1),),
        hours=1.0,
        cost=Cost.FREE,
        why="-",
        apply="-",
        reviewed_on=date(2026, 11, 23),
        origin=Origin.ADDITION,
    )


def test_addresses_that_do_not_answer_are_found_in_their_order(site: str) -> None:
    resources = [_resource(path.strip("/"), site + path) for path in PAGES]
    resources.append(_resource("nobody", "http://127.0.0.1:9/x"))
    progress: list[tuple[int, int]] = []

    found = find_dead_links(
        resources, lambda *now: progress.append(now), seconds_between=0
    )

    assert [finding.id for finding in found] == ["gone", "broken", "nobody"]
    assert found[0].message == f"{site}/gone answers 404 Not Found"
    assert {finding.severity for finding in found} == {"warning"}
    assert progress[-1] == (5, 5)


def test_addresses_of_mail_are_not_asked() -> None:
    mail = replace(_resource("a", "http://127.0.0.1:9/x"), url="mailto:a@b.example")

    assert find_dead_links([mail], lambda *_: None) == ()


NOBODY = [_resource(f"r-{n}", f"http://127.0.0.{n}:9/x") for n in range(1, 30)]
"""Sites that all refuse to talk, as if there were no network."""


def test_without_a_network_one_sentence_says_so_within_seconds() -> None:
    begun = monotonic()

    with pytest.raises(NoNetworkError, match="no network"):
        find_dead_links(NOBODY, lambda *_: None)

    assert monotonic() - begun < links.PATIENCE + 1


def test_a_network_that_never_answers_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(links, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        mute = [
            _resource(f"r-{n}", f"http://127.0.0.1:{port}/{n}")
            for n in range(links.PROBED)
        ]
        sites = [
            replace(each, url=each.url.replace("127.0.0.1", f"127.0.0.{n + 1}"))
            for n, each in enumerate(mute)
        ]
        begun = monotonic()
        with pytest.raises(NoNetworkError):
            find_dead_links(sites, lambda *_: None)

    assert monotonic() - begun < 2


def test_one_site_that_answers_is_a_network(site: str) -> None:
    resources = [_resource("fine", f"{site}/fine"), *NOBODY]

    found = find_dead_links(resources, lambda *_: None, seconds_between=0)

    assert len(found) == len(NOBODY)
