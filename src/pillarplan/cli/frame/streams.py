"""Standard streams that end politely: odd encodings, readers that have seen enough."""

import signal
import sys


def prepare_streams() -> None:
    """Show what cannot be encoded as ``?``, and end without a word at a closed pipe."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if hasattr(signal, "SIGPIPE"):
        # A reader such as `head` that has seen enough ends us without a message.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
