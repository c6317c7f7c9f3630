"""Working groups: who meets for what, how often and until when."""
