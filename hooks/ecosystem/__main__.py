"""`python -m ecosystem`."""

import signal
import sys
from pathlib import Path

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
