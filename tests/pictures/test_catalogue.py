"""Nothing of a figure of ours is cut off, at whatever size it is drawn, still or on its way."""

from xml.etree import ElementTree as ET

import pytest

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.catalogue.figures import HEAD, Figure
from ryggkompis.domain.catalogue.ways import figures_of
from ryggkompis.pictures.figure import figure_picture, poses_side_by_side
from ryggkompis.pictures.figure_svg import figure_svg
from ryggkompis.pictures.picture import Picture, Role, Size
from tests.figures import dots

CATALOGUE = load_catalogue()
FIGURES = [
    pytest.param(figure, id=f"{one.id}-{level}")
    for some in (CATALOGUE.comfort, CATALOGUE.exercises)
    for one in some
    for level, figure in figures_of(one)
]
SIZES = [Size(40, 6), Size(40, 15), Size(80, 12), Size(120, 40)]
"""Below and beside what else is on a screen, a strip, and a whole large one."""
PHASES = 3
SVG = "{http://www.w3.org/2000/svg}"


def assert_whole(picture: Picture, size: Size, poses: int) -> None:
    """Whatever is cut off ends at the border, so a border without a dot cuts nothing off."""
    assert len(picture.rows) == size.rows
    assert {sum(len(run.text) for run in row) for row in picture.rows} == {size.cols}
    drawn = dots(picture, Role.FIGURE, Role.FAR, Role.PROP)
    across, up = {x for x, _ in drawn}, {y for _, y in drawn}
    assert min(across) > 0
    assert max(across) < size.cols * 2 - 1
    assert min(up) > 0
    assert max(up) < size.rows * 4 - 1
    assert len(drawn) > 30 * poses


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.cols}x{size.rows}")
@pytest.mark.parametrize("figure", FIGURES)
def test_nothing_is_cut_off_in_a_terminal(figure: Figure, size: Size) -> None:
    assert_whole(poses_side_by_side(figure, size), size, len(figure.poses))
    for n in range(PHASES):
        assert_whole(figure_picture(figure, size, n / PHASES), size, 1)


@pytest.mark.parametrize("figure", FIGURES)
def test_nothing_is_cut_off_on_paper(figure: Figure) -> None:
    root = ET.fromstring(figure_svg(figure, "", ""))
    _left, _top, width, height = map(float, root.attrib["viewBox"].split())
    groups = root.findall(f".//{SVG}g[@transform]")
    assert len(groups) == len(figure.poses)
    for group in groups:
        right, down = map(float, group.attrib["transform"].removeprefix("translate(").rstrip(")").split())
        heads = 0
        for x, y, reach in reaches(group):
            heads += reach == HEAD
            assert reach <= right + x <= width - reach
            assert reach <= down + y <= height - reach
        assert heads == 1


def reaches(group: ET.Element) -> list[tuple[float, float, float]]:
    """Give every point of what is drawn, with how far the drawing reaches around it."""
    found = [
        (float(c.attrib["cx"]), float(c.attrib["cy"]), float(c.attrib["r"]))
        for c in group.iter(f"{SVG}circle")
    ]
    for line in group.iter(f"{SVG}polyline"):
        points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
        found += [(x, y, float(line.attrib["stroke-width"]) / 2) for x, y in points]
    return found
