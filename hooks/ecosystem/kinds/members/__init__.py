"""Member organisations: who has joined the ecosystem."""
