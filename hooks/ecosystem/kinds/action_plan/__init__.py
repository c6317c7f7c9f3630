"""Action plans: what the ecosystem set out to do in a year, and how it goes."""
