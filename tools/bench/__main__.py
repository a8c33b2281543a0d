"""Measure everything, or the parts that are named, and keep the tables in docs/performance.md.

make bench                                   everything, about eight minutes
make bench PARTS="starts keys"               some of it
make bench PARTS="counts --demand"           and let these counts be the gate
"""

import argparse
import platform
import re
import sys
from collections.abc import Callable
from pathlib import Path

from tools.bench import commands, counts, engine, windows
from tools.bench.diaries import diaries
from tools.bench.episodes import episodes
from tools.bench.measuring import ROOT, can_count

PAGE = ROOT / "docs" / "performance.md"
Folders = dict[str, Path]
PARTS = ("starts", "keys", "idle", "leaving", "daily", "episodes", "reports", "engine", "counts")


def main() -> int:
    """Measure; the exit status is 1 when something costs more instructions than was reached before."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--demand", action="store_true", help="let the counts be what is demanded")
    said = parser.parse_args()
    if unknown := set(said.parts) - set(PARTS):
        parser.error(f"{', '.join(sorted(unknown))} cannot be measured; it can be {', '.join(PARTS)}")
    chosen = [part for part in PARTS if not said.parts or part in said.parts]
    within = True
    with diaries() as folders:
        for part in chosen:
            if part == "counts":
                within = _count(folders, demand=said.demand)
            else:
                MEASURES[part](folders)
    return 0 if within else 1


def _daily(folders: Folders) -> None:
    table, growth = commands.daily(folders)
    keep("daily", table)
    keep("growth", growth)


def _count(folders: Folders, *, demand: bool) -> bool:
    if not can_count():
        print("valgrind is not installed, so instructions are not counted.", file=sys.stderr)
        return True
    found = counts.count(folders)
    if demand:
        counts.keep(found)
    keep("counts", counts.counts_table(found))
    return not counts.too_many(found)


MEASURES: dict[str, Callable[[Folders], None]] = {
    "starts": lambda folders: keep("starts", windows.starts(folders)),
    "keys": lambda folders: keep("keys", windows.keys(folders["182 days"])),
    "idle": lambda folders: keep("idle", windows.idle(folders["182 days"])),
    "leaving": lambda folders: keep("leaving", windows.leaving(folders["182 days"])),
    "daily": _daily,
    "episodes": lambda _folders: keep("episodes", episodes()),
    "reports": lambda folders: keep("reports", commands.reports(folders)),
    "engine": lambda _folders: keep("engine", engine.engine()),
}


def keep(name: str, text: str) -> None:
    """Print a table, and put it where docs/performance.md has a place for it."""
    print(text + "\n", flush=True)
    page = PAGE.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not place.search(page):
        sys.exit(f"{PAGE} has no place for {name}.")
    with_it = place.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page)
    PAGE.write_text(with_it, encoding="utf-8")


if __name__ == "__main__":
    print(f"{platform.platform()}, Python {platform.python_version()}\n")
    sys.exit(main())
