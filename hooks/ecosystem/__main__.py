"""`python -m ecosystem`."""

import signal
import sys

from ecosystem.cli import main

# Who is asked to end ends as after an error: what it started ends too, and what it had begun is cleared away.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))

try:
    sys.exit(main())
except KeyboardInterrupt:
    sys.exit(128 + signal.SIGINT)
