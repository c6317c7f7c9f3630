"""Questions that the ecosystem's documents raise about the rules, and what is known in answer."""
