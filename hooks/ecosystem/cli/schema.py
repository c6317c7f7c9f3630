"""`schema`: write the JSON Schemas by which code editors complete and explain data files."""

import argparse
import sys
from typing import Final

from ecosystem.editing.schema import (
    FOLDER,
    REFERENCES,
    collection_schemas,
    read_schema_words,
    references_schema,
    schema_of,
)
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.open_collections import NEWSLETTERS

NAME: Final = "schema"
HELP: Final = "write the JSON Schemas of the data files, for completion in code editors"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to compare instead of writing."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a schema is not up to date")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the schemas that have changed, and name them; with `--check`, 1 if there are any."""
    words = read_schema_words(settings.strings)
    schemas = collection_schemas(KINDS, words)
    schemas[NEWSLETTERS] = schema_of(Issue, f"data/{NEWSLETTERS}/*.yaml", words)
    ecosystem, _ = check(settings.data, KINDS)
    if ecosystem is not None and not options.check:  # what there is to refer to changes with the data
        schemas[REFERENCES] = references_schema(ecosystem)
    stale = {
        path: text
        for path, text in ((settings.data / FOLDER / f"{name}.json", text) for name, text in schemas.items())
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        sys.stdout.write(f"{path}\n")
        if not options.check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if stale and options.check else 0
