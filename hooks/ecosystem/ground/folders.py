"""Put a folder in the place of another in one step, so that nobody ever finds the place empty."""

import ctypes
import os
import shutil
from pathlib import Path
from typing import Final

#: From `linux/fcntl.h` and `linux/fs.h`: paths are taken from the current folder; two names are exchanged.
_FROM_HERE: Final = -100
_EXCHANGE: Final = 2


def replace_folder(target: Path, new: Path, aside: Path) -> None:
    """Put the folder *new* at *target*; what stood there is removed. All three are on one file system.

    Where the system can exchange two names (Linux), a kill at any moment leaves one of the two folders whole at
    *target*. Elsewhere there is a moment between two renames; what stood at *target* is then found at *aside*.
    """
    if not target.exists():
        new.rename(target)
    elif _exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
    else:
        target.rename(aside)
        try:
            new.rename(target)
        except OSError:
            aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders; return False where the system cannot."""
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(exchange(_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other), _EXCHANGE) == 0)
