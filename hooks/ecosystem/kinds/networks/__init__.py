"""Related networks and stakeholders: who else works on the same field, since when and in what state."""
