"""``python -m ryggkompis``."""

import gc
import os
import sys
from typing import Never

_INTERRUPTED = 130


def run() -> None:
    """Start the program and leave with its exit status."""
    gc.disable()  # a command makes much and throws little away; what stays open turns it on
    status = _INTERRUPTED
    try:
        from ryggkompis.cli.main import main  # noqa: PLC0415 - nothing is imported before it is needed

        status = main(sys.argv[1:])
        _leave(status)
    except KeyboardInterrupt:  # before there is anything to say it with, or while it was leaving: all is done
        _leave(status)


def _leave(status: int) -> Never:
    """End at once, which no Ctrl+C can break off: what was said is sent, and nothing is left to put away."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # whoever listened has gone
            continue
    os._exit(status)


if __name__ == "__main__":
    run()
