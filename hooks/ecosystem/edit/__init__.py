"""Change data files as text, so that nothing moves but what was changed.

`yaml_text` writes values, `record_text` puts them into a file, `replacement` checks the new file before it
takes the old one's place. `member_table`, `spreadsheet` and `member_import` carry members to a spreadsheet and back;
`issue_form` and `joining` turn an approved application into an entry. Nothing here knows a command line.
"""
