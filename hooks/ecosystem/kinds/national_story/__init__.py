"""The national story: what Finland is in AI for health and social care, told to partners abroad in chapters."""
