"""Changes that no test can or need notice, each with the reason; the name is as it is printed."""

from typing import Final

EXCUSED: Final[dict[str, str]] = {}
