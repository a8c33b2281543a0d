"""Words can be read in every theme: each role on each ground, and most in the theme of high contrast."""

from itertools import product
from pathlib import Path

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from ryggkompis.services.preferences import STARK
from ryggkompis.tui.themes import THEMES
from tests.tui.screen_text import a_companion, an_app

ROLES = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel")
LEAST, MOST = 4.5, 7.0
"""The contrast of WCAG's levels AA and AAA."""
SECOND_PLACE = 0.7
"""How much of the foreground is left in what stands in second place."""


def luminance(color: Color) -> float:
    parts = (part / 255 for part in color.rgb)
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, Color]:
    made = theme.to_color_system().generate()
    return {name: Color.parse(made[name]) for name in (*ROLES, *GROUNDS)}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_role_can_be_read_on_every_ground(theme: Theme) -> None:
    known = colours(theme)
    least = MOST if theme.name == STARK else LEAST
    too_faint = {
        (role, ground): round(found, 2)
        for role, ground in product(ROLES, GROUNDS)
        if (found := contrast(known[role], known[ground])) < least
    }
    assert too_faint == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_stands_in_second_place_can_be_read_too(theme: Theme) -> None:
    known = colours(theme)
    for ground in GROUNDS:
        faint = known[ground].blend(known["foreground"], SECOND_PLACE)
        assert contrast(faint, known[ground]) >= (MOST if theme.name == STARK else LEAST), ground


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_lines_of_a_picture_are_seen(theme: Theme) -> None:
    known = colours(theme)
    for role in ("primary", "accent", "warning", "error", "success"):
        assert contrast(known[role], known["background"]) >= 3


def test_the_measure_is_that_of_the_guidelines() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


BRIGHT_BLACK = 8
"""The ground of Solarized, dark."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_of_sixteen_colours_no_line_is_in_one_that_may_be_the_ground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM", raising=False)
    a_companion(tmp_path)
    app = an_app(tmp_path)
    app.theme = theme.name
    known = app.get_css_variables()
    for name in ("border", "border-blurred", "foreground"):
        seen = Color.parse(known[name]).rich_color.downgrade(ColorSystem.STANDARD)
        assert seen.number != BRIGHT_BLACK, name
