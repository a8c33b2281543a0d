"""The page that tells what came of it: docs/reliability.md."""

import platform
from pathlib import Path
from typing import Final

from tools.torture.result import Result

OUT: Final = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
PAGE: Final = """\
# How the journal was tormented, and what was lost

Written by `make torture` on {system}, Python {python}, in {minutes:.0f} minutes.
`make test` runs the same, shorter.

*Lost*: said to be saved, and not there. *Overwritten*: could not be read whole, and was replaced.
*Crashes*: a traceback, or damage that was not told.

| torment | how often | lost | overwritten | crashes |
|---|---|---|---|---|
{rows}

## What stands behind it

- A month is a set of lines. A save adds some, writes the whole month beside, syncs it, lets it take the
  old one's place and syncs the folder, and only then says that it is saved.
- In doubt it writes beside: a month that is damaged, newer, too large or held by somebody stays as it is.
- The model of the disk is checked against itself: a save that does not sync its file or its folder, or that
  writes in place, loses in it (`tests/store/test_crashes.py`).

## What is not promised

Drives that lie about having written; two computers that write one network folder at the same time; memory
sticks under power loss; the last moment against a sync client that replaces a file without asking.
"""


def written(results: list[Result], took: float) -> str:
    """Write the page."""
    rows = (" | ".join(map(str, one)) for one in results)
    return PAGE.format(
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        minutes=took / 60,
        rows="\n".join(f"| {row} |" for row in rows),
    )
