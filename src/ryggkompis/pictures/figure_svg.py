"""A figure as an SVG file: its poses side by side, with words for those who do not see them."""

from collections.abc import Iterator
from html import escape
from typing import Final

from ryggkompis.domain.catalogue.figures import Figure, Point, Pose
from ryggkompis.pictures.figure import HEAD, Extent, extent_of, limbs, props_of, trunk
from ryggkompis.pictures.figure_props import strokes
from ryggkompis.pictures.glyphs import cells

_NEAR: Final = "#2b6cb0"
_FAR: Final = "#7aa5d2"
_THING: Final = "#8a8f98"
_GAP: Final = 8


def figure_svg(figure: Figure, title: str, description: str, name: str = "") -> str:
    """Give the poses side by side as an SVG document that says what it shows and runs nothing.

    ``name`` tells it from others in the same file.
    """
    extent = extent_of(figure)
    step = extent.width + _GAP
    width, height = step * len(figure.poses) - _GAP, extent.height + 2
    parts = "\n".join(
        f'<g transform="translate({_n(step * number)} 0)">\n{"".join(_pose(figure, pose, extent))}</g>'
        for number, pose in enumerate(figure.poses)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}title {name}desc" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width * 3)}" height="{_n(height * 3)}">\n'
        f'<title id="{name}title">{_safe(title)}</title>\n<desc id="{name}desc">{_safe(description)}</desc>\n'
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">\n{parts}\n</g>\n</svg>\n'
    )


def _pose(figure: Figure, pose: Pose, extent: Extent) -> Iterator[str]:
    yield _line(extent, ((extent.left, 0), (extent.right, 0)), _THING, 1)
    for prop in props_of(figure, pose):
        for stroke in strokes(prop):
            yield _line(extent, stroke.points, _THING, stroke.thick)
    for path in limbs(pose, 1):
        yield _line(extent, path, _FAR, 3)
    yield _line(extent, trunk(pose), _NEAR, 5)
    for path in limbs(pose, 0):
        yield _line(extent, path, _NEAR, 4)
    x, y = _at(extent, pose.head)
    yield f'<circle cx="{x}" cy="{y}" r="{HEAD}" fill="{_NEAR}"/>\n'


def _line(extent: Extent, path: tuple[Point, ...], colour: str, width: int) -> str:
    points = " ".join(",".join(_at(extent, point)) for point in path)
    return f'<polyline points="{points}" stroke="{colour}" stroke-width="{width}"/>\n'


def _at(extent: Extent, point: Point) -> tuple[str, str]:
    return _n(point[0] - extent.left), _n(extent.top - point[1])


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _safe(text: str) -> str:
    return escape("".join(cells(text)))
