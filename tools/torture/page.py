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

## What a story is

One seed. Notes, walks, check-ins, a yes and all no, looks, undo, erase, lock, unlock, backup, restore,
import, damage and repair in the shell; remarks, safety questions and keys at random in the window; two
machines that meet; a clock that jumps by up to a year either way; and a death at any change on the
disk. After every move:

- what was said to be saved is there, once, on each machine that has it, and what was taken out is not;
- a yes holds the plan until somebody has seen the patient;
- what could not be read is as it was;
- after a lock or an erasure nothing of it lies open that was not named, but for what a killed writer
  has left half written, until the next one sweeps it;
- no traceback, and no exit status but 0, 1, 2 and 3.

`make torture SEED=7 STEPS=40` tells a story again. What runs in the shell goes the same way again; a
window goes at the pace of the machine. A key stands in for the passphrase, which takes a second by
design.

## What could be tried, and what not

- *A memory stick*: a real exFAT file system in a file, with the driver that needs no kernel. It knows
  no rights, and takes `2026-03.json` and `2026-03.JSON` for one, so it is the case-insensitive folder,
  too. To pull it is to kill the driver at any moment of saving; then the file system is checked, put in
  again, and read. What the driver has handed on stays: what a real stick forgets of that cannot be
  tried here.
- *FAT*: once, by hand, with a driver that calls itself experimental: 60 kills, 52 entries saved, none
  lost. A whole story did not come to its end on it, and whose fault that is is not known.
- *A clock a year back*, and a year ahead: in the stories, and in `tests/cli/test_borders.py`.
- Not tried: a kernel's own FAT, a folder of ext4 without capitals, a power cut that is real, macOS,
  Windows, a network disk, the sync client of a phone.

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
