"""Every number of which days belong to a round of the illness, just under and just at it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import pytest

from ryggkompis.domain.journal.entries import CheckIn, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import (
    Episode,
    begins,
    episodes,
    is_asked_anew,
    is_cut_short,
    needed_since,
    told_of,
)
from ryggkompis.domain.journal.history import History
from tests.domain.patient import DAY_0, Patient

Round = tuple[int, int | None, int | None]
"""When one begins, when the pain began, and its last day."""


def day(n: int) -> date:
    return DAY_0 + timedelta(days=n)


def number(of: date | None) -> int | None:
    return None if of is None else (of - DAY_0).days


def mark(start: int, on: int | None = None, end: int | None = None, **said: Any) -> EpisodeMark:
    at = datetime.combine(day(start if on is None else on), time(6), UTC)
    over = None if end is None else day(end)
    return EpisodeMark(id=f"{start:026d}", day=at.date(), at=at, tz="UTC", start=day(start), end=over, **said)


def history(
    mornings: Sequence[int] = (), marks: Sequence[EpisodeMark] = (), onset: int | None = None, told: int = 0
) -> History:
    """Tell of check-ins on some days, of rounds, and of when the pain began, in a profile of ``told``."""
    patient = Patient()
    patient.entries = []
    for n in mornings:
        patient.say(CheckIn, n, time(8), leg=2, back=2)
    if onset is not None:
        patient.say(Profile, told, time(6), onset=day(onset))
    return History.of([*patient.entries, *marks])


def rounds(until: int, *args: Any, **said: Any) -> list[Round]:
    found = episodes(history(*args, **said), day(until))
    return [(number(one.start) or 0, number(one.onset), number(one.last)) for one in found]


def one_round(start: int = 0, **said: Any) -> Episode:
    return Episode(day(start), day(start), mark=mark(start, **said))


def week(onset: int | None, on: int) -> int | None:
    return Episode(day(0), None if onset is None else day(onset)).week(day(on))


def onset_of(onset: int, start: int, told: int = 0, first: int = -99) -> int | None:
    """Tell when the pain of a marked round began, where a profile names an onset."""
    at = datetime.combine(day(told), time(6), UTC)
    profile = Profile(id="1" * 26, day=day(told), at=at, tz="UTC", onset=day(onset))
    found = told_of([mark(start)], profile, day(first), day(400))
    return number(found.onset if found else None)


def unknown_onset(start: int, first: int) -> int | None:
    found = told_of([mark(start)], None, day(first), day(400))
    return number(found.onset if found else None)


def latest(*starts: int, on: int) -> int | None:
    found = told_of([mark(start) for start in starts], None, day(-99), day(on))
    return number(found.start if found else None)


def folded_from(quiet: int) -> int | None:
    """Tell from which day a plan is folded, where a round began after so many days without a word."""
    return number(begins(history((0, quiet), [mark(quiet)]), day(quiet)))


def since(*starts: int, on: int) -> int | None:
    return number(needed_since(history(marks=[mark(start) for start in starts]), day(on)))


def cut_short(first: int) -> bool:
    """Tell whether more is needed, where 35 days before the round somebody spoke, who had since ``first``."""
    told = history((*range(first, 36), 50), [mark(50)])
    return is_cut_short(told, day(50), needed_since(told, day(50)) or day(0))


def asked(silent: int, *marks: EpisodeMark) -> bool:
    return is_asked_anew(history((0,), marks), day(silent))


ROWS: Final[tuple[tuple[str, Callable[[], object], object], ...]] = (
    # One round.
    ("its first day", lambda: day(0) in Episode(day(0), None), True),
    ("the day before it", lambda: day(-1) in Episode(day(0), None), False),
    ("its last day", lambda: day(9) in Episode(day(0), None, day(9)), True),
    ("the day after it", lambda: day(10) in Episode(day(0), None, day(9)), False),
    ("closed that day", lambda: one_round(end=9).is_closed(day(9)), True),
    ("not the day before", lambda: one_round(end=9).is_closed(day(8)), False),
    ("nor where nobody closed it", lambda: one_round().is_closed(day(99)), False),
    ("closed as it began", lambda: number(one_round(end=0).end), 0),
    ("closed before it began", lambda: one_round(end=-1).end, None),
    ("no mark, no end", lambda: Episode(day(0), None).end, None),
    ("how it ended", lambda: one_round(end=3, ended="well").ended, "well"),
    ("not without an end", lambda: one_round(ended="well").ended, None),
    ("the first week", lambda: week(0, 6), 1),
    ("the second", lambda: week(0, 7), 2),
    ("the day itself", lambda: week(3, 3), 1),
    ("a pain to come", lambda: week(4, 3), None),
    ("an unknown one", lambda: week(None, 3), None),
    ("asked every day", lambda: one_round(rhythm="daily").rests, 1),
    ("and where nobody chose", lambda: one_round().rests, 1),
    # When the pain of a marked round began.
    ("thirty days before its mark", lambda: onset_of(-30, 0), -30),
    ("thirty-one", lambda: onset_of(-31, 0), 0),
    ("thirty days after", lambda: onset_of(30, 0), 30),
    ("thirty-one after", lambda: onset_of(31, 0), 0),
    ("the mark of the first day does not tell", lambda: unknown_onset(0, 0), None),
    ("a later one does", lambda: unknown_onset(1, 0), 1),
    ("but the profile may", lambda: onset_of(-5, 0, first=0), -5),
    # Which round it is.
    ("the one that began that day", lambda: latest(0, 50, on=50), 50),
    ("the one before", lambda: latest(0, 50, on=49), 0),
    ("none has begun", lambda: latest(50, on=49), None),
    # Rounds without a mark.
    ("an onset on the first day", lambda: rounds(9, (0, 5), onset=0), [(0, 0, None)]),
    ("thirty days later", lambda: rounds(40, (0, 30), onset=30), [(0, 30, None)]),
    ("an onset before the diary", lambda: rounds(9, (0, 5), onset=-1), [(-1, -1, None)]),
    ("an onset today", lambda: rounds(5, (0, 5), onset=5), [(0, 5, None)]),
    ("an onset to come", lambda: rounds(4, (0, 4), onset=5), [(0, None, None)]),
    # A mark, and what was said before it.
    ("marked on the first day", lambda: rounds(9, (0, 5), [mark(0)]), [(0, None, None)]),
    ("marked a day later", lambda: rounds(9, (0, 5), [mark(1)]), [(0, None, 0), (1, 1, None)]),
    (
        "an onset of the day before the mark",
        lambda: rounds(90, (0, 5), [mark(80)], onset=79),
        [(0, 79, 5), (80, 79, None)],
    ),
    ("one of its day", lambda: rounds(90, (0, 5), [mark(80)], onset=80), [(0, None, 5), (80, 80, None)]),
    (
        "a profile of its day",
        lambda: rounds(90, (0, 5), [mark(80)], onset=3, told=80),
        [(0, None, 5), (80, 80, None)],
    ),
    (
        "a profile of the day before",
        lambda: rounds(90, (0, 5), [mark(80)], onset=3, told=79),
        [(0, 3, 79), (80, 80, None)],
    ),
    (
        "a profile that was written between two marks tells of no day before the first",
        lambda: rounds(90, (0, 5), [mark(50), mark(80)], onset=3, told=60)[0],
        (0, None, 5),
    ),
    # A mark that does not say that the round began takes in the weeks that were told of before it.
    ("it was closed later", lambda: rounds(90, (0, 30), [mark(30, end=40)]), [(0, None, 40)]),
    (
        "what was told more than thirty days before is another round",
        lambda: rounds(90, (0, 31), [mark(31, end=40)]),
        [(0, None, 0), (31, None, 40)],
    ),
    # An onset that the profile tells of later.
    (
        "thirty-one days after a closed round began",
        lambda: rounds(99, (0, 5), [mark(0, end=20)], onset=31, told=25),
        [(0, 0, 20), (31, 31, None)],
    ),
    ("thirty", lambda: rounds(99, (0, 5), [mark(0, end=20)], onset=30, told=25), [(0, 30, 20)]),
    ("it has not come yet", lambda: rounds(30, (0, 5), [mark(0, end=20)], onset=31, told=25), [(0, 0, 20)]),
    (
        "it is the day",
        lambda: rounds(31, (0, 5), [mark(0, end=20)], onset=31, told=25),
        [(0, 0, 20), (31, 31, None)],
    ),
    ("the day it was closed", lambda: rounds(99, (0, 5), [mark(0, end=31)], onset=31, told=40), [(0, 0, 31)]),
    (
        "the day after",
        lambda: rounds(99, (0, 5), [mark(0, end=31)], onset=32, told=40),
        [(0, 0, 31), (32, 32, None)],
    ),
    ("a round that goes on", lambda: rounds(99, (0, 5), [mark(0)], onset=31, told=40), [(0, 0, None)]),
    # Where one ends as the next begins.
    ("the last word before it", lambda: rounds(90, (0, 79, 80), [mark(0), mark(80)])[0], (0, None, 79)),
    ("what was said on its day is its own", lambda: rounds(90, (0, 9, 80), [mark(0), mark(80)])[0][2], 9),
    ("closed before it", lambda: rounds(90, (0, 79), [mark(0, end=40), mark(80)])[0][2], 40),
    ("closed after it", lambda: rounds(90, (0, 79), [mark(0, end=99), mark(80)])[0][2], 79),
    (
        "closed on the last day before it",
        lambda: episodes(history((0,), [mark(0, end=79), mark(80)]), day(90))[0].is_overlapped,
        False,
    ),
    (
        "closed on its day",
        lambda: episodes(history((0,), [mark(0, end=80), mark(80)]), day(90))[0].is_overlapped,
        True,
    ),
    # From which day on a plan is folded, and what it needs.
    ("thirty-five days apart it goes on", lambda: folded_from(35), 0),
    ("a day apart too", lambda: folded_from(1), 0),
    ("thirty-six, it begins anew", lambda: folded_from(36), 36),
    ("what rules look back on before it", lambda: since(50, on=50), 15),
    ("none has begun that day", lambda: since(50, on=49), None),
    ("the later of two", lambda: since(0, 50, on=60), 15),
    ("more is needed", lambda: cut_short(14), True),
    ("no more is needed", lambda: cut_short(36), False),
    # Whether a new round has begun.
    ("ninety days of silence", lambda: asked(90), False),
    ("ninety-one", lambda: asked(91), True),
    ("closed today", lambda: asked(9, mark(0, end=9)), True),
    ("closed tomorrow", lambda: asked(8, mark(0, end=9)), False),
    ("nothing was said before", lambda: asked(0), False),
    ("today's word is not one before", lambda: is_asked_anew(history((0, 91)), day(91)), True),
    ("a mark of the last day with a word is no answer", lambda: asked(91, mark(0)), True),
    ("one of today is", lambda: asked(91, mark(0, on=91, rhythm="twice")), False),
    ("not where it tells of an operation", lambda: asked(91, mark(0, on=91, operated=day(50))), True),
)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_which_round(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
