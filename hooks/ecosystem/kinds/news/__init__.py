"""News: what happened, in a few sentences, with links to what it concerns."""
