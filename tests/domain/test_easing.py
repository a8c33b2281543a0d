"""What makes it worse and what eases it: the latest word, beside the first."""

from datetime import date, datetime, timedelta, timezone

from ryggkompis.domain.course.easing import Chosen, easing, worsening
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History
from ryggkompis.i18n.language import speaking
from ryggkompis.words.course import eased_in_words, worsened_in_words

FIRST = date(2026, 2, 1)


def review(week: int, **said: object) -> Weekly:
    day = FIRST + timedelta(weeks=week)
    at = datetime(day.year, day.month, day.day, 19, tzinfo=timezone(timedelta(hours=1)))
    return Weekly(id=f"{week}", day=day, at=at, tz="Europe/Oslo", **said)  # type: ignore[arg-type]


LAST = FIRST + timedelta(weeks=9)


def test_what_nobody_answered_is_unknown() -> None:
    history = History.of([review(0, worry=3), review(1, eases=("heat",))])
    assert worsening(history, LAST) is None
    assert easing(history, FIRST) is None
    assert easing(history, LAST) == Chosen(("heat",), FIRST + timedelta(weeks=1))


def test_an_answer_left_out_later_changes_nothing_and_none_is_an_answer() -> None:
    history = History.of([review(0, worsens=("sitting",)), review(1), review(2, worsens=())])
    assert worsening(history, FIRST + timedelta(weeks=1)) == Chosen(("sitting",), FIRST)
    now = worsening(history, LAST)
    assert now == Chosen((), FIRST + timedelta(weeks=2), FIRST, (), ("sitting",))
    with speaking("en"):
        assert worsened_in_words(now) == (
            "Makes it worse: none of what is on the list. Since 1 February no more: sitting for a while."
        )


def test_the_change_is_told_beside_the_first_word() -> None:
    history = History.of(
        [
            review(0, eases=("lying_front", "heat")),
            review(1, eases=("heat",)),
            review(2, eases=("heat", "walking")),
        ]
    )
    found = easing(history, LAST)
    assert found is not None
    with speaking("en"):
        assert eased_in_words(found) == (
            "Eases it: warmth and going for a walk. Since 1 February new: going for a walk. "
            "Since 1 February no more: lying on the front."
        )
    with speaking("nb"):
        assert eased_in_words(found).startswith("Gjør det bedre: varme og å gå. Nytt siden 1. februar: å gå.")


def test_the_same_in_another_order_is_the_same() -> None:
    history = History.of(
        [review(0, worsens=("sitting", "driving")), review(1, worsens=("driving", "sitting"))]
    )
    found = worsening(history, LAST)
    assert found is not None
    with speaking("en"):
        assert worsened_in_words(found).endswith("The same on 1 February.")
