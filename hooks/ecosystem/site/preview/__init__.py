"""The preview: the site in memory, made anew where a change touches it, and shown on this machine."""
