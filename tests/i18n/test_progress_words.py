"""The course in words."""

import pytest

from ryggkompis.domain.course.progress import (
    SPANS,
    Change,
    ClearlyBetter,
    ClearlyWorse,
    NoClearChange,
    TooEarly,
)
from ryggkompis.i18n.language import speaking
from ryggkompis.words.progress import change_in_words, span_name, walking_in_words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (TooEarly(0, 0), "Leg: no numbers yet."),
        (TooEarly(7, 0), "Leg: no numbers in the last seven days."),
        (
            TooEarly(2, 2),
            (
                "Leg: too early to say. It takes 4 logged days in the first week and in the last; "
                "there are 2 and 2."
            ),
        ),
        (TooEarly(7, 7), "Leg: too early to say. The first and the last week still overlap."),
        (ClearlyBetter(5.14, 2), "Leg: clearly better, from 5.1 in the first week to 2 in the last."),
        (ClearlyWorse(2, 5.14), "Leg: clearly worse, from 2 in the first week to 5.1 in the last."),
        (NoClearChange(3, 0), "Leg: no clear change, 3 in the first week and 0 in the last."),
    ],
)
def test_a_change_is_told_with_its_numbers(change: Change, words: str) -> None:
    with speaking("en"):
        assert change_in_words("leg", change) == words


def test_a_week_without_walks_is_unknown_and_not_zero() -> None:
    with speaking("en"):
        assert walking_in_words([None] * 7) == "No walks are logged in the last seven days."
        assert walking_in_words([None] * 6 + [1]) == "Walking: 1 minute in the last seven days, on 1 day."


def test_a_day_that_is_known_to_be_without_a_walk_is_no_day_of_walking() -> None:
    with speaking("en"):
        assert walking_in_words([0, 0, 0, 15, None, None, None]) == (
            "Walking: 15 minutes in the last seven days, on 1 day."
        )
        assert walking_in_words([0, 0, 0, *[None] * 4], [20, *[None] * 6]) == (
            "On 3 of the last seven days you noted that there was no walk. The 7 days before: 20 minutes."
        )
    with speaking("nb"):
        assert walking_in_words([*[None] * 6, 0]) == (
            "På 1 av de siste sju dagene har du notert at du ikke gikk tur."
        )


def test_the_week_before_is_told_where_it_is_known() -> None:
    with speaking("en"):
        told = walking_in_words(
            [10, None, 20, None, None, None, None], [None, 15, None, None, None, None, None]
        )
    assert told == "Walking: 30 minutes in the last seven days, on 2 days. The 7 days before: 15 minutes."


def test_every_range_has_a_name_of_its_own() -> None:
    with speaking("en"):
        assert len({span_name(span) for span in SPANS}) == len(SPANS)
