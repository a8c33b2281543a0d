"""``python -m tools.review make``, ``enter``, ``report`` or ``choose``: the review by clinicians."""

import argparse
from pathlib import Path

from tools.review.choosing import choose
from tools.review.content import LANGUAGES
from tools.review.enter import enter
from tools.review.page import page
from tools.review.paper import pdf
from tools.review.report import ROOT, told, write
from tools.review.told import write as keep
from tools.review.verdicts import FOLDER, gathered


def make(place: Path) -> None:
    """Write the page, and the same on paper in both languages."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "review.html").write_text(page(), encoding="utf-8")
    for language in LANGUAGES:
        (place / f"review.{language}.pdf").write_bytes(pdf(language))
    print(*sorted(place.glob("review.*")), sep="\n")


def report() -> None:
    """Read what came back, and write what it comes to."""
    results = gathered()
    write(results)
    print(f"{len(results.voices)} answered, {len(results.counted)} counted.")
    for line in (*results.problems, *map(told, results.must_change)):
        print(line)


def main() -> None:
    """Do one of them."""
    parser = argparse.ArgumentParser(prog="python -m tools.review", description=__doc__)
    parser.add_argument("what", choices=["make", "enter", "report", "choose"])
    parser.add_argument("--to", type=Path, help="the folder to write to")
    said = parser.parse_args()
    match said.what:
        case "make":
            make(said.to or ROOT / "build" / "review")
        case "enter":
            print(f"Saved: {enter(said.to or FOLDER)}")
        case "report":
            report()
        case _:
            keep(choose())


if __name__ == "__main__":
    main()
