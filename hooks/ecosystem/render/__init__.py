"""From views to files: documents, sitemap, style sheet. Templates are in `overrides/`, words in `strings/`."""
