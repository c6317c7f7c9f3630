"""Plain links by which common feed readers take in a feed. Nothing is sent before the reader follows one."""

from collections.abc import Mapping
from typing import Final

#: The readers by name, each with the address that opens it; `{address}` stands for that of the feed, percent-encoded.
READERS: Final[Mapping[str, str]] = {
    "Feedly": "https://feedly.com/i/subscription/feed/{address}",
    "Inoreader": "https://www.inoreader.com/?add_feed={address}",
    "NewsBlur": "https://www.newsblur.com/?url={address}",
    "The Old Reader": "https://theoldreader.com/feeds/subscribe?url={address}",
    "Feedbin": "https://feedbin.com/?subscribe={address}",
}
