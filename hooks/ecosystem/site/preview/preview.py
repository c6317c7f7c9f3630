"""The site of a preview, kept in memory: after a change only what the change touches is made.

Pages come first, those that somebody waits for before all others; then the other files, and at last the index of the
search in a process of its own. A mistake is said, and the last good site stays until it is mended.
"""

import contextlib
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import read_settings
from ecosystem.pages.addresses import file_of
from ecosystem.pages.page import Page
from ecosystem.search import write_search_index
from ecosystem.search.index import FOLDER as INDEX_FOLDER
from ecosystem.site.faults import explain, keep_traceback
from ecosystem.site.fingerprints import Fingerprints
from ecosystem.site.ledger import Ledger
from ecosystem.site.making import Child, Maker
from ecosystem.site.markdown_pages import EngineRun
from ecosystem.site.pages.all_pages import all_pages
from ecosystem.site.preparation import Written, prepare_site
from ecosystem.site.products import Product, last_products, other_products, page_products
from ecosystem.site.site import Site
from ecosystem.site.stores import MemoryStore
from ecosystem.site.whole import read_without_mistakes

#: Seconds after which a reader who waits for a page gets the one that is there.
_PATIENCE: Final = 300

#: Seconds between two lines about a build that takes long.
_PROGRESS: Final = 2


class Stopwatch:
    """Tells how long something took."""

    def __init__(self) -> None:
        self._wall, self._used = time.perf_counter(), time.process_time()
        self._said = self._wall

    def is_time_for_a_word(self) -> bool:
        """Tell whether nothing has been said for long."""
        now = time.perf_counter()
        if now - self._said < _PROGRESS:
            return False
        self._said = now
        return True

    def __str__(self) -> str:
        wall, used = time.perf_counter() - self._wall, time.process_time() - self._used
        return f"{wall:.2f} s, {used:.2f} s of processor time"


class Preview:
    """The files of the site as they are now. One thread updates them, others read."""

    def __init__(self, engine: str, on_new_pages: Callable[[], None]) -> None:
        self._engine = engine
        self._on_new_pages = on_new_pages
        self._store = MemoryStore()
        self._last = Ledger()
        #: The files of all pages, and those of pages that are no more.
        self._pages: set[str] = set()
        self._gone: set[str] = set()
        self._index: dict[str, bytes] = {}
        self._indexing: Child | None = None
        #: Guards what follows: readers wait for it to change.
        self._news = threading.Condition()
        #: How many changes there were, and how many of them are read, wholly made, and being read.
        self._changes, self._read, self._made, self._reading = 1, 0, 0, 0
        self._waiting: dict[str, Product] = {}
        self._wanted: list[str] = []

    def expect_change(self) -> None:
        """Let readers wait from now on until it is known which pages change."""
        with self._news:
            self._changes += 1

    def read(self, path: str) -> bytes | None:
        """Return the file at *path*, when it is right; None if there is none."""
        page = path.removesuffix("index.html")
        with self._news:
            self._wanted.append(page)
            self._news.wait_for(lambda: self._is_right(path, page), _PATIENCE)
            return self._find(path)

    def _is_right(self, path: str, page: str) -> bool:
        """Tell whether the file at *path* is as it will be, or is not there and will not come."""
        if self._read < self._changes or page in self._waiting:
            return False
        return self._made == self._changes or path in self._gone or self._find(path) is not None

    def _find(self, path: str) -> bytes | None:
        return None if path in self._gone else self._store.read(path) or self._index.get(path)

    def update(self, is_outdated: Callable[[], bool]) -> None:
        """Make what has changed; what follows the pages is left when *is_outdated* tells of another change."""
        self._reading = self._changes
        if self._indexing:
            self._indexing.stop()
        try:
            self._update(is_outdated)
        except EcosystemError as error:
            self._give_up(f"{error}; until then the last good site is shown\n")
        except Exception as error:
            settings = read_settings()
            kept = keep_traceback(error, settings)
            self._give_up(f"{explain(error, settings, 'site/')} ({kept})\nthe last good site is shown\n")
        with self._settled():
            self._made = self._reading

    def _give_up(self, reason: str) -> None:
        sys.stderr.write(reason)
        self._store.drop()
        with self._settled():
            self._waiting = {}

    @contextlib.contextmanager
    def _settled(self) -> Iterator[None]:
        """Tell all who wait that what is done inside has been done."""
        with self._news:
            yield
            self._read = self._reading
            self._news.notify_all()

    def _update(self, is_outdated: Callable[[], bool]) -> None:
        watch = Stopwatch()
        settings = replace(read_settings(), previewed=True)
        run = EngineRun(self._engine, settings)
        try:
            site, written = prepare_site(settings, read_without_mistakes(settings), run.pages())
        finally:
            run.stop()
        pages = all_pages(site, written.values())
        maker = Maker(self._last, Fingerprints(site, written), self._store, site.memories)
        others = other_products(site, pages)
        maker.make([next(others)])  # the assets, which pages name
        self._make_pages(maker, pages, watch)
        sys.stderr.write(f"{len(maker.result.made)} of {len(pages)} pages made in {watch}\n")
        self._on_new_pages()
        watch = Stopwatch()
        is_complete = self._make_others(maker, site, others, is_outdated)
        self._last = maker.ledger()
        self._store.accept(maker.files() if is_complete else None)
        if is_complete:
            sys.stderr.write(f"all other files are right after {watch}\n")
            self._index_anew(site, pages, written)

    def _make_pages(self, maker: Maker, pages: Iterable[Page], watch: Stopwatch) -> None:
        waiting = {product.name: product for product in page_products(pages)}
        number = len(waiting)
        with self._settled():
            files = {file_of(path) for path in waiting}
            self._gone = (self._gone | self._pages) - files
            self._pages = files
            self._waiting = waiting
        while waiting:
            with self._news:
                name = next((name for name in self._wanted if name in waiting), None) or next(iter(waiting))
                self._wanted.clear()
            maker.make([waiting[name]])
            with self._settled():
                del waiting[name]
            if watch.is_time_for_a_word():
                sys.stderr.write(f"… {number - len(waiting)} of {number} pages\n")

    def _make_others(
        self, maker: Maker, site: Site, others: Iterable[Product], is_outdated: Callable[[], bool]
    ) -> bool:
        """Make all other files; tell whether that came to its end."""
        for product in others:
            if is_outdated():
                return False
            maker.make([product])
        files = maker.files()
        maker.make(list(last_products(site, files, list(files))))
        return True

    def _index_anew(self, site: Site, pages: list[Page], written: Written) -> None:
        if not site.settings.has_search or site.settings.languages != LANGUAGES:
            return
        self._indexing = Child(partial(_make_index, site, pages, dict(self._store.files)))
        threading.Thread(target=self._take_index, args=(self._indexing,), daemon=True).start()

    def _take_index(self, indexing: Child) -> None:
        with contextlib.suppress(EcosystemError):  # it was stopped, or has said what is wrong
            self._index = indexing.result()
            sys.stderr.write("the search knows the new pages\n")


def _make_index(site: Site, pages: list[Page], files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the index of the search of *pages*, whose documents are among *files*."""
    with tempfile.TemporaryDirectory(prefix="ecosystem-index-") as workplace:
        folder = Path(workplace)
        for page in pages:
            path = folder / file_of(page.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[file_of(page.path)])
        write_search_index(site.content, site.answers, pages, folder, site.settings.cache)
        index = folder / INDEX_FOLDER
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in index.rglob("*") if file.is_file()}
