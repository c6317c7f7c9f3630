"""Pictures drawn with Typst: icons, and the social cards that links to a page show."""
