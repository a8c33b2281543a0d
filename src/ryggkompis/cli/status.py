"""Exit statuses: what a script can rely on."""

from typing import Final

DONE: Final = 0
LOCKED: Final = 1
"""A safety lock holds, for ``plan``."""
MENDABLE: Final = 2
"""The user can mend it; a sentence says how."""
UNUSABLE: Final = 3
"""The disk or the journal cannot be used, or only a part of it; nothing is lost."""
INTERRUPTED: Final = 130
