"""Write docs/figures.md: every figure of the catalogue as a picture, and how it was judged (make figures)."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.catalogue.catalogue import Catalogue, Comfort, Exercise
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.ways import figures_of
from ryggkompis.pictures.figure import poses_side_by_side
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Size

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "figures.md"
JUDGED = DOCS / "figures.csv"
"""What was seen in each figure; to be judged anew when the figure is drawn anew."""
SIZE = Size(60, 12)
_HEAD: Final = """\
# Figures

Made by `make figures` from `data/exercises.yaml` and `docs/figures.csv`; do not edit.

## What is seen in them

Each figure was looked at without its name and in arbitrary order, with three questions: what position
is this, what is moved, and how well is it known without words, from 1 (not at all) to 5 (at once)? Paper
is the SVG as it is printed, 80×24 the room beside the count in a session, 40×15 the room below it, and
blocks are those of the console of Linux at 80×24. None may be below 3, and three quarters must be at 4 or
5 on paper and at 80×24. On 29 November 2026 fresh eyes, told nothing of what they saw, judged all of them on
paper and at 80×24 five times, and in two more looks those drawn anew after the fifth among others; never the
same eyes twice. The last look at each stands here. None is below 3; 43 of 47 are at 4 or 5 on paper, and 38
in dots. The scores for 40×15 and blocks are all by the one who drew them.
"""


def judged() -> list[dict[str, str]]:
    """Give what was seen in each figure, by its name."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def drawn(catalogue: Catalogue) -> Iterator[tuple[str, Comfort | Exercise, Figure]]:
    """Give every figure with its name: the movement, and the first level of several figures."""
    movements: tuple[Comfort | Exercise, ...] = (*catalogue.comfort, *catalogue.exercises)
    for one in movements:
        found = figures_of(one)
        for level, figure in found:
            yield f"{one.id}-{level}" if len(found) > 1 else one.id, one, figure


def table(rows: list[dict[str, str]]) -> str:
    """Give the judgements as a table."""
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *([row[head] for head in heads] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def written(catalogue: Catalogue) -> str:
    """Give the whole page."""
    parts = [_HEAD, table(judged())]
    for name, one, figure in drawn(catalogue):
        parts += _entry(name, one, figure)
    return "\n".join(parts) + "\n"


def _entry(name: str, one: Comfort | Exercise, figure: Figure) -> Iterator[str]:
    picture = poses_side_by_side(figure, SIZE)
    yield f"\n## {name} {one.name.nb} · {one.name.en}\n"
    yield f"{len(figure.poses)} pose{'s' * (len(figure.poses) > 1)}, {figure.seconds} seconds a round.\n"
    for said, shown in (("Braille", picture), ("Blocks", picture.blocks()), ("7-bit", picture.ascii())):
        yield f"{said}:\n\n```text\n{plain(shown)}\n```"


if __name__ == "__main__":
    PAGE.write_text(written(load_catalogue()), encoding="utf-8")
