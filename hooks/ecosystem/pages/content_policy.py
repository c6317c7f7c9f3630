"""What a page may load and run, as a Content Security Policy: nothing but what it needs from this site.

Each document carries its own policy (`frame.html`), because many hosts let nobody set headers. Nothing inline is
allowed, neither script nor style, so no hashes are needed: what a stranger's words would smuggle in does not run.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

#: Sources by directive.
Sources: TypeAlias = Mapping[str, tuple[str, ...]]

_OWN: Final = "'self'"

#: What every page needs. The address to which relative links belong cannot be changed by markup.
_EVERY_PAGE: Final[Sources] = {
    "default-src": ("'none'",),
    "script-src": (_OWN,),
    "style-src": (_OWN,),
    "img-src": (_OWN,),
    "font-src": (_OWN,),
    "manifest-src": (_OWN,),
    "form-action": (_OWN,),
    "base-uri": ("'none'",),
}

#: What a page with this script needs besides. A script that is not named here may neither fetch nor compile.
_SCRIPTS: Final[Mapping[str, Sources]] = {
    "filter-bar.js": {"connect-src": (_OWN,)},  # the further pages of the list
    "brief.js": {"connect-src": (_OWN,)},  # the files of the catalogue
    "changes.js": {"connect-src": (_OWN,)},  # the months between two days
    "search.js": {"connect-src": (_OWN,), "script-src": ("'wasm-unsafe-eval'",)},  # the index, and its reader
}


def content_policy(scripts: Iterable[str] = ()) -> str:
    """Return the policy of a page that runs *scripts*, named as in `overrides/assets/`."""
    directives = dict(_EVERY_PAGE)
    for script in sorted(scripts):
        for directive, sources in _SCRIPTS.get(script, {}).items():
            directives[directive] = tuple(dict.fromkeys((*directives.get(directive, ()), *sources)))
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in directives.items())


def widest_policy() -> str:
    """Return the policy that lets every page work: what a host sends whose rules cannot tell pages apart."""
    return content_policy(_SCRIPTS)
