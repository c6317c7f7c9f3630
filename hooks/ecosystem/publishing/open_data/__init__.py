"""Open data: every public collection as JSON and CSV, with what a program needs to use them."""
