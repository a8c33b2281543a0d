"""Our three themes: evening and paper, both calm, and one of high contrast; all above what is asked for."""

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from ryggkompis.services import preferences

DARK_THEME: Final = Theme(
    name=preferences.DARK,
    primary="#7cc4b0",
    secondary="#d8c08f",
    accent="#e9b072",
    success="#93cf9a",
    warning="#e8bd6a",
    error="#f0907f",
    foreground="#e4e9e7",
    background="#121819",
    surface="#182022",
    panel="#212b2d",
    dark=True,
    variables={
        "border": "#3f5352",
        "border-blurred": "#2b3738",
        "input-selection-background": "#7cc4b0 35%",
        "footer-key-foreground": "#e9b072",
    },
)
LIGHT_THEME: Final = Theme(
    name=preferences.LIGHT,
    primary="#1f6a5c",
    secondary="#6d5420",
    accent="#8f4c0f",
    success="#2b6a35",
    warning="#7d5200",
    error="#a63324",
    foreground="#1e2827",
    background="#f7f4ed",
    surface="#efebe1",
    panel="#e5e0d3",
    dark=False,
    variables={
        "border": "#9fb0ab",
        "border-blurred": "#cfd4cc",
        "input-selection-background": "#1f6a5c 25%",
        "footer-key-foreground": "#8f4c0f",
    },
)
STARK_THEME: Final = Theme(
    name=preferences.STARK,
    primary="#7fe9d0",
    secondary="#ffe08a",
    accent="#ffc46b",
    success="#9df5a6",
    warning="#ffd75e",
    error="#ffb3a6",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#14181a",
    dark=True,
    variables={
        "border": "#b8c4c2",
        "border-blurred": "#8d9896",
        "input-selection-background": "#7fe9d0 35%",
        "footer-key-foreground": "#ffc46b",
    },
)
THEMES: Final = (DARK_THEME, LIGHT_THEME, STARK_THEME)
"""The first one is used unless the settings name another."""
ALL_THEMES: Final = BUILTIN_THEMES | {theme.name: theme for theme in THEMES}
MUTED: Final = "$foreground 70%"
"""The style of what stands in second place, in text put together by hand; still above 4.5 to 1."""
