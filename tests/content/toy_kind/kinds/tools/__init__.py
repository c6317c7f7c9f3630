"""Tools: things that help to take AI into use, for everyone to take."""
