"""Walks as a track of points, GPX and TCX: the day on which it began, and the minutes in motion."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import cos, hypot, radians
from typing import Final

from ryggkompis.importers import understood
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.known.walking import is_walk
from ryggkompis.importers.moments import in_utc, moment_of
from ryggkompis.importers.numbers import parse_number
from ryggkompis.importers.where import Where

_REST: Final = timedelta(minutes=2)
"""As long as this without getting anywhere is a rest."""
_SLOWEST: Final = 0.1
"""Metres a second under which nobody gets anywhere."""
_APART: Final = timedelta(minutes=30)
"""Pieces that lie further apart are two walks."""
_OTHER: Final = "Other"
"""What a program writes that does not know what it was."""
_DEGREE: Final = 111_320.0
"""Metres of one degree of latitude."""
_DIGITS: Final = 14
"""Signs of a number that matter."""
_BESIDE: Final = "google-fit"
"""Whose tracks stand beside its sessions, where each activity is counted."""
_KIND_NUMBERS: Final = frozenset({"10", "4"})
"""How Strava numbers walks and hikes in its GPX."""


class _Walk:
    """One walk: when it began and ended, and how long of it was motion."""

    def __init__(self) -> None:
        self.kind = ""
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._before: datetime | None = None
        """The point before, of the same piece."""
        self._moved = timedelta()

    def point(self, moment: datetime, metres: float | None) -> None:
        """Take a point, and how far it is from the one before; None where that is not known."""
        if self._last is not None and moment < self._last:
            return
        if self._before is not None:
            took = moment - self._before
            is_rest = took > _REST and metres is not None and metres < _SLOWEST * took.total_seconds()
            self._moved += timedelta() if is_rest else took
        self._first, self._last, self._before = self._first or moment, moment, moment

    def is_over(self, moment: datetime) -> bool:
        """Tell whether what begins at ``moment`` is another walk."""
        return self._last is not None and abs(moment - self._last) > _APART

    def pause(self) -> None:
        """End a piece: what lies between two pieces is no walking."""
        self._before = None

    def give(self, line: int, maker: str, harvest: Builder) -> None:
        """Put the walk into ``harvest``."""
        start, end = (in_utc(moment, harvest.here.zone) for moment in (self._first, self._last))
        if start is None:
            return
        harvest.rows += 1
        if is_walk(self.kind) or self.kind in _KIND_NUMBERS:
            harvest.walk(Where(line, start, maker), self._moved.total_seconds() / 60, end)
        elif not self.kind or self.kind == _OTHER:
            harvest.fault(understood.OfUnknownKind, line, str(start.date()))
        elif harvest.program != _BESIDE:
            harvest.asked.others["" if self.kind.isdecimal() else self.kind] += 1


class Gpx:
    """Takes each track of a GPX file that says it is a walk, or does not say what it is."""

    def __init__(self, harvest: Builder) -> None:
        """Put what is found into ``harvest``."""
        self._harvest = harvest
        self._maker = "GPX"
        self._walk = _Walk()
        self._place: tuple[float, float] | None = None
        self._before: tuple[float, float] | None = None
        self._is_point = False

    def begin(self, line: int, tag: str, said: Mapping[str, str]) -> None:
        """Take the beginning of a track or of a point."""
        del line
        name = _plain(tag)
        if name == "gpx":
            self._maker = said.get("creator", "") or self._maker
        elif name == "trk":
            self._walk, self._before = _Walk(), None
        elif name == "trkpt":
            latitude, longitude = _number(said.get("lat", "")), _number(said.get("lon", ""))
            known = latitude is not None and longitude is not None
            self._place = (latitude or 0.0, longitude or 0.0) if known else None
            self._is_point = True

    def end(self, line: int, tag: str, text: str) -> None:
        """Take the end of a point, a piece or a track."""
        name = _plain(tag)
        if name == "time" and self._is_point:
            moment = moment_of(text)
            if moment is not None:
                self._walk.point(moment, _between(self._before, self._place))
                self._before = self._place
        elif name == "trkpt":
            self._is_point = False
        elif name == "type" and not self._is_point:
            self._walk.kind = text
        elif name == "trkseg":
            self._walk.pause()
        elif name == "name" and not self._is_point and not self._walk.kind and is_walk(text):
            self._walk.kind = text
        elif name == "trk":
            self._walk.give(line, self._maker, self._harvest)


class Tcx:
    """Takes each activity of a TCX file that is a walk."""

    def __init__(self, harvest: Builder) -> None:
        """Put what is found into ``harvest``."""
        self._harvest = harvest
        self._walk = _Walk()
        self._moment: datetime | None = None
        self._metres: float | None = None
        self._before: float | None = None
        self._is_point = False

    def begin(self, line: int, tag: str, said: Mapping[str, str]) -> None:
        """Take the beginning of an activity, of a lap or of a point."""
        name = _plain(tag)
        if name == "Activity":
            if self._walk.kind != said.get("Sport", ""):
                self._begin_anew(line, said.get("Sport", ""))
            self._walk.pause()
        elif name == "Lap":
            self._walk.pause()
            self._before = None
        elif name == "Trackpoint":
            self._is_point, self._moment, self._metres = True, None, None

    def end(self, line: int, tag: str, text: str) -> None:
        """Take the end of a point or of all activities."""
        name = _plain(tag)
        if name == "Time" and self._is_point:
            self._moment = moment_of(text)
        elif name == "DistanceMeters" and self._is_point:
            self._metres = _number(text)
        elif name == "Trackpoint":
            self._is_point = False
            if self._moment is not None:
                # Google Fit writes an activity for each piece of one walk.
                if self._walk.is_over(self._moment):
                    self._begin_anew(line, self._walk.kind)
                both = self._metres is not None and self._before is not None
                self._walk.point(self._moment, (self._metres or 0) - (self._before or 0) if both else None)
                self._before = self._metres
        elif name == "Activities":
            self._begin_anew(line, "")

    def _begin_anew(self, line: int, kind: str) -> None:
        self._walk.give(line, "TCX", self._harvest)
        self._walk = _Walk()
        self._walk.kind = kind
        self._before = None


def _plain(tag: str) -> str:
    return tag.rpartition(":")[2]


def _number(text: str) -> float | None:
    number = parse_number(text[:_DIGITS])
    return None if number is None else float(number)


def _between(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    """Give the metres between two places; they are near enough that the earth is flat."""
    if one is None or other is None:
        return None
    east = (other[1] - one[1]) * cos(radians(one[0]))
    return hypot(other[0] - one[0], east) * _DEGREE
