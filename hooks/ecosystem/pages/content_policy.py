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
    "connect-src": (_OWN,),  # what the search field suggests, further pages of a list, the files of the catalogue
    "manifest-src": (_OWN,),
    "form-action": (_OWN,),
    "base-uri": ("'none'",),
    # No script turns text into markup or into the address of a script; nor can one give itself leave to.
    "require-trusted-types-for": ("'script'",),
    "trusted-types": ("'none'",),
}

#: What a page with this script needs besides: the reader of the search index. No other script may compile.
_SCRIPTS: Final[Mapping[str, Sources]] = {"search.js": {"script-src": ("'wasm-unsafe-eval'",)}}


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
