"""The one canonical form of a data file: how every value, record and comment is written.

`scalars` writes a text, `comments` finds what YAML itself forgets, `canonical` puts a whole file together.
"""
