"""The bridge between MkDocs and the domain: the only module that imports mkdocs.

MkDocs finds the hand-written pages, turns their Markdown into HTML and builds once for each language
(mkdocs-static-i18n, whose events have priority -100: ours at -150 see its result). Everything else,
from checking the data to the finished documents, is `ecosystem`'s.
"""

import gc
from dataclasses import replace
from logging import ERROR, INFO, getLogger
from pathlib import Path
from typing import Any, Final, Protocol, cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import DEFAULT_LANGUAGE, Language, as_language
from ecosystem.ground.problems import Severity
from ecosystem.ground.settings import ROOT, read_settings
from ecosystem.pages.addresses import NOT_FOUND, file_of
from ecosystem.pages.documents import Document
from ecosystem.pages.written_pages import HandWrittenPage
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.outputs import write_outputs
from ecosystem.site.pages.all_pages import all_pages
from ecosystem.site.preparation import Documents, prepare
from ecosystem.site.site import Site
from ecosystem.words.messages import read_messages

log = get_plugin_logger("ecosystem")

#: For the preview: MkDocs counts what goes to its own log, and stops serving over it.
preview_log = getLogger("ecosystem")

AFTER_I18N: Final = -150
CACHE: Final = ROOT / ".cache" / "jinja"


class LocalisedFile(Protocol):
    """What mkdocs-static-i18n makes of a file: it knows the same page in every language."""

    alternates: dict[str, File]


#: The build that is under way. MkDocs calls module-level functions: one event leaves here what the next needs.
_build: dict[str, Any] = {}


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a preview, which goes on when an editor makes a mistake."""
    _build["serving"] = command == "serve"


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before a file is written, and prepare the site once for all languages."""
    if _language(config) == DEFAULT_LANGUAGE:
        try:
            _build["site"], _build["documents"] = _prepare(config)
            _build["written"] = []
            if not _build.get("serving"):
                gc.freeze()  # what is loaded stays until the end, so no collection need look at it again
        except EcosystemError as error:
            if not (_build.get("serving") and "site" in _build):
                raise PluginError(str(error)) from error
            preview_log.error(f"{error}; until then the last good data is shown")
    site: Site = _build["site"]
    config.site_url = site.settings.site_url
    config.theme.static_templates.clear()  # 404 and sitemap are ours: the theme's know one language only
    # Without the theme's own folder its 14,000 icons are not listed for each language.
    config.theme.dirs[:] = [str(site.settings.templates)]
    return config


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every page its address in its own language, and leave the theme's scripts and styles out."""
    theme_folders = tuple(config.theme.dirs)
    for file in list(files):
        if file.src_dir is not None and str(file.src_dir).startswith(theme_folders):
            files.remove(file)
    for file in files.documentation_pages():
        for language, alternate in cast(LocalisedFile, file).alternates.items():
            _relocate(alternate, as_language(language), config)
        _relocate(file, _language(config), config)
    return files


@event_priority(AFTER_I18N)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep compiled templates: MkDocs makes an environment for each language and compiles them anew."""
    CACHE.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(CACHE))
    env.auto_reload = False
    return env


@event_priority(AFTER_I18N)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Keep the page's HTML for the domain, which makes the documents of all pages when it has all of them."""
    document: Document = _build["documents"][_language(config), _page_name(page.file)]
    written = HandWrittenPage(
        name=document.name,
        language=document.language,
        title=document.title,
        description=document.description,
        updated=document.updated,
        html=page.content or "",
    )
    _build["written"].append(written)
    return context


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """When all languages are built, write the site."""
    if _i18n(config).building:
        return
    site: Site = _build["site"]
    try:
        write_outputs(site, all_pages(site, _build["written"]), Path(config.site_dir))
    except EcosystemError as error:
        raise PluginError(str(error)) from error


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch what MkDocs does not know of."""
    settings = read_settings()
    for folder in (settings.data, settings.strings, settings.templates, settings.operator):
        server.watch(str(folder))
    return server


def _prepare(config: MkDocsConfig) -> tuple[Site, Documents]:
    # Into each page of a preview MkDocs writes a script that loads it again, which a page's own policy would stop.
    settings = replace(read_settings(), previewed=_build.get("serving", False))
    prepared = prepare(settings, _theme_css(config), CACHE)
    messages = read_messages(settings.strings, settings.language)
    for problem in prepared.problems:
        channel = preview_log if _build.get("serving") else log
        channel.log(ERROR if problem.severity is Severity.ERROR else INFO, messages.line(problem))
    if prepared.site is None:
        raise EcosystemError("the site is not built: mend the errors above")
    return prepared.site, prepared.documents


def _language(config: MkDocsConfig) -> Language:
    return as_language(_i18n(config).current_language or DEFAULT_LANGUAGE)


def _i18n(config: MkDocsConfig) -> I18n:
    return cast(I18n, config.plugins["i18n"])


def _page_name(file: File) -> str:
    return Path(file.src_uri).stem


def _relocate(file: File, language: Language, config: MkDocsConfig) -> None:
    name = _page_name(file)
    path = ADDRESSES.page(name, language)
    file.dest_uri = file_of(path)
    file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
    file.url = path if path and name != NOT_FOUND else path or "./"


def _theme_css(config: MkDocsConfig) -> str:
    """Return the theme's own style sheet, whose name changes with every version."""
    for folder in config.theme.dirs:
        for sheet in sorted(Path(folder).glob("assets/stylesheets/main.*.min.css")):
            return sheet.read_text(encoding="utf-8")
    raise PluginError("the theme has no main style sheet: assets/stylesheets/main.*.min.css")
