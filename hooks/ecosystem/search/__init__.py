"""The index that the search of the site looks things up in: an edition of every page for Pagefind, and its run.

Pagefind never sees the published pages but copies of their content, so that what only the index needs stands in no
page. It splits by the language of the page and stems words; what it cannot know is added here.
"""

from ecosystem.search.index import write_search_index

__all__ = ["write_search_index"]
