"""The organisers of health and social care: the wellbeing services counties, HUS and the City of Helsinki."""
