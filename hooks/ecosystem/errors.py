"""The one kind of exception that a command turns into a message and exit status 1."""


class EcosystemError(Exception):
    """What was asked cannot be done; the message says what and why. Wrong data is no error but a `Problem`."""
