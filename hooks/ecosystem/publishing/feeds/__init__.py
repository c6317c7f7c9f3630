"""Feeds: RSS 2.0, Atom and JSON Feed 1.1 for each language and topic, and the OPML lists of them."""
