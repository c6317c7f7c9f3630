"""Publications: reports, studies and plans of the ecosystem and about it."""
