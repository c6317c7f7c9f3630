"""What each page shows: records chosen, counted, sorted and related, but not yet turned into HTML."""
