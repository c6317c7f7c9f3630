"""How the data came to be what they are: two versions compared, and the memory of all versions that main has had.

`versions` reads a version from a folder or from git, `find` compares two. `past` is what is remembered, `reading` reads
it from the history of git and keeps it, `storing` is its file.
"""
