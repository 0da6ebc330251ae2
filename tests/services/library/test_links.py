from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from pillarplan.domain.knowledge.item import Cost, Origin, Resource, ResourceKind
from pillarplan.domain.knowledge.step import Span
from pillarplan.errors import PillarplanError
from pillarplan.services.library.links import find_dead_links

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


def test_without_a_network_one_sentence_says_so() -> None:
    nowhere = [_resource(name, f"http://127.0.0.1:9/{name}") for name in "ab"]

    with pytest.raises(PillarplanError, match="there is no network here"):
        find_dead_links(nowhere, lambda *_: None, seconds_between=0)
