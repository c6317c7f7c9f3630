"""The files of the offering catalogue: papers, workbook, table and JSON, all of one view (`views.catalogue`).

`papers` says what the catalogue's and the organisations' papers show, `workbook`, `table` and `data` write the rest,
and `publication` puts the files of all languages together. The same data gives the same bytes.
"""
