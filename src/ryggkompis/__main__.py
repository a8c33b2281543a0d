"""``python -m ryggkompis``."""

import gc
import signal
import sys

_INTERRUPTED = 130


def run() -> None:
    """Start the program and leave with its exit status."""
    gc.disable()  # a command makes much and throws little away; what stays open turns it on
    try:
        try:
            from ryggkompis.cli.main import main  # noqa: PLC0415 - nothing is imported before it is needed

            status = main(sys.argv[1:])
        except KeyboardInterrupt:  # before there is anything to say it with
            status = _INTERRUPTED
        _hear_no_more()
    except KeyboardInterrupt:  # pressed once more, while it was leaving
        status = _INTERRUPTED
        _hear_no_more()
    gc.freeze()  # nor is anything looked through on the way out
    sys.exit(status)


def _hear_no_more() -> None:
    """Let no Ctrl+C break off the way out: all is done, and there is nothing left to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    run()
