"""How long the commands take on data of several sizes, beside copying the output and a Hugo site of the same pages."""
