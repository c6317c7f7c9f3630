"""The glossary: what the field's terms are in the three languages, and which of them are official."""
