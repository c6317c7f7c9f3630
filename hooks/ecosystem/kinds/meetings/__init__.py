"""International meetings: delegations, visits and fairs, and the packs of delegations."""
