"""`hosting`: print what a web server must be told about the site: headers, types, caching."""

import argparse
import sys
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.settings import Settings
from ecosystem.pages.departed_pages import forwards
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.hosting.apache import render_apache
from ecosystem.site.hosting.nginx import render_nginx
from ecosystem.site.preparation import checked

NAME: Final = "hosting"
HELP: Final = "print the settings of a web server for the site: security headers, types of files, caching"

_SERVERS: Final = {"apache": render_apache, "nginx": render_nginx}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which server."""
    parser.add_argument("server", choices=_SERVERS, help="the web server; a build writes what other hosts read")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the settings for the address in `SITE_URL`, with the ways from former addresses of the data."""
    ecosystem, _ = checked(settings)
    if ecosystem is None:
        raise EcosystemError("the data has mistakes: run make check")
    sys.stdout.write(_SERVERS[options.server](settings.site_url, forwards(ecosystem, ADDRESSES)))
    return 0
