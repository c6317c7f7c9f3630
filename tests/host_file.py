"""Read `_headers` as hosts do: all rules that fit a path apply."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote


class HostFile:
    """The rules of a `_headers` file."""

    def __init__(self, text: str) -> None:
        self.rules: list[tuple[str, Mapping[str, str]]] = []
        for block in re.split(r"\n\s*\n", text.strip()):
            path, *lines = block.splitlines()
            assert path.startswith("/") and not re.search(r"\s", path) and path.count("*") <= 1, path
            pairs = [re.fullmatch(r"  ([A-Z][\w-]+): (\S.*)", line) for line in lines]
            assert pairs and all(pairs), block
            self.rules.append((path, {pair[1]: pair[2] for pair in pairs if pair}))

    def headers(self, path: str) -> dict[str, list[str]]:
        """Return the values of each header for *path*, which begins with a slash."""
        found: dict[str, list[str]] = {}
        for rule, headers in self.rules:
            if re.fullmatch(".*".join(map(re.escape, rule.split("*"))), unquote(path)):
                for name, value in headers.items():
                    found.setdefault(name, []).append(value)
        return found


def read_host_file(site: Path) -> HostFile:
    """Return the rules for the site in the folder *site*."""
    return HostFile((site / "_headers").read_text(encoding="utf-8"))
