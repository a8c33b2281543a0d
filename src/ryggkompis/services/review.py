"""The week in one card: what the review said, and beside it what the days say."""

from collections.abc import Iterator

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.goals import goal_ratings
from ryggkompis.domain.journal.review import last_review
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.course import changes, week_in_words, what_matters
from ryggkompis.services.views.pain import mornings_compared
from ryggkompis.words import course as words
from ryggkompis.words.entries import choice_name


def review_in_words(state: State, *, numbers: bool) -> list[str]:
    """Say the latest review in a few lines; nothing where there is none."""
    review = last_review(state.history, state.day)
    if review is None:
        return []
    return [
        *_goals(state, review, numbers=numbers),
        *_answers(review, numbers=numbers),
        *(changes(state) if numbers else [mornings_compared(state)]),
        week_in_words(state),
        *what_matters(state),
        *_own_words(review),
    ]


def _goals(state: State, review: Weekly, *, numbers: bool) -> Iterator[str]:
    """Say how each activity goes now, beside where it began."""
    ratings = goal_ratings((w for w in state.history.weeklies if w.day <= review.day), state.history)
    for name, rated in ratings.items():
        if review.day in rated:
            yield words.goal_in_words(name, [rated[day] for day in sorted(rated)], numbers=numbers)


def _answers(review: Weekly, *, numbers: bool) -> Iterator[str]:
    if review.global_change is not None:
        yield _("Compared with when it began: {how}.").format(
            how=choice_name("global_change", review.global_change)
        )
    if review.work is not None:
        yield _("Work: {how}.").format(how=choice_name("work", review.work))
    if review.worry is not None:
        how = _("{n} of 10").format(n=review.worry) if numbers else words.fear(review.worry)
        yield _("Fear of moving: {how}.").format(how=how)


def _own_words(review: Weekly) -> Iterator[str]:
    if review.eased_by:
        yield _("What helped: {what}").format(what=shown(review.eased_by))
    if review.wish:
        yield _("Your wish for the next week: {what}").format(what=shown(review.wish))
