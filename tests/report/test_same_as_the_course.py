"""The report of an episode, the one from its onset and the page of the course never contradict another."""

import re
from random import Random

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.course.progress import change
from ryggkompis.domain.course.reach import then_and_now
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Profile, Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.i18n.language import speaking
from ryggkompis.report.gather import summary_of
from ryggkompis.report.layout import one_page
from ryggkompis.report.periods import days_in, since, usual_period
from ryggkompis.report.summary import Summary
from ryggkompis.services.course import mornings
from ryggkompis.services.earlier import earlier_in_words, in_its_days
from tests.domain.patient import catalogue, red_flags
from tests.services.telling import of_progress, state_of
from tests.services.test_no_other_day import SEEDS, life

PAIN = re.compile(r"0 to 10|leg \d|back \d|pain \d", re.IGNORECASE)
"""A figure for pain, as the pages say one."""


def bare(entry: Entry) -> Entry:
    """Take every number for pain out, as one who compares with yesterday alone gives none."""
    match entry:
        case CheckIn():
            return replace(entry, leg=None, back=None)
        case Evening():
            return replace(entry, leg_avg=None, back_avg=None, leg_worst=None)
        case Walk():
            return replace(entry, peak_leg=None)
        case _:
            return entry


def moved(entry: Entry, seed: int) -> Entry:
    """Let the pain begin a few days before or after the first word, as it is remembered, or not be told."""
    if not isinstance(entry, Profile) or entry.onset is None:
        return entry
    days = Random(seed).choice((None, -20, -1, 0, 1, 9, 30))
    return replace(
        entry, onset=None if days is None else entry.onset.fromordinal(entry.onset.toordinal() + days)
    )


def lived(seed: int, *, numbers: bool) -> tuple[History, Summary, list[Summary]]:
    """Give a diary, the report as it is asked for without a period, and the others that are about it all."""
    one = life(seed)
    entries = [moved(entry, seed) for entry in one.entries]
    history = History.of(entries if numbers else map(bare, entries))
    episode = state_of(history, one.today).episode
    usual = days_in(usual_period(history, one.today), history, one.today)
    named = {episode.onset, episode.start} - {None}
    periods = [since(day, history, one.today) for day in named if day is not None and day <= one.today]
    known = (history, (), red_flags(), catalogue())
    first, *others = (
        summary_of(*known, first=period.first, last=period.last)
        for period in (
            usual,
            *periods,
            days_in("episode", history, one.today),
            days_in("all", history, one.today),
        )
    )
    return history, first, others


@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_they_say_the_same_of_the_episode(seed: int, *, numbers: bool) -> None:
    history, report, others = lived(seed, numbers=numbers)
    state = state_of(history, life(seed).today)
    seen = in_its_days(state)
    page = {name: change(values, seen.day) for name, values in mornings(seen).items()}
    reach = then_and_now(seen.history.mornings, seen.day)
    for one in (report, *others):
        assert {"leg": one.leg.change, "back": one.back.change} == page
        assert (one.lowest.then, one.lowest.now) == reach
        assert one.earlier == report.earlier
        assert (one.person.onset if one.person else None) == (report.person.onset if report.person else None)


@pytest.mark.parametrize("seed", SEEDS)
def test_where_no_number_was_told_no_page_tells_one(seed: int) -> None:
    history, report, others = lived(seed, numbers=False)
    state = state_of(history, life(seed).today)
    with speaking("en"):
        told = [repr(one_page(one)) for one in (report, *others)]
        told += [*of_progress(state, in_its_days(state)), *earlier_in_words(state, numbers=False)]
        found = [(said[:200], PAIN.findall(said)) for said in told if PAIN.search(said)]
    assert found == []
