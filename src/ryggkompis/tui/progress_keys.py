"""The keys of the Progress page."""

from typing import Final

from textual.binding import Binding

from ryggkompis.domain.base.errors import N_

PROGRESS_KEYS: Final = [
    Binding("down,j", "view(1)", N_("Next picture"), id="progress.next"),
    Binding("up,k", "view(-1)", N_("Picture before"), id="progress.before", show=False),
    Binding(
        "left",
        "day(-1)",
        N_("The day before"),
        id="progress.day_before",
        tooltip=N_("Point at a day"),
    ),
    Binding("right", "day(1)", N_("Day after"), id="progress.day_after", show=False),
    Binding("shift+left", "day(-7)", N_("A week back"), id="progress.week_before", show=False),
    Binding("shift+right", "day(7)", N_("A week on"), id="progress.week_after", show=False),
    Binding(
        "plus",
        "zoom(-1)",
        N_("Closer"),
        id="progress.closer",
        tooltip=N_("Show fewer weeks; minus shows more"),
    ),
    Binding("minus", "zoom(1)", N_("Wider"), id="progress.wider", show=False, tooltip=N_("Show more weeks")),
    Binding("a", "choose(-1)", N_("All"), id="progress.all", show=False),
    Binding("home", "edge('first')", N_("First day"), id="progress.first", show=False),
    Binding("end", "edge('last')", N_("Last day"), id="progress.last", show=False),
    Binding(
        "b",
        "band",
        N_("Studies"),
        id="progress.band",
        tooltip=N_("Lay the averages from studies behind your course, or take them away"),
    ),
    Binding(
        "e",
        "episode",
        N_("Earlier episode"),
        id="progress.episode",
        show=False,
        tooltip=N_("As it stood on its last day; after the first one comes this one again"),
    ),
    Binding(
        "f",
        "alone",
        N_("Picture alone"),
        id="progress.alone",
        show=False,
        tooltip=N_("In the whole window, or with its words again"),
    ),
    Binding(
        "s",
        "save",
        N_("Save the picture"),
        id="progress.save",
        show=False,
        tooltip=N_("As .svg or .png, to send or to print"),
    ),
    Binding("escape", "no_day", N_("Point at no day"), id="progress.no_day", show=False),
]
