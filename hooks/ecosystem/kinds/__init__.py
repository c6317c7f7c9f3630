"""One room for each kind of record, with all that is its own; and the few parts that several kinds share."""
