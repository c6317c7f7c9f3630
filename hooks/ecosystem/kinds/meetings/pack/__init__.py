"""The pack of a delegation: the meeting on paper, its contacts as a table, its calendar, and papers of who takes part.

`paper` says what the document shows, `pack` puts the files together, `publication` writes those of coming meetings
with the site. The same data gives the same bytes.
"""
