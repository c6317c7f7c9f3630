"""A clearly fictional data set: organisations that do not exist, with full offerings, for `make demo`, tests and bench.

Every name, in every language, says that it is made up; every address is below example.org. The same number of
organisations gives the same bytes. Nothing is written to `data/`, and a site of it says on every page what it is.
"""

from ecosystem.demonstration.folder import ORGANISATIONS, write_demonstration

__all__ = ["ORGANISATIONS", "write_demonstration"]
