"""Ask other sites whether the pages that this one links to are still there.

Polite: one request at a time to a host, a pause between them, HEAD before GET, and nothing is read beyond the
head. Careful: the name of a host is looked up once, every address must be public, and the connection goes to
the address that was checked, so that a link can never reach a machine of the network that runs the check. Patient,
but not for ever: there is a deadline for each link and one for all, and a finding for each link whatever happens.
"""

import contextlib
import http.client
import ipaddress
import os
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from ecosystem.ground.nodes import MapNode, SeqNode, Value, read_nodes
from ecosystem.ground.problems import Place
from ecosystem.ground.text import read_text

AGENT: Final = "ecosystem-link-check/1 (+https://www.sotetekoaly.fi/)"
MOST_REDIRECTS: Final = 5
HOSTS_AT_ONCE: Final = 8

#: Answers that do not tell whether a page is there: it wants a login, or takes us for a robot (as we are).
_UNCLEAR: Final = frozenset({401, 403, 406, 429, 451, 503, 999})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ALLOWED_IN_A_URL: Final = "%/:=&?~#+!$,;'@()*[]-._"
#: Networks of version 6 in which addresses of version 4 are written, with the bits that follow these; and those that
#: are translated within one's own network, or belong to what is no longer in use: none of theirs is public.
_TRANSLATED: Final = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::ffff:0:0/96"))
_OWN: Final = tuple(
    map(ipaddress.ip_network, ("::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16", "fec0::/10", "::ffff:0:0:0/96"))
)
#: What a cloud's machines ask about themselves, at an address that looks public.
_METADATA: Final = frozenset({"168.63.129.16", "100.100.100.200", "192.0.0.192"})
#: In an interface's part of an address: an address of version 4 follows (ISATAP).
_ISATAP: Final = (0x00005EFE, 0x02005EFE)
_IN_MARKDOWN: Final = re.compile(r"https?://[^\s<>()\"'`\]]+")


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the places that name it."""

    url: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a link. `verdict` is ok, unclear or broken; `reason` says why it is not ok."""

    link: Link
    verdict: str
    reason: str = ""


class UnreachableError(Exception):
    """A host that must not or cannot be asked; the message says why."""


def find_links(data: Path, documents: Path) -> list[Link]:
    """Return all outside addresses in the data and the hand-written pages, each once, in alphabetical order."""
    places: dict[str, list[Place]] = {}
    for path in sorted(data.glob("*.yaml")):
        text, _ = read_text(path, path.as_posix())
        document, _, _ = read_nodes(text or "", path.as_posix())
        for url, (line, column) in _addresses(document):
            places.setdefault(_whole_page(url), []).append(Place(path.as_posix(), line, column))
    for path in sorted(documents.rglob("*.md")):
        text, _ = read_text(path, path.as_posix())
        for number, content in enumerate((text or "").split("\n"), start=1):
            for match in _IN_MARKDOWN.finditer(content):
                url = _whole_page(match.group().rstrip(".,;:!?"))
                places.setdefault(url, []).append(Place(path.as_posix(), number, match.start() + 1))
    return [Link(url, tuple(found)) for url, found in sorted(places.items())]


def _whole_page(url: str) -> str:
    """Return *url* without the place on its page; what is no address stays as it is and is found broken."""
    try:
        return urldefrag(url).url
    except ValueError:
        return url


def _addresses(document: Value | None) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every text that is an address, with its place; nested values wait in a list, not on the stack."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        pairs: Iterable[tuple[Value, tuple[int, int]]] = ()
        if isinstance(node, MapNode):
            pairs = ((value, node.values_at[key]) for key, value in node.items())
        elif isinstance(node, SeqNode):
            pairs = zip(node, node.items_at, strict=True)
        for value, mark in pairs:
            if not isinstance(value, str):
                waiting.append(value)
            elif value.startswith(("https://", "http://")) and not re.search(r"\s", value):
                yield value, mark


def is_public(address: str) -> bool:
    """Tell whether the numeric *address* belongs to the public internet."""
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        if any(number in network for network in _TRANSLATED):
            number = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        elif any(number in network for network in _OWN) or (int(number) >> 32) & 0xFFFFFFFF in _ISATAP:
            return False
    return bool(number.is_global and not number.is_multicast) and str(number) not in _METADATA


@dataclass(frozen=True, kw_only=True)
class LinkChecker:
    """How to ask. All times are in seconds.

    *timeout* is for each silence of a server, *longest* for a link with all its redirects, *whole* for all links;
    *pause* is between two requests to one host.
    """

    timeout: float = 20
    longest: float = 60
    whole: float = 45 * 60
    pause: float = 1
    allows: Callable[[str], bool] = is_public
    sleep: Callable[[float], None] = time.sleep
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def check(self, links: Iterable[Link]) -> list[Finding]:
        """Return what became of each of *links*, by address; those that time ran out for are unclear."""
        end = time.monotonic() + self.whole
        by_host = sorted(links, key=lambda link: (_host(link.url), link.url))
        groups = [list(group) for _, group in groupby(by_host, lambda link: _host(link.url))]
        with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
            findings = [finding for found in pool.map(partial(self._check_host, end), groups) for finding in found]
        return sorted(findings, key=lambda finding: finding.link.url)

    def _check_host(self, end: float, links: list[Link]) -> list[Finding]:
        findings: list[Finding] = []
        for link in links:
            if time.monotonic() >= end:
                findings.append(Finding(link, "unclear", "not asked: the check ran out of time"))
                continue
            if findings:
                self.sleep(self.pause)
            findings.append(self._check_link(link, min(end, time.monotonic() + self.longest)))
        return findings

    def _check_link(self, link: Link, end: float) -> Finding:
        try:
            urlsplit(link.url)
        except ValueError:
            return Finding(link, "broken", "not an address")
        try:
            status = self._final_status(link.url, "HEAD", end)
            if status >= 400 and status != 429:
                # Some servers answer HEAD wrongly: only a GET may call a page missing.
                self.sleep(self.pause)
                status = self._final_status(link.url, "GET", end)
        except UnreachableError as error:
            return Finding(link, "broken", str(error))
        except TimeoutError:
            return Finding(link, "broken", "no answer in time")
        except Exception as error:  # whatever a server does, the others are asked and the report is written
            return Finding(link, "broken", type(error).__name__)
        if status < 400:
            return Finding(link, "ok")
        return Finding(link, "unclear" if status in _UNCLEAR else "broken", f"HTTP {status}")

    def _final_status(self, url: str, method: str, end: float) -> int:
        """Return the status at the end of the redirects from *url*."""
        for _ in range(MOST_REDIRECTS + 1):
            status, target = self._ask(url, method, end)
            if status not in _REDIRECTS or not target:
                return status
            url = urljoin(url, target)
        raise UnreachableError("too many redirects")

    def _ask(self, url: str, method: str, end: float) -> tuple[int, str | None]:
        """Make one request; return its status and where it redirects to. Raise `TimeoutError` at the time *end*."""
        parts = urlsplit(quote(url, safe=_ALLOWED_IN_A_URL))
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise UnreachableError("leads to something that is not a web address")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = self._public_address(parts.hostname, port)
        connection = http.client.HTTPConnection(parts.hostname, port, timeout=self.timeout)
        connection.sock = socket.create_connection((address, port), min(self.timeout, _left(end)))
        with _ended_at(end, connection):
            if parts.scheme == "https":
                connection.sock = self.tls.wrap_socket(connection.sock, server_hostname=parts.hostname)
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request(method, target, headers={"User-Agent": AGENT, "Accept": "*/*", "Host": parts.netloc})
            response = connection.getresponse()
            return response.status, response.headers.get("Location")

    def _public_address(self, host: str, port: int) -> str:
        """Return a numeric address of *host*; refuse the host if any of its addresses is not allowed."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise UnreachableError("the host does not exist") from None
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(self.allows(address) for address in addresses):
            raise UnreachableError("the host is not on the public internet")
        return addresses[0]


def _left(end: float) -> float:
    """Return the seconds until *end*; raise `TimeoutError` when there are none."""
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@contextlib.contextmanager
def _ended_at(end: float, connection: http.client.HTTPConnection) -> Iterator[None]:
    """Close *connection* afterwards, and break it off at the time *end*, however often the server sends something."""
    is_late = threading.Event()
    # a copy: encryption takes the socket over, and what is broken off is the connection behind both
    with socket.socket(fileno=os.dup(connection.sock.fileno())) as copy, contextlib.closing(connection):

        def break_off() -> None:
            is_late.set()
            with contextlib.suppress(OSError):
                copy.shutdown(socket.SHUT_RDWR)

        watch = threading.Timer(_left(end), break_off)
        watch.start()
        try:
            yield
        except (OSError, http.client.HTTPException) as error:
            raise (TimeoutError() if is_late.is_set() else error) from error
        finally:
            watch.cancel()


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return url


def report(findings: list[Finding]) -> str:
    """Return *findings* that are not ok as Markdown, the broken ones first; empty when there are none."""
    headings = {"broken": "Broken links", "unclear": "Links that could not be checked"}
    parts = []
    for verdict, heading in headings.items():
        lines = [
            f"- `{finding.link.url.replace('`', '%60')}`: {finding.reason} ({', '.join(map(str, finding.link.places))})"
            for finding in findings
            if finding.verdict == verdict
        ]
        if lines:
            parts.append(f"## {heading}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)
