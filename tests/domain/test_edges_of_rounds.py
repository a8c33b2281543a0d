"""What an earlier round, an operation or a chosen silence leaves behind, just under and just at it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import pytest

from ryggkompis.domain.base.scales import Rhythm
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.domain.journal.operation import Operation, operation_meant
from ryggkompis.domain.plan.before_table import wake
from ryggkompis.domain.plan.facts.before import Before, before
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.plan import plans
from ryggkompis.domain.plan.reachable import after_operation, entry_test
from ryggkompis.domain.plan.returning import held_before
from ryggkompis.domain.plan.standing import Standing
from ryggkompis.domain.plan.tapering import is_silence_chosen, lowered_by_silence, silence_allowed, tapered
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags
from tests.domain.test_edges import TODAY, about, ago, facts, in_flare, standing

Row = tuple[str, Callable[[], object], object]
LAST: Final = 100
"""The last day that was spoken of before another round; it begins ten days later."""
AGAIN: Final = 110


def left(*acts: tuple[int, str, Any], start: int = AGAIN) -> Before | None:
    """What is left of a round of which so many days before its last something was done."""
    patient = Patient()
    for days, what, said in acts:
        if what == "walk":
            patient.walk(LAST - days, said)
        else:
            patient.exercise(LAST - days, what, said)
    return before(patient.history(), DAY_0 + timedelta(days=start))


def known(*acts: tuple[int, str, Any], start: int = AGAIN) -> set[str]:
    found = left(*acts, start=start)
    return set() if found is None else set(found.exercises)


def walked(*acts: tuple[int, str, Any]) -> float | None:
    found = left((0, "E01", "same"), *acts)
    return None if found is None else found.walked


def dated(day: date, **said: Any) -> Profile:
    return replace(about(**said), day=day)


def start_again(profile: Profile | None, minutes: float | None) -> int:
    """The entry test of a round, by when the profile was told and what was walked at the end of the last."""
    told = Before(ago(3), frozenset(), minutes)
    return entry_test(facts(profile=profile, before=told))


def operated(days: int, allowed: int | None) -> int:
    operation = Operation(ago(days), None if allowed is None else ago(allowed))
    return after_operation(6, facts(operation=operation))


def waits_until(allowed: date) -> date | None:
    """Tell until when the plan waits for the operation that the profile names, too."""
    said = about(exclusions=("operated",))
    return facts(profile=said, operation=Operation(ago(50), allowed)).allowed_from


def meant(told: int | None, *known: int) -> int | None:
    """Tell how long ago the operation was that somebody means who says it was ``told`` days ago."""
    found = operation_meant([mark(operated=ago(days)) for days in known], None if told is None else ago(told))
    return None if found is None else (TODAY - found.day).days


def planned_days(first: int, last: int, start: int | None = None) -> list[int]:
    """List the days of a period that have a plan, where the diary begins on day 0."""
    patient = Patient()
    patient.morning(0)
    if start is not None:
        patient.say(EpisodeMark, start, time(6), start=DAY_0 + timedelta(days=start))
    days = DAY_0 + timedelta(days=first), DAY_0 + timedelta(days=last)
    return [(plan.day - DAY_0).days for plan in plans(*days, patient.history(), catalogue(), red_flags())]


def mark(**said: Any) -> EpisodeMark:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    return EpisodeMark(id="3" * 26, day=ago(50), at=at, tz="UTC", **{"start": ago(50), **said})


def rhythm(chosen: Rhythm) -> Episode:
    return Episode(ago(50), ago(50), mark=mark(rhythm=chosen))


def silent(days: int, episode: Episode | None = None) -> Facts:
    return facts(check_in=None, silent=days, checked_in=ago(days), episode=episode)


def cost(days: int, so_far: int) -> tuple[int, int]:
    """What a silence of so many days has cost, and the level, once this morning is over."""
    what = silent(days)
    after = lowered_by_silence(tapered(standing(level=5, silence_cost=so_far), what), what, days)
    return after.silence_cost, after.level


def locked(*answers: tuple[int, str], start: int) -> Standing:
    """Where a round begins, after a list of some day and a clearance of another."""
    patient = Patient()
    for day, what in answers:
        if what == "cleared":
            patient.clear(day)
        else:
            patient.gate(day, CES1=what)  # type: ignore[arg-type]
    return held_before(patient.history(), red_flags(), DAY_0 + timedelta(days=start))


def held(*answers: tuple[int, str], start: int) -> tuple[str, int | None]:
    where = locked(*answers, start=start)
    return where.mode, None if where.stopped_on is None else (where.stopped_on - DAY_0).days


def anew(start: int | None, since: int | None, told: int = 0, **changes: Any) -> Standing:
    """Wake on a day on which a round began ``start`` days ago, where the last known began ``since`` ago."""
    episode = None if start is None else Episode(ago(start), ago(start))
    where = standing(level=8, rung=8, episode_start=None if since is None else ago(since), **changes)
    profile = dated(ago(told), walk_tolerance=9)
    return wake(where, facts(episode=episode, profile=profile), is_start=False)[0]


def another_operation(days: int, known_of: int | None, mode: str = "plan") -> Standing:
    """Wake at level 8 with an operation of some days ago, exercise allowed at once, where one is known of."""
    where = standing(level=8, rung=8, operated_on=None if known_of is None else ago(known_of), mode=mode)
    return wake(where, facts(operation=Operation(ago(days), ago(days))), is_start=False)[0]


ROWS: Final[tuple[Row, ...]] = (
    # What an earlier round leaves behind.
    ("four weeks are looked at", lambda: known((0, "E03", "same"), (27, "E01", "same")), {"E01", "E03"}),
    ("and no more", lambda: known((0, "E03", "same"), (28, "E01", "same")), {"E03"}),
    ("the last day is one of them", lambda: known((0, "E03", "same")), {"E03"}),
    ("the day it begins is not", lambda: known((0, "E03", "same"), start=LAST), set()),
    ("nothing before it", lambda: left((0, "E03", "same"), start=LAST), None),
    ("the day after the last", lambda: known((0, "E03", "same"), start=LAST + 1), {"E03"}),
    ("what went down", lambda: known((0, "E03", "same"), (5, "E01", "down"), (1, "E01", "same")), {"E03"}),
    ("what was not answered for", lambda: known((0, "E03", None)), {"E03"}),
    ("a mean of the days with a walk", lambda: walked((3, "walk", 20), (9, "walk", 10)), 15),
    ("no walk is not none", walked, None),
    # The entry test after it.
    ("walked before, told before", lambda: start_again(dated(ago(4), walk_tolerance=60), 16.0), 2),
    ("walked before, told that day", lambda: start_again(dated(ago(3), walk_tolerance=60), 16.0), 6),
    ("nothing known of walks", lambda: start_again(dated(ago(4), walk_tolerance=60), None), 0),
    ("nobody told anything", lambda: start_again(None, 30.0), 0),
    # After an operation.
    ("low at first", lambda: operated(83, 83), 2),
    ("not after twelve weeks", lambda: operated(84, 84), 6),
    ("low four weeks after exercise was allowed", lambda: operated(200, 27), 2),
    ("and no longer", lambda: operated(200, 28), 6),
    ("none was", lambda: after_operation(6, facts(operation=None)), 6),
    ("it waits for a day to come", lambda: waits_until(ago(-1)), ago(-1)),
    ("for none that is here", lambda: waits_until(TODAY), None),
    ("allowed today it is recent", lambda: operated(200, 0), 2),
    ("allowed tomorrow it is not", lambda: operated(200, -1), 6),
    ("today's", lambda: operated(0, None), 2),
    ("tomorrow's", lambda: operated(-1, None), 6),
    ("thirteen days apart it is the same", lambda: meant(113, 100), 100),
    ("and the other way", lambda: meant(87, 100), 100),
    ("fourteen make another", lambda: meant(114, 100), None),
    ("the nearest", lambda: meant(104, 100, 110), 100),
    ("the latest where no day is told", lambda: meant(None, 110, 100), 100),
    ("no day and none known", lambda: meant(None), None),
    # Days that have a plan.
    ("none before the diary", lambda: planned_days(-3, 1), [0, 1]),
    ("those of two rounds", lambda: planned_days(-3, 61, start=60), [*range(62)]),
    # An operation that is told of while a plan stands.
    ("another one lowers", lambda: another_operation(5, 40).level, 2),
    ("the known one does not", lambda: another_operation(5, 5).level, 8),
    ("the first one lowers", lambda: another_operation(83, None).level, 2),
    ("one of twelve weeks ago does not", lambda: another_operation(84, None).level, 8),
    ("and is known", lambda: another_operation(84, None).operated_on, ago(84)),
    # A lock that was open already.
    ("nothing was said", lambda: held(start=5), ("plan", None)),
    ("a lock of before holds", lambda: held((0, "yes"), start=5), ("locked", 0)),
    ("one of the day itself is not of before", lambda: held((5, "yes"), start=5), ("plan", None)),
    ("the day before is", lambda: held((0, "no"), (4, "yes"), start=5), ("locked", 4)),
    ("two days before is", lambda: held((0, "yes"), (3, "cleared"), start=5), ("plan", None)),
    ("opened the day before", lambda: held((0, "yes"), (4, "cleared"), start=5), ("plan", None)),
    ("opened that day", lambda: held((0, "yes"), (5, "cleared"), start=5), ("locked", 0)),
    # Another round while a plan stands: from what can be walked now, and never above where it stood.
    ("it begins today", lambda: anew(0, 40).level, 3),
    ("with a new profile of that day", lambda: anew(2, 40, told=2).level, 3),
    ("with none since", lambda: anew(2, 40, told=3).level, 0),
    ("the same as was known", lambda: anew(40, 40).level, 8),
    ("an earlier one", lambda: anew(41, 40).level, 8),
    ("one day later", lambda: anew(39, 40, told=39).level, 3),
    ("none was known of", lambda: anew(0, None).level, 8),
    ("none is told of", lambda: anew(None, 40).level, 8),
    ("it is known from then on", lambda: anew(0, 40).episode_start, TODAY),
    ("the counting begins", lambda: anew(0, 40).level_since, TODAY),
    ("nothing rises that day", lambda: anew(0, 40).raised_on, TODAY),
    ("gentle", lambda: anew(0, 40).phase, "acute"),
    ("every exercise", lambda: set(anew(0, 40, doses={"E01": 3, "E03": 1}).doses.values()), {1}),
    # Silence.
    ("a silence of a week costs nothing", lambda: cost(7, 0), (0, 5)),
    ("eight days cost a level", lambda: cost(8, 0), (1, 4)),
    ("once", lambda: cost(8, 1), (1, 5)),
    ("thirteen no more", lambda: cost(13, 1), (1, 5)),
    ("fourteen the entry test", lambda: cost(14, 1), (2, 3)),
    ("once, too", lambda: cost(20, 2), (2, 5)),
    ("a word ends it", lambda: cost(7, 2), (0, 5)),
    # Silence that was chosen.
    ("every day", lambda: silence_allowed(standing(), silent(1, rhythm("daily"))), 0),
    ("twice a week", lambda: silence_allowed(standing(), silent(1, rhythm("twice"))), 3),
    ("once a month", lambda: silence_allowed(standing(), silent(1, rhythm("monthly"))), 28),
    ("nobody chose", lambda: silence_allowed(standing(), silent(1)), 0),
    ("it is enough", lambda: silence_allowed(standing(is_monthly=True), silent(1)), 28),
    ("the longer one", lambda: silence_allowed(standing(is_monthly=True), silent(1, rhythm("twice"))), 28),
    ("in a flare it is every day", lambda: silence_allowed(in_flare(), silent(1, rhythm("monthly"))), 0),
    ("two days of three", lambda: is_silence_chosen(standing(), silent(2, rhythm("twice"))), True),
    ("the third is due", lambda: is_silence_chosen(standing(), silent(3, rhythm("twice"))), False),
    ("every day is due", lambda: is_silence_chosen(standing(), silent(1, rhythm("daily"))), False),
    ("and where nobody chose", lambda: is_silence_chosen(standing(), silent(1)), False),
    ("and in a flare", lambda: is_silence_chosen(in_flare(), silent(2, rhythm("twice"))), False),
    (
        "and before the first",
        lambda: is_silence_chosen(standing(), facts(check_in=None, checked_in=None, episode=rhythm("twice"))),
        False,
    ),
)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_stays(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
