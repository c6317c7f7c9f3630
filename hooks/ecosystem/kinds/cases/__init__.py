"""Cases: AI in the counties, HUS and Helsinki, apart from the pilots of the ecosystem."""
