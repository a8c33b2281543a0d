"""Relief that helped stands first; what nobody voted on stays where it was."""

from datetime import UTC, date, datetime

from ryggkompis.domain.course.favourites import favourites_first
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import ComfortDone

TODAY = date(2026, 3, 2)


def a_day(*said: tuple[str, bool | None]) -> Day:
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    return Day(
        TODAY,
        tuple(
            ComfortDone(id=str(n), day=TODAY, at=at, tz="UTC", comfort=id_, helped=helped)
            for n, (id_, helped) in enumerate(said)
        ),
    )


def test_what_helped_most_often_stands_first() -> None:
    days = [a_day(("A3", True), ("A2", True)), a_day(("a3", True))]
    assert favourites_first(("A1", "A2", "A3"), days) == ("A3", "A2", "A1")


def test_what_did_not_help_stands_last_and_unknown_is_no_vote() -> None:
    days = [a_day(("A1", False), ("A3", None))]
    assert favourites_first(("A1", "A2", "A3"), days) == ("A2", "A3", "A1")


def test_without_votes_nothing_moves() -> None:
    assert favourites_first(("A2", "A1"), [a_day()]) == ("A2", "A1")
