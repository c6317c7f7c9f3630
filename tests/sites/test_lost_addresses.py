"""No address of an earlier release is lost: what is gone from a folder or an archive is named, with its remedy."""

from pathlib import Path

import pytest

from ecosystem.site.release.archive import pack
from ecosystem.site.stores import FolderStore
from workbench import run_ecosystem

EARLIER = ("jasenet/thl/index.html", "jasenet/oy/index.html", "feeds/fi/pilot-x.rss", "feeds/fi/news.rss")


def write(folder: Path, *paths: str) -> Path:
    for path in ("index.html", *paths):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, encoding="utf-8")
    return folder


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    folder = write(tmp_path / "earlier", *EARLIER, "assets/site.0123456789.css", "pagefind/pagefind.js")
    archive = tmp_path / "earlier.tar.gz"
    archive.write_bytes(pack(folder, "site-1.0.0", 0))
    return archive


def test_a_lost_page_is_named_and_what_belonged_to_a_record_that_has_a_page_is_not(
    tmp_path: Path, earlier: Path
) -> None:
    now = write(tmp_path / "now", "jasenet/thl/index.html", "kokeilut/x/index.html", "feeds/fi/news.rss")
    done = run_ecosystem("addresses", "--against", str(earlier), "--site", str(now), "--language", "en")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("jasenet/oy/:1:1: error: nothing stands at this address")
    assert "`formerly`" in line


def test_a_site_with_all_addresses_passes(tmp_path: Path, earlier: Path) -> None:
    now = write(tmp_path / "now", *EARLIER)
    assert run_ecosystem("addresses", "--against", str(earlier), "--site", str(now)).returncode == 0
    done = run_ecosystem("addresses", "--against", str(tmp_path / "nowhere"), "--site", str(now))
    assert (done.returncode, "neither the folder of a site nor an archive" in done.stderr) == (1, True)


def test_an_equal_file_keeps_its_time_though_nothing_is_known_of_the_last_build(tmp_path: Path) -> None:
    last = write(tmp_path / "last", "feeds/fi/news.rss", "feeds/fi/all.rss")
    new = tmp_path / "new"
    new.mkdir()
    store = FolderStore(last, new)
    store.write("feeds/fi/news.rss", b"feeds/fi/news.rss", None)
    store.write("feeds/fi/all.rss", b"something else now", None)
    assert (new / "feeds/fi/news.rss").samefile(last / "feeds/fi/news.rss")
    assert (new / "feeds/fi/all.rss").read_bytes() == b"something else now"
    assert (last / "feeds/fi/all.rss").read_bytes() == b"feeds/fi/all.rss"
