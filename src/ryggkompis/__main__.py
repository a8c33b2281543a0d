"""``python -m ryggkompis``."""

import gc
import sys


def run() -> None:
    """Start the program and leave with its exit status."""
    gc.disable()  # a command makes much and throws little away; what stays open turns it on
    from ryggkompis.cli.main import main  # noqa: PLC0415 - nothing is imported before it is needed

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
