"""What is written for programs: feeds, calendars, open data, and the papers of partners."""
