"""Run the engine as a program: `python -m ecosystem.site.engine mkdocs build …`.

It stands between us and a program that turns a full disk into a page of its own code: what the file system refuses
becomes a sentence. It knows the engine's name, not its code.
"""

import runpy
import sys
from collections.abc import Sequence
from typing import Final

from ecosystem.ground.errors import refusal

#: The engines that build the site: MkDocs, and its successor of the same interface.
ENGINES: Final = ("mkdocs", "properdocs")


def main(arguments: Sequence[str]) -> int:
    """Run the engine that the first of *arguments* names with the others; return the exit status."""
    engine, *rest = arguments
    sys.argv = [engine, *rest]
    try:
        runpy.run_module(engine, run_name="__main__", alter_sys=True)
    except (OSError, ImportError) as error:
        sys.stderr.write(f"error: {refusal(error)}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
