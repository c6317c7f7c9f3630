"""Pilot programmes: sets of pilots that are funded and run as one."""
