"""Put a record into a collection at its place by id, without touching another line."""

from ecosystem.editing.layout.canonical import record_id
from ecosystem.ground.nodes import SeqNode


def insert_record(text: str, document: SeqNode, record: str, new_id: str) -> str:
    """Return *text*, a file that was read as *document*, with *record*, the lines of the record *new_id*, in it.

    The comments above a record stay above it; line breaks are those of the file.
    """
    line_break = "\r\n" if "\r\n" in text else "\n"
    record = record.replace("\n", line_break)
    if not document:
        head = text.replace("[]", "", 1).rstrip("\r\n ")
        return f"{head}{line_break}{record}" if head else record
    lines = text.splitlines(keepends=True)
    later = (mark for node, mark in zip(document, document.items_at, strict=True) if record_id(node) > new_id)
    at = len(lines)
    for mark in later:
        at = mark[0] - 1
        while not lines[at].startswith("-"):
            at -= 1
        while at and lines[at - 1].startswith("#"):
            at -= 1
        break
    before = "".join(lines[:at])
    if before and not before.endswith("\n"):
        before += line_break
    return before + record + "".join(lines[at:])
