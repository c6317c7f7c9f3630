"""Pilots: time-limited trials of AI in care."""
