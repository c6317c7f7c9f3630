"""The services that send newsletters, and what each replaces with the reader's own address for unsubscribing."""

from collections.abc import Mapping
from typing import Final

#: None where the service puts in a link of its own that is no address in the text.
PLACEHOLDERS: Final[Mapping[str, str | None]] = {
    "mailchimp": "*|UNSUB|*",
    "brevo": "{{ unsubscribe }}",
    "liana": None,
    "gruppo": None,
}
