"""The pages of the site that belong to no kind of record."""
