"""Events: single ones with a date, and series with a rhythm."""
