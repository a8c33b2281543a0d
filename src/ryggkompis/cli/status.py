"""Exit statuses: what a script can rely on. An `ExpectedError` brings its own, mostly 2."""

from typing import Final

DONE: Final = 0
LOCKED: Final = 1
"""A safety lock holds, for ``plan``."""
UNUSABLE: Final = 3
"""The disk or the journal cannot be used, or only a part of it; nothing is lost."""
INTERRUPTED: Final = 130
