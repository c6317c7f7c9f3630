"""From an answered issue form to a record."""
