"""The pages, and what a page opens, each imported when it is first shown."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

from textual.screen import Screen


def late(module: str, name: str) -> Callable[..., Any]:
    """Give a callable that stands for ``name`` of ``module``, which is imported when it is first called."""

    def call(*arguments: object) -> Any:  # noqa: ANN401 - whatever it stands for gives
        return getattr(import_module(f"ryggkompis.tui.screens.{module}"), name)(*arguments)

    return call


MODES: Final[Mapping[str, Callable[[], Screen[None]]]] = {
    "today": late("today", "TodayPage"),
    "progress": late("progress", "ProgressPage"),
    "exercises": late("exercises", "ExercisesPage"),
    "log": late("log", "LogPage"),
    "report": late("report", "ReportPage"),
    "settings": late("settings", "SettingsPage"),
}
