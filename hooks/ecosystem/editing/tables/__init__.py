"""Records as a table for spreadsheets, there and back."""
