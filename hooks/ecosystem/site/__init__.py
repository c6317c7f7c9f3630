"""This site: its own pages, its navigation, its outputs, and how it is built, hosted and released."""
