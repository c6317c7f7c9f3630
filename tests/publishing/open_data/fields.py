"""The fields of version 1 of the open data, as `api-v1-fields.txt` promises them.

`python tests/publishing/open_data/fields.py` adds the new ones to it. It takes none away: what a program may rely on
stays.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from addresses import COLLECTIONS  # noqa: E402
from ecosystem.publishing.open_data.outline import outline  # noqa: E402
from ecosystem.publishing.open_data.shapes import Group, Items, Scalar, Shape, Words, columns  # noqa: E402
from ecosystem.site.addresses import CHANGES  # noqa: E402
from ecosystem.site.open_collections import NEWSLETTERS, all_collections  # noqa: E402
from rendering import make_site, read_ecosystem  # noqa: E402
from workbench import SMALL  # noqa: E402

PROMISED = Path(__file__).with_name("api-v1-fields.txt")
#: The names of all published collections.
PUBLISHED = (*COLLECTIONS, NEWSLETTERS, CHANGES)


def fields() -> Iterator[str]:
    """Yield a line for each field of the JSON files, each value of a choice, and each column of the tables."""
    for collection in all_collections(make_site(read_ecosystem(SMALL.data)).editions["fi"]):
        shape = outline(collection.model, collection.shaping)
        yield from _of_group(collection.name, shape)
        yield from (f"{collection.name}.csv column {column.name}" for column in columns(shape))


def _of_group(path: str, group: Group) -> Iterator[str]:
    for field in group.fields:
        yield from _of_shape(f"{path}.{field.name}", field.shape, " or null" if field.optional else "")


def _of_shape(path: str, shape: Shape, null: str) -> Iterator[str]:
    match shape:
        case Scalar():
            schema = shape.schema
            yield f"{path} {schema['type']}{' ' + schema['format'] if 'format' in schema else ''}{null}"
            # Countries and languages come from international lists; only choices of our own are a promise.
            if len(schema.get("enum", ())) <= 60:
                yield from (f"{path} can be {value}" for value in schema.get("enum", ()))
        case Words():
            yield f"{path} {'text' if shape.complete else 'text in some languages'}{null}"
        case Items():
            yield f"{path} array{null}"
            yield from _of_shape(f"{path}[]", shape.item, "")
        case Group():
            yield f"{path} object{null}"
            yield from _of_group(path, shape)


if __name__ == "__main__":
    kept = PROMISED.read_text(encoding="utf-8").splitlines() if PROMISED.exists() else []
    new = [line for line in fields() if line not in kept]
    PROMISED.write_text("\n".join(sorted([*kept, *new])) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(new)} new\n")
