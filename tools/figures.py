"""Write docs/figures.md: every figure of the catalogue as a picture, with its name (make figures)."""

from collections.abc import Iterator
from pathlib import Path

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.catalogue.catalogue import Catalogue, Comfort, Exercise
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.ways import figures_of
from ryggkompis.pictures.figure import poses_side_by_side
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Size

DOCS = Path(__file__).resolve().parents[1] / "docs" / "figures.md"
SIZE = Size(60, 12)


def written(catalogue: Catalogue) -> str:
    """Give the whole page."""
    parts = ["# Figures", "", "Made by `make figures` from `data/exercises.yaml`; do not edit."]
    for one in (*catalogue.comfort, *catalogue.exercises):
        for level, figure in figures_of(one):
            parts += _entry(one, level, figure)
    return "\n".join(parts) + "\n"


def _entry(one: Comfort | Exercise, level: int, figure: Figure) -> Iterator[str]:
    picture = poses_side_by_side(figure, SIZE)
    yield f"\n## {one.id} {one.name.nb} · {one.name.en}{f', level {level}' * (level > 1)}\n"
    yield f"{len(figure.poses)} pose{'s' * (len(figure.poses) > 1)}, {figure.seconds} seconds a round.\n"
    for said, shown in (("Braille", picture), ("7-bit", picture.ascii())):
        yield f"{said}:\n\n```text\n{plain(shown)}\n```"


if __name__ == "__main__":
    DOCS.write_text(written(load_catalogue()), encoding="utf-8")
