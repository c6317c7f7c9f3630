"""A release: the site as an archive, what it was made of, and checksums. The same input gives the same bytes.

`lock` reads which packages are locked, `licences` knows under what terms, `parts_list` writes them as CycloneDX,
`provenance` says what the release was made from, `archive` packs, `publication` does it all.
"""
