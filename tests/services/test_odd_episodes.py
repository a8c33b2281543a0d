"""Episodes that cannot be meant, or are told late and again: nothing is lost, and nothing is said twice."""

from datetime import date, time, timedelta

import pytest

from ryggkompis.domain.course.earlier import earlier, overlaps
from ryggkompis.domain.course.progress import ClearlyWorse
from ryggkompis.domain.journal.entries import Entry, Profile, Walk
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import speaking
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import Options
from ryggkompis.report.periods import days_in, periods, usual_period
from ryggkompis.services.course import changes, first_span, spans
from ryggkompis.services.earlier import earlier_in_words, in_its_days
from tests.domain.patient import catalogue, red_flags
from tests.services.telling import assert_same, of_progress, of_report, state_of
from tests.two_courses import NEW, OLD, OLD_LAST, TODAY, say, two_courses

ONE_DAY = timedelta(days=1)


def said(*more: Entry, told: list[Entry] | None = None, day: date = TODAY) -> State:
    return state_of(History.of([*(two_courses() if told is None else told), *more]), day)


def onset(day: date, on: date, clock: int = 8) -> Entry:
    return say(Profile, on, time(clock), onset=day, goals=("Tie my shoes",), side="left", walk_tolerance=20)


def lines(state: State) -> list[str]:
    with speaking("en"):
        return earlier_in_words(state, numbers=True)


def told_of(state: State) -> tuple[list[str], list[object]]:
    with speaking("en"):
        page, everything = of_report(state.diary, state.day)
        return of_progress(state, state), [*page, *everything]


def test_an_onset_that_has_not_come_begins_nothing_and_leaves_the_week_unknown() -> None:
    one = [entry for entry in two_courses() if entry.day <= OLD_LAST]
    state = said(onset(OLD_LAST + 30 * ONE_DAY, OLD_LAST), told=one, day=OLD_LAST)
    assert len(state.episodes) == 1
    assert (state.week, state.episode.onset) == (None, None)
    with speaking("en"):
        assert changes(state) == changes(said(told=one, day=OLD_LAST))


def test_an_onset_moved_away_and_back_is_as_if_it_had_not_been_moved() -> None:
    moved = [onset(OLD, TODAY - 3 * ONE_DAY), onset(NEW + ONE_DAY, TODAY - 2 * ONE_DAY), onset(NEW, TODAY)]
    there, back = said(*moved[:1]), said(*moved)
    assert [len(one.episodes) for one in (there, said(*moved[:2]), back)] == [1, 2, 2]
    with speaking("en"):
        assert "clearly better" in changes(there)[0]
        assert "clearly worse" in changes(back)[0]
    assert (back.week, lines(back)) == (said().week, lines(said()))
    assert_same(told_of(back)[0], told_of(said())[0])


def test_of_two_episodes_on_one_day_there_is_one() -> None:
    twice = [say(EpisodeMark, NEW, time(n), start=NEW) for n in (8, 9)]
    state = said(*twice, told=two_courses("mark"))
    assert len(state.episodes) == 2
    assert lines(state) == ["Earlier: Jan–May 2025, leg 9 → 1, 17 weeks."]
    assert_same(told_of(state)[0], told_of(said(told=two_courses("mark")))[0])


@pytest.mark.parametrize("told", ["profile", "mark"])
def test_old_years_that_come_by_import_are_earlier_days_and_leave_the_course_alone(told: str) -> None:
    now = two_courses(told)  # type: ignore[arg-type]
    before = said(told=now)
    years = [
        say(type(entry), entry.day - 2500 * ONE_DAY, time(12), **_fields(entry))
        for entry in now
        if entry.day <= OLD_LAST and not isinstance(entry, Profile)
    ]
    after = said(*years, told=now)
    assert after.diary.first == OLD - 2500 * ONE_DAY
    assert_same(told_of(before)[0], told_of(after)[0])
    assert after.week == before.week == 7
    (line,) = lines(after)
    assert line.startswith("Earlier: Mar 2018–May 2025, leg 9 → 1")


def _fields(entry: Entry) -> dict[str, object]:
    gone = {"id", "rev", "day", "at", "tz", "saved", "kind"}
    return {name: getattr(entry, name) for name in entry.__struct_fields__ if name not in gone}


def test_ten_years_without_an_onset_are_one_episode_that_shows_them_all() -> None:
    first = date(2016, 11, 1)
    walks = [say(Walk, first + 7 * n * ONE_DAY, minutes=10) for n in range(520)]
    state = said(told=walks)
    assert [(one.start, one.onset) for one in state.episodes] == [(first, None)]
    assert (state.week, first_span(state), spans(state)[-1]) == (None, "6w", "all")
    assert "episode" not in spans(state)
    assert lines(state) == []
    assert periods(state.diary, TODAY) == ("4w", "3m", "all")


def test_a_closed_episode_is_told_as_on_its_last_day_and_what_comes_after_is_of_everything() -> None:
    end = TODAY - 10 * ONE_DAY
    closed = say(EpisodeMark, end, start=NEW, end=end, ended="enough")
    after = say(Walk, TODAY, time(15), minutes=99)
    state = said(closed, after, told=two_courses("mark"))
    seen = in_its_days(state)
    assert (seen.day, seen.history.last, seen.episode.start) == (end, end, NEW)
    assert usual_period(state.diary, TODAY) == "episode"
    days = days_in("episode", state.diary, TODAY)
    assert (days.first, days.last) == (NEW, end)
    everything = days_in("all", state.diary, TODAY)
    found = summary_of(
        state.diary, (), red_flags(), catalogue(), first=everything.first, last=everything.last
    )
    assert (found.about.first, found.about.last, found.reaches_over) == (NEW, end, True)
    assert found.walking.longest == 99
    only_after = summary_of(state.diary, (), red_flags(), catalogue(), first=end + ONE_DAY, last=TODAY)
    assert only_after.about == only_after.period, "no day of an episode is left to speak of"


def test_two_episodes_that_overlap_are_told_in_one_sentence() -> None:
    late = say(EpisodeMark, OLD, start=OLD, end=NEW + 5 * ONE_DAY, ended="well")
    state = said(late, told=two_courses("mark"))
    assert [one.closed for one in overlaps(state.episodes)] == [NEW + 5 * ONE_DAY]
    (told,) = lines(state)[1:]
    assert told == (
        "The episode that began on 6 January 2025 was closed on 6 September 2026, after the one of "
        "1 September 2026 had begun. From 1 September 2026 on the days count to the later one."
    )
    with speaking("en"):
        assert "clearly worse" in changes(state)[0]


def test_unknown_is_said_as_unknown_of_an_earlier_episode() -> None:
    few = [say(Walk, OLD, minutes=5), say(Walk, OLD + 40 * ONE_DAY, minutes=5)]
    new = [entry for entry in two_courses("mark") if entry.day >= NEW]
    assert lines(said(told=[*few, *new])) == ["Earlier: Jan–Feb 2025, leg not known, 6 weeks."]
    began = [entry for entry in two_courses("mark") if not OLD + 7 * ONE_DAY < entry.day < NEW]
    walk = say(Walk, OLD + 30 * ONE_DAY, minutes=5)
    assert lines(said(walk, told=began)) == ["Earlier: Jan–Feb 2025, leg 9 → not known, 4 weeks."]
    state = said(told=[say(Walk, date(2024, 12, 30), minutes=5), *two_courses("mark")])
    assert lines(state)[0].startswith("Earlier: Dec 2024–May 2025, leg 9 → 1")


def test_a_period_within_an_earlier_episode_is_about_that_one() -> None:
    diary = History.of(two_courses())
    found = summary_of(diary, (), red_flags(), catalogue(), first=OLD, last=OLD + 20 * ONE_DAY)
    assert (found.earlier, found.reaches_over) == ((), False)
    over = summary_of(diary, (), red_flags(), catalogue(), first=OLD, last=TODAY)
    assert (over.about.first, over.reaches_over, over.leg.change) == (NEW, True, ClearlyWorse(3, 6))
    assert over.leg.values.keys() > {OLD, TODAY}, "every day stays in the picture and in the file"
    assert over.begins == (NEW,)


def test_what_is_left_out_moves_no_border_and_tells_no_onset() -> None:
    began = NEW - 9 * ONE_DAY
    diary = History.of(onset(began, NEW) if (e.kind, e.day) == ("profile", NEW) else e for e in two_courses())
    known, options = (diary, (), red_flags(), catalogue()), Options(without=frozenset({"profile"}))
    bare = summary_of(*known, first=OLD, last=TODAY, options=options)
    assert bare.leg.change == ClearlyWorse(3, 6)
    assert bare.about.first == NEW
    assert str(began) not in str(bare)
    assert repr(began) not in repr(bare)
    assert repr(began) in repr(summary_of(*known, first=OLD, last=TODAY))
    assert [one.period.first for one in earlier(diary, state_of(diary, TODAY).episodes)] == [OLD]


@pytest.mark.parametrize(
    "fields", [{"end": OLD_LAST, "ended": "well"}, {"operated": OLD, "cleared": OLD}, {"rhythm": "twice"}]
)
def test_what_is_told_late_of_an_old_round_leaves_the_one_that_goes_on(fields: dict[str, object]) -> None:
    """The one that goes on is known by the onset of the profile alone."""
    state, before = said(say(EpisodeMark, OLD_LAST, time(20), start=OLD, **fields)), said()
    assert [(one.start, one.end) for one in state.episodes] == [(OLD, fields.get("end")), (NEW, None)]
    assert (state.week, state.plan.is_closed) == (before.week, False)
    assert state.plan.walks == before.plan.walks
    with speaking("en"):
        assert changes(state) == changes(before)
