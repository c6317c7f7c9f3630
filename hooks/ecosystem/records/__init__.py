"""What a record is: its values, texts and parts, how collections are read, and the rules that all of them keep."""
