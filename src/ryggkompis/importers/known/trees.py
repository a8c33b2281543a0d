"""Which files of an archive are read: in a tree that is known only those with steps, walks or answers."""

import re
from collections.abc import Callable, Iterable
from typing import Final

_ENDINGS: Final = (".csv", ".json", ".xml", ".gpx", ".tcx", ".txt")
"""What is tried in an archive of an unknown tree."""
_LOOP: Final = "checkmarks.csv"
"""Loop's table of all habits; the other files of its archive say the same again, or are scores."""
_FITBIT: Final = re.compile(r"(?:.*/)?(?:steps[-_]\d{4}-\d{2}-\d{2}\.(?:json|csv)|exercise-\d+\.json)")
_OF_FITBIT: Final = re.compile(
    r".*/(?:fitbit|global export data|physical activity_googledata)/.*"
    r"|(?:.*/)?(?:distance|altitude|calories|heart_rate|resting_heart_rate|sedentary_minutes|\w+_active_minutes|sleep"
    r"|time_in_heart_rate_zones|swim_lengths_data|exercise|demographic_vo2_max|estimated_oxygen_variation)-\d[^/]*\.json"
)
_FIT: Final = re.compile(
    r"(?:.*/)?(?:google )?fit/(?:.*/)?(?:[^/]*\.(?:csv|tcx)|\d{4}-\d{2}-\d{2}t[^/]*\.json)"
)
_OF_FIT: Final = re.compile(r"(?:.*/)?(?:google )?fit/.*")
_GARMIN: Final = re.compile(r".*/(?:udsfile[^/]*|[^/]*summarizedactivities[^/]*)\.json")
_OF_GARMIN: Final = re.compile(r"(?:.*/)?di_connect/.*|(?:.*/)?(?:customer_data|igarmin|di-[^/]*)/.*")
_SAMSUNG: Final = re.compile(
    r"(?:.*/)?com\.samsung\.(?:shealth\.step_daily_trend|shealth\.exercise|shealth\.tracker\.pedometer_day_summary)"
    r"\.\d[^/]*\.csv"
)
_OF_SAMSUNG: Final = re.compile(r"(?:.*/)?(?:com\.samsung\.[^/]*|jsons/.*|files/.*)")
_STRAVA: Final = re.compile(r"(?:[^/]*/)?activities\.csv")
_OF_STRAVA: Final = re.compile(r"(?:[^/]*/)?(?:activities/.*|[a-z_]+\.csv|[a-z_]+\.json|media/.*|routes/.*)")
_WITHINGS: Final = re.compile(r"(?:.*/)?(?:aggregates_steps|activities)\.csv")
_OF_WITHINGS: Final = re.compile(r"(?:.*/)?[^/]*\.(?:csv|json)")
_APPLE: Final = re.compile(r"apple_health_export/(?!export_cda)[^/]*\.xml")
_OF_APPLE: Final = re.compile(r"apple_health_export/.*|(?:.*/)?export_cda\.xml|(?:.*/)?workout-routes/.*")
Wanted = Callable[[str], bool]


def is_known_tree(names: Iterable[str]) -> bool:
    """Tell whether an archive is of a program that is known."""
    small = [name.casefold() for name in names]
    return any(
        sign.fullmatch(name) for name in small for _wanted, _belongs, signs in _TREES for sign in signs
    )


def wanted_of(names: Iterable[str]) -> Wanted:
    """Tell which files are read, from the ``names`` of all files of an archive."""
    small = [name.casefold() for name in names]
    if _LOOP in small:
        return lambda name: name.casefold() == _LOOP
    trees = [
        (wanted, belongs)
        for wanted, belongs, signs in _TREES
        if any(sign.fullmatch(name) for name in small for sign in signs)
    ]

    def is_wanted(name: str) -> bool:
        low = name.casefold().replace("\\", "/")
        for wanted, belongs in trees:
            if wanted.fullmatch(low):
                return True
            if belongs.fullmatch(low):
                return False
        return low.endswith(_ENDINGS)

    return is_wanted


_TREES: Final = (
    (_FITBIT, _OF_FITBIT, (_FITBIT, _OF_FITBIT)),
    (_FIT, _OF_FIT, (_OF_FIT,)),
    (_GARMIN, _OF_GARMIN, (_OF_GARMIN,)),
    (_SAMSUNG, _OF_SAMSUNG, (_SAMSUNG,)),
    (_APPLE, _OF_APPLE, (re.compile(r"apple_health_export/.*"),)),
    (_STRAVA, _OF_STRAVA, (re.compile(r"(?:[^/]*/)?activities/\d+\.[a-z.]+"),)),
    (_WITHINGS, _OF_WITHINGS, (re.compile(r"(?:.*/)?(?:aggregates_steps|raw_[a-z_]+)\.csv"),)),
)
"""Each tree: what of it is read, what belongs to it, and how it is known."""
