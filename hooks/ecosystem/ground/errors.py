"""The one kind of exception that a command turns into a message and exit status 1."""


class EcosystemError(Exception):
    """What was asked cannot be done; the message says what and why. Wrong data is no error but a `Problem`."""


def refusal(error: OSError | ImportError) -> str:
    """Return in a line what the system refused, and about which file: a full disk, a missing folder or library."""
    if isinstance(error, ImportError):
        return f"{error}; set the environment up anew: make clean, then make site"
    where = f"{error.filename}: " if error.filename else ""
    return where + (error.strerror or str(error)).lower()
