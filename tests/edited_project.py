"""A project that a test edits as editors and maintainers do, and its site after each edit."""

import contextlib
import gc
import io
import random
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from unittest import mock

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import Settings, read_settings
from ecosystem.site.build import ground_of
from ecosystem.site.ledger import Ledger, read_ledger, write_ledger
from ecosystem.site.markdown_pages import EngineRun, MarkdownPages
from ecosystem.site.preparation import read_everything
from ecosystem.site.stores import FolderStore
from ecosystem.site.whole import make_whole
from workbench import ENGINE, FULL, NOW, ROOT, Content

#: A change of a project: it tells what it did, or None where there was nothing to change.
Edit = Callable[["Project", random.Random], str | None]


class Project:
    """A copy of all that a site is made of, in *folder*, and the site that is made of it again and again."""

    def __init__(self, folder: Path, content: Content, cache: Path, **settings: bool) -> None:
        shutil.copytree(content.data, folder / "data")
        shutil.copytree(content.docs, folder / "docs")
        shutil.copy(content.operator, folder / "operator.yaml")
        shutil.copytree(ROOT / "strings", folder / "strings")
        shutil.copytree(ROOT / "overrides", folder / "overrides")
        guides = folder / "guides"
        guides.mkdir()
        for language in LANGUAGES:
            shutil.copy(ROOT / f"EDITING.{language}.md", guides)
        self.folder = folder
        self.site = folder / "site"
        self.settings = replace(
            read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW}),
            data=folder / "data",
            documents=folder / "docs",
            operator=folder / "operator.yaml",
            strings=folder / "strings",
            templates=folder / "overrides",
            guides=guides,
            cache=cache,
            has_cards=settings.get("has_cards", False),
            has_search=settings.get("has_search", False),
            components=settings.get("components", False),
        )

    @property
    def ledger(self) -> Path:
        """Where it is kept what the site was made of."""
        return self.folder / "last.ledger"

    def build(self) -> int:
        """Bring the site up to date as a build does; return how many products were made."""
        last = read_ledger(self.ledger)
        ground = ground_of(self.settings)
        new = self.folder / "new"
        known = last if last.ground == ground else Ledger()
        ledger, made = make_quietly(self.settings, known, FolderStore(self.site, new))
        ledger.ground = ground
        shutil.rmtree(self.site, ignore_errors=True)
        new.rename(self.site)
        write_ledger(self.ledger, ledger)
        return made

    @contextlib.contextmanager
    def built_anew(self) -> Iterator[Path]:
        """Give the site as it is when nothing is known of one before."""
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            whole = Path(place) / "site"
            make_quietly(self.settings, Ledger(), FolderStore(whole, whole))
            yield whole

    def do(self, edit: Edit, chance: random.Random) -> str | None:
        """Let *edit* change the project; undo that where no site can be made of it, and return what was done."""
        kept, settings = self.contents(), self.settings
        done = edit(self, chance)
        if done is not None and self._is_valid_after(kept):
            return done
        self.settings = settings
        self.restore(kept)
        return None

    def contents(self) -> dict[Path, bytes]:
        """Return the content of every file that the site is made of."""
        parts = [path for path in self.folder.iterdir() if path not in (self.site, self.ledger)]
        files = [*parts, *(path for part in parts for path in part.rglob("*"))]
        return {path: path.read_bytes() for path in files if path.is_file()}

    def restore(self, kept: Mapping[Path, bytes]) -> None:
        """Make the files of the project those that were *kept*."""
        now = self.contents()
        for path in now.keys() - kept.keys():
            path.unlink()
        for path, content in kept.items():
            if now.get(path) != content:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)

    def _is_valid_after(self, kept: Mapping[Path, bytes]) -> bool:
        """Tell whether a site can be made of the project, of which one could when its files were those *kept*."""
        checked = (self.settings.data, self.settings.documents, self.settings.operator)
        now = self.contents()
        changed = [path for path in now.keys() | kept.keys() if now.get(path) != kept.get(path)]
        if not any(path.is_relative_to(place) for path in changed for place in checked):
            return True
        return not has_errors(read_everything(self.settings).problems)


def make_quietly(settings: Settings, last: Ledger, store: FolderStore) -> tuple[Ledger, int]:
    """Make all files of the site in *store*; what is to be said of the content is of no interest here."""
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            return make_whole(settings, ENGINE, last, store)
    finally:
        gc.unfreeze()  # a program that builds ends then; this one goes on


@contextlib.contextmanager
def engine_at_rest() -> Iterator[None]:
    """Let the engine turn pages into HTML once; after that a mark of each page's text stands below that HTML.

    The engine is a program that takes a second, and all that is asked of it here is that another text is other HTML.
    """
    ready = EngineRun(ENGINE, read_settings(FULL.variables)).pages()

    class Run:
        def __init__(self, _: str, settings: Settings) -> None:
            self._documents = settings.documents

        def pages(self) -> MarkdownPages:
            html = {}
            for (language, name), made in ready.html.items():
                text = (self._documents / language / f"{name}.md").read_bytes()
                html[language, name] = f"{made}<p>{zlib.crc32(text)}</p>"
            return MarkdownPages(html)

        def stop(self) -> None:
            """There is nothing to stop."""

    with mock.patch("ecosystem.site.whole.EngineRun", Run):
        yield
