"""``python -m ryggkompis``."""

import sys


def run() -> None:
    """Start the program and leave with its exit status."""
    from ryggkompis.cli.main import main  # noqa: PLC0415 - nothing is imported before it is needed

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
