"""What editors are helped with: the form of files, new records, tables, forms, changes in words, and reports."""
