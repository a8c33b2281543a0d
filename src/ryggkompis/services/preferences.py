"""What can be chosen about the program on this machine, with its words; both front ends offer the same."""

from collections.abc import Callable
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.store.settings import STARTS

DARK: Final = "ryggkompis-dark"
LIGHT: Final = "ryggkompis-light"
STARK: Final = "ryggkompis-contrast"
LATEST_START: Final = 6
"""The latest hour at which a new day may begin."""


class Setting(Value):
    """One setting: its name in the file, its words, and what it can be."""

    name: str
    words: str
    choices: Callable[[], tuple[tuple[object, str], ...]]


def _on_or_off() -> tuple[tuple[object, str], ...]:
    return ((True, _("on")), (False, _("off")))


def _themes() -> tuple[tuple[object, str], ...]:
    return ((DARK, _("evening, dark")), (LIGHT, _("paper, light")), (STARK, _("high contrast")))


def _intervals() -> tuple[tuple[object, str], ...]:
    chosen = ((n, formats.minutes_short(n)) for n in range(10, 61, 5))
    return ((0, _("as the plan says")), *chosen)


def _covers() -> tuple[tuple[object, str], ...]:
    return ((0, _("never")), *((n, formats.minutes_short(n)) for n in (1, 2, 5, 10, 15, 30, 60)))


def _starts() -> tuple[tuple[object, str], ...]:
    return tuple((n, _("after {n} seconds").format(n=n) if n else _("when I press Enter")) for n in STARTS)


def _weekdays() -> tuple[tuple[object, str], ...]:
    return tuple((day, formats.weekday_named(n)) for n, day in enumerate(WEEKDAYS))


SETTINGS: Final = (
    Setting("language", N_("Language"), lambda: (("nb", "norsk (bokmål)"), ("en", "English"))),
    Setting("theme", N_("Colours"), _themes),
    Setting(
        "day_starts",
        N_("A new day begins at"),
        lambda: tuple((f"{hour:02}:00", f"{hour:02}:00") for hour in range(LATEST_START + 1)),
    ),
    Setting("numbers", N_("Ask for pain in numbers"), _on_or_off),
    Setting("motion", N_("Moving pictures"), _on_or_off),
    Setting("bell", N_("Sounds"), _on_or_off),
    Setting("start_wait", N_("An exercise begins"), _starts),
    Setting("speech", N_("Voice in the session"), _on_or_off),
    Setting("sit_minutes", N_("Change position every"), _intervals),
    Setting("desktop", N_("Notices on the desktop"), _on_or_off),
    Setting("review_day", N_("Look back on the week on"), _weekdays),
    Setting("cover_minutes", N_("Cover the window after"), _covers),
    Setting("plain", N_("Lines instead of a window"), _on_or_off),
    Setting("large", N_("Large letters"), _on_or_off),
)
