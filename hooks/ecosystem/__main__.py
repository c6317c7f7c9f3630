"""`python -m ecosystem`."""

import os
import signal
import sys
from pathlib import Path

# Where the surroundings know ASCII alone, a folder with other letters has a name that libraries cannot write down.
if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
    os.execve(sys.executable, sys.orig_argv, {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606 - ourselves, once more

# Compiling this code anew takes longer than most commands: where no compiled code may lie beside the sources, it is
# kept with what builds keep.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).resolve().parents[2] / ".cache" / "python")

from ecosystem.cli import main

# Who is asked to end ends as after an error: what it started ends too, and what it had begun is cleared away.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))

try:
    sys.exit(main())
except KeyboardInterrupt:
    sys.exit(128 + signal.SIGINT)
