"""The national story as files: a paper and slides, of the same words (`telling`), so that they cannot disagree."""
