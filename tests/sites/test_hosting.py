"""What hosts are told: each file gets its headers once, pages the strictest policy, shared data free access."""

import re
from pathlib import Path

import pytest
from lxml import etree, html

from ecosystem.pages.content_policy import content_policy
from ecosystem.pages.departed_pages import forwards
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.hosting.apache import render_apache
from ecosystem.site.hosting.folder_file import render_folder_file
from ecosystem.site.hosting.nginx import render_nginx
from ecosystem.site.hosting.rules import SHARED, parts
from host_file import HostFile, read_host_file
from rendering import read_ecosystem
from workbench import run_ecosystem

SITE = "https://www.example.org/"


def policy(text: str) -> dict[str, list[str]]:
    """Return a policy's sources by directive."""
    directives = [part.split() for part in text.split(";")]
    assert len({one[0] for one in directives}) == len(directives)
    return {name: sources for name, *sources in directives}


def test_the_icon_needs_no_style_that_the_policy_stops_and_is_seen_on_light_and_dark(built_site: Path) -> None:
    icon = etree.parse(built_site / "assets" / "favicon.svg")
    assert {etree.QName(one).localname for one in icon.iter(etree.Element)} <= {"svg", "g", "circle", "path"}
    assert not icon.xpath("//@style | //@*[starts-with(name(), 'on')]")
    colours = {str(colour) for colour in icon.xpath("//@fill | //@stroke") if colour != "none"}
    for ground in ("#ffffff", "#202124"):  # the tabs of browsers, light and dark
        assert all(contrast(colour, ground) >= 3 for colour in colours)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05

    two = sorted((light(one), light(other)))
    return two[1] / two[0]


@pytest.fixture(scope="module")
def told(built_site: Path) -> HostFile:
    return read_host_file(built_site)


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, html.HtmlElement]:
    found = {}
    for file in built_site.rglob("*.html"):
        path = "/" + file.relative_to(built_site).as_posix().removesuffix("index.html")
        found[path] = html.fromstring(file.read_bytes())
    return found


def test_a_policy_allows_nothing_that_it_does_not_name() -> None:
    strict = policy(content_policy())
    nothing = ("default-src", "base-uri", "trusted-types")
    assert [strict[name] for name in nothing] == [["'none'"]] * len(nothing)
    assert strict["require-trusted-types-for"] == ["'script'"], "no script turns text into markup"
    others = {name: sources for name, sources in strict.items() if name not in (*nothing, "require-trusted-types-for")}
    assert set(map(tuple, others.values())) == {("'self'",)}
    assert "unsafe" not in content_policy(["filter-bar.js"])
    assert policy(content_policy(["search.js"]))["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def own_policy(page: html.HtmlElement) -> str:
    """Return the policy that stands in the page; nothing but its character set may come before it."""
    first = next(element for element in page.find("head") if "charset" not in element.attrib)
    assert first.get("http-equiv") == "Content-Security-Policy"
    return str(first.get("content"))


def test_every_page_has_its_policy_before_anything_that_it_governs(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        scripts = [re.sub(r"^.*/|\.[0-9a-f]{10}(?=\.js$)", "", address) for address in page.xpath("//script/@src")]
        assert own_policy(page) == content_policy(scripts), path
        assert policy(own_policy(page))["default-src"] == ["'none'"], path


def test_nothing_on_a_page_is_inline(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        assert page.xpath("//style | //script[not(@src) and not(@type='application/ld+json')]") == [], path
        assert page.xpath("//@*[name() = 'style' or starts-with(name(), 'on')]") == [], path
        addresses = page.xpath("//@href | //@src | //@action")
        assert not [one for one in addresses if re.match(r"\s*(javascript|data|vbscript):", one, re.IGNORECASE)], path


def test_no_header_is_given_twice_for_a_file(built_site: Path, told: HostFile) -> None:
    for file in built_site.rglob("*.*"):
        path = "/" + file.relative_to(built_site).as_posix().removesuffix("index.html")
        twice = {name: values for name, values in told.headers(path).items() if len(values) > 1}
        assert twice == {}, path


def test_headers_let_no_page_do_more_than_its_section_needs(pages: dict[str, html.HtmlElement], told: HostFile) -> None:
    for path, page in pages.items():
        headers = {name: values[0] for name, values in told.headers(path).items()}
        sent = policy(headers["Content-Security-Policy"])
        for directive, sources in policy(own_policy(page)).items():
            assert set(sources) <= set(sent[directive]), f"{path}: the header stops what the page needs"
        framed = path.startswith("/embed/")
        assert sent["frame-ancestors"] == (["*"] if framed else ["'none'"]), path
        assert ("X-Frame-Options" in headers) is not framed
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Strict-Transport-Security"].startswith("max-age=63072000")
        assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/calendar/fi/events.ics", "text/calendar; charset=utf-8"),
        ("/feeds/sv/all.atom", "application/atom+xml; charset=utf-8"),
        ("/feeds/en/all.rss", "application/rss+xml; charset=utf-8"),
        ("/feeds/fi/all.json", "application/feed+json"),
        ("/api/v1/members.csv", "text/csv; charset=utf-8"),
        ("/sv/site.webmanifest", "application/manifest+json"),
        ("/.well-known/security.txt", "text/plain; charset=utf-8"),
    ],
)
def test_files_have_the_types_that_their_readers_know(told: HostFile, path: str, kind: str) -> None:
    assert told.headers(path)["Content-Type"] == [kind]


def test_data_for_others_may_be_fetched_from_anywhere_and_pages_may_not(told: HostFile) -> None:
    feed = told.headers("/feeds/fi/news.json")
    assert (feed["Access-Control-Allow-Origin"], feed["Cache-Control"]) == (["*"], ["public, max-age=3600"])
    assert "Access-Control-Allow-Origin" not in told.headers("/jasenet/")


def test_only_files_named_by_their_content_are_kept_for_ever(built_site: Path, told: HostFile) -> None:
    for file in (built_site / "assets").rglob("*.*"):
        path = "/" + file.relative_to(built_site).as_posix()
        kept = "immutable" in "".join(told.headers(path).get("Cache-Control", []))
        assert kept is bool(re.search(r"\.[0-9a-f]{10}\.\w+$|/cards/[0-9a-f]{16}\.png$", path)), path


def test_a_hosts_limit_of_rules_and_their_length_is_kept(told: HostFile) -> None:
    assert len(told.rules) <= 100
    assert max(len(f"{name}: {value}") for _, headers in told.rules for name, value in headers.items()) <= 2000


def test_a_site_below_another_sites_root_names_its_own_paths(built_site: Path) -> None:
    address = "https://example.org/below/"
    paths = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    below = HostFile(render_folder_file(address, paths))
    assert "Content-Security-Policy" in below.headers("/below/jasenet/")
    assert below.headers("/jasenet/") == {}
    for text in (render_apache(address), render_nginx(address)):
        assert "/below/404.html" in text
        assert " /404.html" not in text


def test_a_site_without_encryption_promises_none() -> None:
    assert all("Strict-Transport" not in render("http://example.org/") for render in (render_apache, render_nginx))


def test_servers_are_told_the_same_as_hosts() -> None:
    for text in (render_apache(SITE), render_nginx(SITE)):
        for part in parts():
            for name, value in part.headers.items():
                assert name in text and (not part.prefixes or value in text)
        assert all(prefix in text for prefix in SHARED)
        assert "unsafe-inline" not in text


def test_servers_compress_and_keep_their_own_files_to_themselves() -> None:
    for text in (render_apache(SITE), render_nginx(SITE)):
        assert "application/ld+json" in text
        assert r"(?:_headers|\.htaccess)$" in text
        assert "includeSubDomains" not in text
    nginx = render_nginx(SITE)
    for line in ("listen [::]:443 ssl http2;", "gzip on;", "absolute_redirect off;", "listen 80;"):
        assert f"    {line}\n" in nginx
    assert "return 301 https://$host" not in nginx


def test_the_command_prints_the_settings_of_a_server() -> None:
    ecosystem = read_ecosystem()
    done = run_ecosystem("hosting", "nginx", SITE_URL=SITE)
    assert (done.returncode, done.stdout) == (0, render_nginx(SITE, forwards(ecosystem, ADDRESSES)))
