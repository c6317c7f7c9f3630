"""What a proofreader would mark in the texts of records and pages: every finding is a warning."""
