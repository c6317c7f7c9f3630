"""Pictures of news: what the check accepts, and where a reader sees one: on the page, in feeds, with its true size."""

import json
import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree
from PIL import Image

from ecosystem.pages.pictures import LARGEST_PICTURE, WIDEST, PictureError, read_picture
from ecosystem.site.site import Site
from picture_files import chunk, png
from rendering import made, of_records, write_pages
from subscriptions import HOST, feed_files, make_site, news_item, three
from workbench import DataFolder

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = f"https://{HOST}/images/kuva.png"


def drawn(form: str, width: int, height: int) -> bytes:
    """Return a real, grey picture of another form."""
    written = BytesIO()
    Image.new("RGB", (width, height), "grey").save(written, form)
    return written.getvalue()


def jpeg(width: int, height: int, more: bytes = b"") -> bytes:
    """Return a JPEG with *more* after its first segment."""
    whole = drawn("JPEG", width, height)
    end = 4 + int.from_bytes(whole[4:6], "big")
    return whole[:end] + more + whole[end:]


def segment(marker: int, content: bytes) -> bytes:
    """Return a segment of a JPEG in which programs keep what they like."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def exif(*tags: int) -> bytes:
    """Return EXIF with *tags*, each of which says 1."""
    entries = b"".join(struct.pack(">HHIHH", tag, 3, 1, 1, 0) for tag in tags)
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, len(tags)) + entries + struct.pack(">I", 0)


def webp(width: int, height: int, more: bytes = b"") -> bytes:
    """Return a WebP in its extended form, with *more* at the end."""
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + sizes + drawn("WEBP", width, height)[12:] + more
    return b"RIFF" + struct.pack("<I", len(body)) + body


PICTURE = png(640, 360)


def image(**more: Any) -> Mapping[str, Any]:
    alt = {"fi": 'Kaksi "ihmistä" & <kone>', "sv": "Två människor", "en": "Two people"}
    return {"image": {"file": "kuva.png", "alt": alt} | more}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("data")
    (folder / "images").mkdir()
    (folder / "images" / "kuva.png").write_bytes(PICTURE)
    (folder / "images" / "salainen.png").write_bytes(PICTURE)
    news = [
        news_item("kuvallinen", "2026-11-02", **image(credit="Kuvaaja <b>", licence="CC BY 4.0")),
        news_item("kuvaton", "2026-11-01"),
        news_item("tuleva", "2099-01-01", **image(file="salainen.png")),
    ]
    return make_site(folder, {"news": news})


@pytest.fixture(scope="module")
def feeds(site: Site) -> Mapping[str, bytes]:
    return feed_files(site)


def test_the_page_shows_it_with_its_size_words_and_maker(site: Site, tmp_path: Path) -> None:
    write_pages(of_records(site), tmp_path)
    here = tmp_path / "sv" / "nyheter" / "kuvallinen" / "index.html"
    soup = BeautifulSoup(here.read_bytes(), "html5lib")
    (shown,) = soup.select("main img")
    assert (shown["width"], shown["height"], shown["alt"]) == ("640", "360", "Två människor")
    assert (here.parent / str(shown["src"])).resolve() == (tmp_path / "images" / "kuva.png").resolve()
    caption = soup.select_one("figcaption")
    assert caption is not None and caption.get_text() == "Bild: Kuvaaja <b>, CC BY 4.0"
    assert f'"image":"{ADDRESS}"' in here.read_text(encoding="utf-8")
    without = BeautifulSoup((tmp_path / "uutiset" / "kuvaton" / "index.html").read_bytes(), "html5lib")
    assert without.select("main img") == []


def test_the_site_has_the_file_as_it_is_and_smaller_ones_and_none_that_waits(site: Site) -> None:
    files = made(site, "images")
    assert files.pop("images/kuva.png") == PICTURE
    sizes = {path: Image.open(BytesIO(content)) for path, content in files.items()}
    assert {path: (one.format, one.size) for path, one in sizes.items()} == {
        "images/160/kuva.png.webp": ("WEBP", (160, 90)),
        "images/480/kuva.png.webp": ("WEBP", (480, 270)),
        "images/640/kuva.png.webp": ("WEBP", (640, 360)),
    }


def test_a_browser_can_take_each_size(site: Site, tmp_path: Path) -> None:
    write_pages(of_records(site), tmp_path)
    here = tmp_path / "uutiset" / "kuvallinen" / "index.html"
    source = BeautifulSoup(here.read_bytes(), "html5lib").select_one("main picture > source[type='image/webp']")
    assert source is not None
    named = [one.split() for one in str(source["srcset"]).split(",")]
    assert [width for _, width in named] == ["160w", "480w", "640w"]
    paths = {(here.parent / path).resolve().relative_to(tmp_path.resolve()).as_posix() for path, _ in named}
    assert paths < set(made(site, "images"))


def test_json_feed_names_it(feeds: Mapping[str, bytes]) -> None:
    with_one, without = json.loads(feeds["feeds/fi/news.json"])["items"]
    assert with_one["image"] == ADDRESS
    assert "image" not in without
    shown = BeautifulSoup(with_one["content_html"], "html5lib").img
    assert shown is not None and (shown["src"], shown["alt"]) == (ADDRESS, 'Kaksi "ihmistä" & <kone>')


@pytest.mark.parametrize("name", ["all", "news"])
def test_rss_encloses_it(feeds: Mapping[str, bytes], name: str) -> None:
    items = {item.findtext("link"): item for item in etree.fromstring(feeds[f"feeds/en/{name}.rss"]).iter("item")}
    item = items[f"https://{HOST}/en/news/kuvallinen/"]
    (enclosure,) = item.findall("enclosure")
    assert dict(enclosure.attrib) == {"url": ADDRESS, "length": str(len(PICTURE)), "type": "image/png"}


def test_atom_links_it_beside_the_one_page(feeds: Mapping[str, bytes]) -> None:
    with_one, without = etree.fromstring(feeds["feeds/en/news.atom"]).iter(f"{ATOM}entry")
    page, enclosure = (dict(link.attrib) for link in with_one.findall(f"{ATOM}link"))
    own = f"https://{HOST}/en/news/kuvallinen/"
    assert page == {"rel": "alternate", "type": "text/html", "hreflang": "en", "href": own}
    assert enclosure == {"rel": "enclosure", "type": "image/png", "length": str(len(PICTURE)), "href": ADDRESS}
    assert len(without.findall(f"{ATOM}link")) == 1


@pytest.mark.parametrize("end", ["rss", "atom"])
def test_a_reader_opens_the_page_not_the_picture(feeds: Mapping[str, bytes], end: str) -> None:
    parsed = feedparser.parse(feeds[f"feeds/fi/news.{end}"])
    assert not parsed.bozo
    entry = parsed.entries[0]
    assert entry.link == f"https://{HOST}/uutiset/kuvallinen/"
    assert [one.href for one in entry.enclosures] == [ADDRESS]


# What the check says.


def with_image(folder: DataFolder, file: str, content: bytes | None) -> str:
    """Give the news item of the tests' data the picture *file* holding *content*; return what the check prints."""
    images = folder.path / "images"
    images.mkdir()
    if content is not None:
        (images / Path(file).name).write_bytes(content)
    alt = "".join(f"\n      {language}: {text}" for language, text in three("Kuva").items())
    folder.replace(
        "news.yaml", "  topics:\n    - pilots", f"  image:\n    file: {file}\n    alt:{alt}\n  topics:\n    - pilots"
    )
    return folder.run("check").stdout


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.png", PICTURE),
        ("a.jpg", jpeg(800, 600)),
        ("a.jpeg", jpeg(800, 600)),
        ("a.webp", webp(800, 600)),
        ("a.png", png(WIDEST, 1)),
        ("a.png", PICTURE[:-12] + chunk(b"tEXt", b"Software\0Paint") + PICTURE[-12:]),
        ("a.jpg", jpeg(800, 600, segment(0xE1, exif(0x0112, 0x011A)))),
    ],
)
def test_png_jpeg_and_webp_pass(data_folder: DataFolder, file: str, content: bytes) -> None:
    assert "errors 0, warnings 0" in with_image(data_folder, file, content)


@pytest.mark.parametrize(
    ("file", "content", "answer"),
    [
        ("puuttuu.png", None, "there is no picture puuttuu.png in the folder "),
        ("a.jpg", PICTURE, "the content of a.jpg is PNG; give it the ending .png"),
        ("a.webp", jpeg(8, 8), "the content of a.webp is JPEG; give it the ending .jpg"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.png is not a PNG, JPEG or WebP"),
        ("a.png", b"GIF89a" + b"\0" * 20, "a.png is not a PNG, JPEG or WebP picture"),
        ("a.png", b"", "a.png is not a PNG, JPEG or WebP picture"),
        ("a.png", PICTURE[:12], "the picture a.png cannot be read"),
        ("a.jpg", jpeg(8, 8)[:22], "the picture a.jpg cannot be read"),
        ("a.png", png(0, 5), "the picture a.png cannot be read"),
        ("a.png", png(WIDEST + 1, 1), "the picture a.png is 4001 \u00d7 1 pixels, at most 4000"),
        ("a.png", PICTURE.ljust(LARGEST_PICTURE + 1, b"\0"), "the picture a.png takes 1001 kB, at most 1000 kB"),
        ("a.svg", b"<svg/>", 'the file name "a.svg" will not do'),
        ("../a.png", PICTURE, 'the file name "../a.png" will not do'),
        ("/etc/a.png", PICTURE, 'the file name "/etc/a.png" will not do'),
        ("Kuva.PNG", PICTURE, 'the file name "Kuva.PNG" will not do'),
    ],
)
def test_anything_else_is_a_message_at_the_name_of_the_file(
    data_folder: DataFolder, file: str, content: bytes | None, answer: str
) -> None:
    said = with_image(data_folder, file, content).splitlines()
    assert len(said) == 2
    assert f"news.yaml:12:11: error: {answer}" in said[0]


TELLING = (
    ("a.jpg", jpeg(8, 8, segment(0xE1, exif(0x0112, 0x8825)))),  # a position
    ("a.jpg", jpeg(8, 8, segment(0xE1, exif(0x013B)))),  # an artist
    ("a.jpg", jpeg(8, 8, segment(0xE1, exif(0x8769)))),  # a camera, and whose it is
    ("a.jpg", jpeg(8, 8, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"))),
    ("a.jpg", jpeg(8, 8, segment(0xED, b"Photoshop 3.0\0"))),
    ("a.jpg", jpeg(8, 8, segment(0xFE, b"by Maija"))),
    ("a.png", PICTURE[:-12] + chunk(b"tEXt", b"Author\0Maija") + PICTURE[-12:]),
    ("a.png", PICTURE[:-12] + chunk(b"eXIf", exif(0x8825)[6:]) + PICTURE[-12:]),
    ("a.webp", webp(8, 8, b"XMP " + struct.pack("<I", 4) + b"<x/>")),
    ("a.webp", webp(8, 8, b"EXIF" + struct.pack("<I", len(exif(0x8825))) + exif(0x8825))),
)


@pytest.mark.parametrize(("file", "content"), TELLING)
def test_a_picture_that_tells_of_its_making_is_refused(tmp_path: Path, file: str, content: bytes) -> None:
    (tmp_path / file).write_bytes(content)
    with pytest.raises(PictureError, match="picture_tells"):
        read_picture(tmp_path, file)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.png", PICTURE[:-1]),
        ("a.png", PICTURE[:-12]),
        ("a.png", PICTURE + b"PK\3\4"),
        ("a.png", PICTURE.replace(b"IDAT", b"IDAX")),
        ("a.png", PICTURE[:60] + b"\0" + PICTURE[61:]),
        ("a.png", PICTURE[:33] + PICTURE[-12:]),
        ("a.jpg", jpeg(8, 8)[:-2]),
        ("a.jpg", jpeg(8, 8)[:-9]),
        ("a.jpg", jpeg(8, 8).replace(b"\xff\xda", segment(0xDA, b"\0" * 7) + b"\xff\xda")),
        ("a.jpg", jpeg(8, 8) + b"<?php"),
        ("a.webp", webp(8, 8)[:-1]),
        ("a.webp", webp(8, 8) + b"x"),
    ],
)
def test_a_picture_that_is_not_whole_is_refused(tmp_path: Path, file: str, content: bytes) -> None:
    (tmp_path / file).write_bytes(content)
    with pytest.raises(PictureError, match="picture_broken"):
        read_picture(tmp_path, file)


def test_the_folder_of_pictures_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.png").write_bytes(PICTURE)
    (tmp_path / "images").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PictureError, match="file_is_link"):
        read_picture(tmp_path / "images", "a.png")


def test_a_symbolic_link_is_no_picture(data_folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PICTURE)
    assert "errors 0" in with_image(data_folder, "b.png", PICTURE)
    (data_folder.path / "images" / "b.png").unlink()
    (data_folder.path / "images" / "b.png").symlink_to(tmp_path / "secret.png")
    assert "there is no picture b.png" in data_folder.run("check").stdout


def test_a_picture_needs_its_words_in_every_language(data_folder: DataFolder) -> None:
    with_image(data_folder, "a.png", PICTURE)
    data_folder.replace("news.yaml", "      sv: Kuva\n", "")
    assert "news.yaml:14:7: error: image.alt has no text in the language sv" in data_folder.run("check").stdout
