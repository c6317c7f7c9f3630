"""What changed between two versions of the data, in the words of those who read it.

`versions` reads a version from a folder or from git, `find` compares two, `describe` says it in a language.
"""
