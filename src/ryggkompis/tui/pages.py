"""The pages, each imported when it is first shown."""

from collections.abc import Callable, Mapping
from typing import Final

from textual.screen import Screen


def _today() -> Screen[None]:
    from ryggkompis.tui.screens.today import TodayPage

    return TodayPage()


def _progress() -> Screen[None]:
    from ryggkompis.tui.screens.progress import ProgressPage

    return ProgressPage()


def _exercises() -> Screen[None]:
    from ryggkompis.tui.screens.exercises import ExercisesPage

    return ExercisesPage()


def _log() -> Screen[None]:
    from ryggkompis.tui.screens.log import LogPage

    return LogPage()


def _report() -> Screen[None]:
    from ryggkompis.tui.screens.report import ReportPage

    return ReportPage()


def _settings() -> Screen[None]:
    from ryggkompis.tui.screens.settings import SettingsPage

    return SettingsPage()


MODES: Final[Mapping[str, Callable[[], Screen[None]]]] = {
    "today": _today,
    "progress": _progress,
    "exercises": _exercises,
    "log": _log,
    "report": _report,
    "settings": _settings,
}
