"""The domain: from YAML to the pages, without a site engine.

Data flows one way: `source` (text, nodes) → `load` (typed records of `model`) → `check` (rules between
records) → `views` (what a page shows) → `render` (documents). `cli` and `hooks/mkdocs_adapter.py` stand at
the end and call the rest. What goes wrong on the way is a `problems.Problem`, said by `messages`.
"""
