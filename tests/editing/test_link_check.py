"""The link check against a server on this machine; nothing here leaves it."""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ecosystem.editing.link_check import AGENT, Finding, Link, LinkChecker, find_links, is_public, report
from ecosystem.ground.problems import Place
from workbench import FULL

STATUS = {"/gone": 404, "/robot": 403, "/broken": 500, "/ok": 200}


class Handler(BaseHTTPRequestHandler):
    seen: list[tuple[str, str, str]]

    def answer(self) -> None:
        self.seen.append((self.command, self.path, self.headers["User-Agent"]))
        status, target = STATUS.get(self.path, 200), None
        if self.path == "/head-wrong":
            status = 404 if self.command == "HEAD" else 200
        elif self.path == "/moved":
            status, target = 301, "/ok"
        elif self.path == "/loop":
            status, target = 302, "/loop"
        elif self.path == "/inside":
            status, target = 302, "http://127.0.0.2/secret"
        elif self.path == "/file":
            status, target = 302, "file:///etc/passwd"
        elif self.path in ("/drips", "/continues"):
            self.drip(b"x" if self.path == "/drips" else b"HTTP/1.1 100 Continue\r\n\r\n")
            return
        elif self.path == "/silent":
            self.close_connection = True
            return
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.end_headers()

    def drip(self, piece: bytes) -> None:
        """Send *piece* again and again until nobody listens."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(piece)
                threading.Event().wait(0.02)

    do_GET = do_HEAD = answer  # noqa: N815 - the names that the server looks for

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    Handler.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def check(url: str, **options: Any) -> Finding:
    checker = LinkChecker(timeout=5, allows=lambda address: address == "127.0.0.1", sleep=lambda _: None, **options)
    (finding,) = checker.check([Link(url, (Place("data/x.yaml"),))])
    return finding


@pytest.mark.parametrize(
    ("path", "verdict", "reason"),
    [
        ("/ok", "ok", ""),
        ("/työ?q=å", "ok", ""),
        ("/moved", "ok", ""),
        ("/head-wrong", "ok", ""),
        ("/gone", "broken", "HTTP 404"),
        ("/broken", "broken", "HTTP 500"),
        ("/robot", "unclear", "HTTP 403"),
        ("/loop", "broken", "too many redirects"),
        ("/inside", "broken", "the host is not on the public internet"),
        ("/file", "broken", "leads to something that is not a web address"),
        ("/silent", "broken", "RemoteDisconnected"),
    ],
)
def test_each_answer_gets_its_verdict(server: str, path: str, verdict: str, reason: str) -> None:
    finding = check(server + path)
    assert (finding.verdict, finding.reason) == (verdict, reason)


@pytest.mark.parametrize("path", ["/drips", "/continues"])
def test_a_server_that_sends_without_end_is_left(server: str, path: str) -> None:
    finding = check(server + path, longest=0.3)
    assert (finding.verdict, finding.reason) == ("broken", "no answer in time")


def test_links_that_time_ran_out_for_are_reported(server: str) -> None:
    Handler.seen.clear()
    finding = check(server + "/ok", whole=0)
    assert (finding.verdict, finding.reason) == ("unclear", "not asked: the check ran out of time")
    assert Handler.seen == []


@pytest.mark.parametrize("url", ["https://[", "https://[x", "https://a\u2100b.fi/"])
def test_what_looks_like_an_address_and_is_none_is_broken(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.yaml").write_text(f"- text: '{url}'\n")
    (tmp_path / "p.md").write_text(f"See {url} and more.\n")
    (link,) = find_links(tmp_path, tmp_path)
    (finding,) = LinkChecker().check([link])
    assert (finding.verdict, finding.reason, len(link.places)) == ("broken", "not an address", 2)
    assert url in report([finding])


def test_a_private_host_is_never_asked(server: str) -> None:
    Handler.seen.clear()
    (finding,) = LinkChecker().check([Link(server + "/ok", ())])
    assert (finding.verdict, finding.reason) == ("broken", "the host is not on the public internet")
    assert Handler.seen == []


def test_it_says_who_asks_and_pauses_between_requests_to_one_host(server: str) -> None:
    Handler.seen.clear()
    pauses: list[float] = []
    checker = LinkChecker(pause=3, allows=lambda _: True, sleep=pauses.append)
    checker.check([Link(f"{server}/ok?{number}", ()) for number in range(3)])
    assert [seen[0] for seen in Handler.seen] == ["HEAD"] * 3
    assert {seen[2] for seen in Handler.seen} == {AGENT}
    assert pauses == [3, 3]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1%eth0",  # noqa: S104
     "::ffff:10.0.0.1", "fd00::1", "224.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "::127.0.0.1",
     "fec0::1", "168.63.129.16", "64:ff9b::168.63.129.16", "fd00:ec2::254", "100.100.100.200", "2001:0:1::1",
     "2606:4700::5efe:10.0.0.1", "::ffff:0:10.0.0.1"],
)  # fmt: skip
def test_addresses_of_a_network_of_its_own_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_a_public_address_is_public() -> None:
    assert is_public("1.1.1.1")
    assert is_public("2606:4700::1111")
    assert is_public("64:ff9b::1.1.1.1")


def test_links_are_found_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- id: a\n  url: https://a.fi/#x\n  sources:\n    - url: https://b.fi/\n")
    (tmp_path / "p.md").write_text("See [a](https://a.fi/) and <https://c.fi/x>.\n")
    found = {
        link.url: [(Path(p.file).name, p.line, p.column) for p in link.places]
        for link in find_links(tmp_path, tmp_path)
    }
    assert found == {
        "https://a.fi/": [("a.yaml", 2, 8), ("p.md", 1, 9)],
        "https://b.fi/": [("a.yaml", 4, 12)],
        "https://c.fi/x": [("p.md", 1, 29)],
    }


def test_the_report_names_address_reason_and_place() -> None:
    link = Link("https://a.fi/", (Place("data/x.yaml", 3, 8),))
    text = report([Finding(link, "unclear", "HTTP 403"), Finding(link, "broken", "HTTP 404"), Finding(link, "ok")])
    assert text == (
        "## Broken links\n\n- `https://a.fi/`: HTTP 404 (data/x.yaml:3:8)\n"
        "\n## Links that could not be checked\n\n- `https://a.fi/`: HTTP 403 (data/x.yaml:3:8)\n"
    )


def test_data_and_pages_have_links_to_check() -> None:
    assert len(find_links(FULL.data, FULL.docs)) > 100
