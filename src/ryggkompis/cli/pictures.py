"""Pictures on standard output, in whatever it can show, and as files."""

import os
from collections.abc import Iterable
from pathlib import Path

from ryggkompis.cli.output import as_is, can_show, columns, facts, with_colour
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, WalkGuide
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.ways import figures_of, way_of
from ryggkompis.i18n.language import current
from ryggkompis.pictures.figure import poses_side_by_side
from ryggkompis.pictures.figure_svg import figure_svg
from ryggkompis.pictures.ink import ansi, legible, plain
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.store.targets import NotWritten, no_folder
from ryggkompis.words.today.exercises import level_in_words

WIDEST, ROWS = 60, 12
READABLE = 0o666
"""A picture is no secret; the umask still counts."""


def draw(picture: Picture) -> None:
    """Print a picture and an empty line, in blocks or 7-bit characters where braille would not arrive."""
    shown = legible(picture, os.environ.get("TERM"), has_unicode=can_show("\u283f"))
    as_is(ansi(shown) if with_colour() else plain(shown))
    as_is("")


def draw_figure(figure: Figure) -> None:
    """Print the poses of a figure side by side."""
    cols = (columns() or WIDEST + 1) - 1
    draw(poses_side_by_side(figure, Size(max(min(cols, WIDEST), 1), ROWS)))


def draw_figures(movement: Comfort | Exercise) -> None:
    """Print each figure of a movement; where there are several, with the level that it belongs to."""
    found = figures_of(movement)
    for level, figure in found:
        if isinstance(movement, Exercise) and len(found) > 1:
            facts(level_in_words(level, movement.levels[level - 1]))
        draw_figure(figure)


def write_figures(folder: str, found: Iterable[WalkGuide | Comfort | Exercise]) -> int:
    """Write an SVG file for each figure, named by movement and, after the first, level; count them."""
    from ryggkompis.store.atomic import write_atomic

    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise no_folder(Path(folder)) from error
    except OSError as error:
        raise NotWritten(file=folder, reason=error) from error
    language, written = current(), 0
    for one in found:
        for level, figure in () if isinstance(one, WalkGuide) else figures_of(one):
            cue = way_of(one, level).cue if isinstance(one, Exercise) else one.cue
            name = one.id if level == 1 else f"{one.id}-{level}"
            path = os.path.join(os.path.abspath(folder), f"{name}.svg")  # noqa: PTH100, PTH118 - as the store takes it
            svg = figure_svg(figure, one.name.in_(language), cue.in_(language))
            try:
                write_atomic(path, svg.encode(), READABLE)
            except OSError as error:
                raise NotWritten(file=path, reason=error) from error
            written += 1
    return written
