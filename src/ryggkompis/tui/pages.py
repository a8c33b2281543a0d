"""The pages, each imported when it is first shown."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from textual.screen import Screen


def page(module: str, name: str) -> Callable[[], Screen[None]]:
    """Give a callable that imports and makes the page ``name`` of ``module``."""

    def make() -> Screen[None]:
        made: Screen[None] = getattr(import_module(f"ryggkompis.tui.screens.{module}"), name)()
        return made

    return make


MODES: Final[Mapping[str, Callable[[], Screen[None]]]] = {
    "today": page("today", "TodayPage"),
    "progress": page("progress", "ProgressPage"),
    "exercises": page("exercises", "ExercisesPage"),
    "log": page("log", "LogPage"),
    "report": page("report", "ReportPage"),
    "settings": page("settings", "SettingsPage"),
}
