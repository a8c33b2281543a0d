"""``python -m ryggkompis``."""

import gc
import sys


def run() -> None:
    """Start the program and leave with its exit status."""
    gc.disable()  # a command makes much and throws little away; what stays open turns it on
    try:
        from ryggkompis.cli.main import main  # noqa: PLC0415 - nothing is imported before it is needed

        status = main(sys.argv[1:])
    except KeyboardInterrupt:  # before there is anything to say it with
        status = 130
    gc.freeze()  # nor is anything looked through on the way out
    sys.exit(status)


if __name__ == "__main__":
    run()
