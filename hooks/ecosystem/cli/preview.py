"""`preview`: write the site into a folder that opens from disk, with what a change made other, before and after."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from ecosystem.cli.wording import messages_in
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.folders import replace_folder
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.build import BuildError, build_site
from ecosystem.site.engine import ENGINES
from ecosystem.site.review.base import NoSuchCommitError, site_as_it_was
from ecosystem.site.review.changed_pages import changed_pages
from ecosystem.site.review.from_disk import write_site_for_disk
from ecosystem.site.review.overview import OVERVIEW, write_overview

NAME: Final = "preview"
HELP: Final = "write the site into a folder that opens from disk, with the pages that a change made other"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with, and where to."""
    parser.add_argument(
        "--against", required=True, metavar="REVISION", help="what the change starts from, such as main"
    )
    parser.add_argument(
        "--to", type=Path, default=ROOT / "preview", metavar="FOLDER", help="another folder than preview/"
    )
    parser.add_argument(
        "--language",
        action="append",
        choices=LANGUAGES,
        help="a language of the overview; may be given more than once (default: all three)",
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="the program that turns Markdown to HTML")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Build the site as it was and as it is; write the preview and name its first page."""
    languages = tuple(dict.fromkeys(options.language or LANGUAGES))
    words = messages_in(settings.language, settings).words
    target: Path = options.to.absolute()
    if target.exists() and not (target / OVERVIEW).is_file() and any(target.iterdir()):
        raise EcosystemError(words["preview_not_ours"].format(folder=options.to))
    before: Path | None = None
    try:
        before = site_as_it_was(options.against, settings, options.engine)
    except NoSuchCommitError as error:
        raise EcosystemError(words["preview_no_base"].format(base=error)) from None
    except BuildError as error:  # content of then need not fit code of now
        sys.stderr.write(f"{error}\n{words['preview_no_before']}\n")
    site = ROOT / "site"
    build_site(options.engine, site)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as workplace:
        new = Path(workplace) / "preview"
        write_site_for_disk(site, before, new)
        groups = changed_pages(site, before, settings.site_url) if before else None
        write_overview(new, groups, settings, languages, options.against)
        replace_folder(target, new, Path(workplace) / "last")
    sys.stdout.write(f"{target / OVERVIEW}\n")
    return 0
