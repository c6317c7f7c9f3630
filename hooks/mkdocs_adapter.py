"""The bridge between MkDocs and the domain: the only module that imports mkdocs.

MkDocs finds the hand-written pages and turns their Markdown into HTML, once for each language (mkdocs-static-i18n,
whose events have priority -100: ours at -150 see its result). Everything else, from checking the data to the finished
documents, is `ecosystem`'s. It asks for the HTML alone (`ECOSYSTEM_PAGES`); where MkDocs is run by hand, the site is
made of it as soon as it is complete.
"""

import os
from pathlib import Path
from typing import Any, Final, Protocol, cast

from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import DEFAULT_LANGUAGE, Language, as_language
from ecosystem.ground.settings import read_settings
from ecosystem.pages.addresses import NOT_FOUND, file_of
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.faults import explain
from ecosystem.site.markdown_pages import PAGES_FILE, MarkdownPages, pages_document
from ecosystem.site.preparation import Findings
from ecosystem.site.whole import make_site_of_pages, read_without_mistakes

AFTER_I18N: Final = -150

#: The template of every page: ours are made later, when the HTML of all is there.
_BARE_TEMPLATE: Final = {"main.html": "{{ page.content }}"}


class LocalisedFile(Protocol):
    """What mkdocs-static-i18n makes of a file: it knows the same page in every language."""

    alternates: dict[str, File]


class _Run:
    """What one event leaves for the next: MkDocs calls functions of a module."""

    findings: Findings | None = None
    html: Final[dict[tuple[Language, str], str]] = {}


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before a file is written, once for all languages."""
    if _language(config) == DEFAULT_LANGUAGE:
        _Run.html.clear()
        if PAGES_FILE not in os.environ:
            try:
                _Run.findings = read_without_mistakes(read_settings())
            except EcosystemError as error:
                raise PluginError(str(error)) from error
    config.site_url = read_settings().site_url
    config.theme.static_templates.clear()  # 404 and sitemap are ours: the theme's know one language only
    config.theme.dirs.clear()  # not even listed: the theme alone has 14,000 icons
    return config


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every page its address in its own language, by which pages link to each other."""
    for file in files.documentation_pages():
        for language, alternate in cast(LocalisedFile, file).alternates.items():
            _relocate(alternate, as_language(language), config)
        _relocate(file, _language(config), config)
    return files


@event_priority(AFTER_I18N)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make nothing of a page but what its Markdown says."""
    env.loader = DictLoader(_BARE_TEMPLATE)
    return env


@event_priority(AFTER_I18N)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Keep the page's HTML until that of all pages is there."""
    _Run.html[_language(config), _page_name(page.file)] = page.content or ""
    return context


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """When all languages are built, hand their HTML over, or write the site."""
    if _i18n(config).building:
        return
    if PAGES_FILE in os.environ:
        Path(os.environ[PAGES_FILE]).write_bytes(pages_document(_Run.html))
    elif _Run.findings:
        try:
            pages = MarkdownPages(_Run.html)
            make_site_of_pages(read_settings(), _Run.findings, pages, Path(config.site_dir))
        except Exception as error:
            raise PluginError(explain(error, read_settings(), config.site_dir)) from error


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
