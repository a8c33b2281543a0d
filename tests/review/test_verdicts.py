"""Whom to believe, and what turns the build red: many reviewers who do not exist."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.review.simulated import KINDS, review
from tests.review.test_build_obeys import broken
from tools.review import report
from tools.review.answers import Judged, Review, written
from tools.review.cases import A_CALL, A_PLAN, Case, cases
from tools.review.content import items
from tools.review.verdicts import Results, agreement, gathered, results

MANY = 60
OURS = [case for case in cases() if not case.is_planted]
PLANS = [case for case in OURS if case.asked is A_PLAN]
CALLS = [case for case in OURS if case.asked is A_CALL]


def many(kind: str) -> Results:
    return results([review(kind, seed) for seed in range(MANY)])


def test_careful_reviewers_find_what_is_planned_wrong_on_purpose() -> None:
    voices = many("careful").voices
    assert sum(voice.found for voice in voices) >= 0.95 * sum(voice.met for voice in voices)
    assert all(voice.is_counted for voice in voices)


def test_average_ones_find_enough_to_be_believed() -> None:
    assert len(many("average").counted) >= 0.95 * MANY


def test_the_tired_are_recognised_and_count_for_nothing() -> None:
    found = many("tired")
    assert all(voice.is_tired for voice in found.voices)
    assert (found.counted, {len(one.answers) for one in found.decisions}) == ((), {0})


def test_whoever_gives_one_answer_to_everything_is_not_believed_either() -> None:
    assert not any(voice.judges_plans for voice in many("contrary").voices)


@pytest.mark.parametrize("kind", KINDS)
def test_where_nobody_thinks_a_plan_unsafe_nothing_fails(kind: str) -> None:
    reviews = [review(kind, 1), review("careful", 2), review("average", 3), review("average", 4)]
    assert broken(results(reviews)) == []


def test_the_build_is_red_where_two_careful_ones_say_so_and_only_there() -> None:
    plan, lock = PLANS[0], CALLS[0]
    item = items()[3]
    doubts = frozenset({plan.id, lock.id})
    reviews = [review("careful", seed, doubts, [item.key]) for seed in (11, 12)]
    said = broken(results([*reviews, review("contrary", 1), review("tired", 1)]))
    assert len(said) == 3
    assert f"Plan {min(plan.number, lock.number)} " in said[0]
    assert f"Plan {max(plan.number, lock.number)} " in said[1]
    assert "2 too much" in said[0] + said[1]
    assert "2 more urgent" in said[0] + said[1]
    assert f"about {plan.number}" in said[0] + said[1]
    assert f"{item.sort} {item.id}" in said[2]


def test_one_reviewer_alone_turns_nothing_red() -> None:
    doubts = frozenset(case.id for case in PLANS)
    assert broken(results([review("careful", 11, doubts)])) == []
    split = [review("careful", 11, doubts), review("careful", 12)]
    assert broken(results(split)) == []


def test_a_plan_that_changes_loses_its_review_and_is_listed() -> None:
    doubts = frozenset({PLANS[0].id})
    reviews = [with_other(review("careful", seed, doubts), PLANS[0]) for seed in (11, 12)]
    found = results(reviews)
    assert broken(found) == []
    assert found.unseen[0].subject == PLANS[0]
    assert f"`{PLANS[0].id}` has changed since" in report.document(found)


def test_a_text_that_changes_loses_its_review_and_is_listed() -> None:
    item = items()[3]
    reviews = [review("careful", seed, wrong=[item.key]) for seed in (11, 12)]
    assert len(broken(results(reviews))) == 1
    before = [
        replace(one, texts={**one.texts, item.key: replace(one.texts[item.key], digest="0" * 12)})
        for one in reviews
    ]
    found = results(before)
    assert broken(found) == []
    assert item in [one.subject for one in found.unseen]
    assert f"`{item.key}` has changed since" in report.document(found)


def with_other(given: Review, case: Case) -> Review:
    """The same answers, one of them about the plan as it was under other rules."""
    before = replace(given.decisions[case.id], digest="0" * 12)
    return replace(given, decisions={**given.decisions, case.id: before})


def test_an_answer_that_was_not_offered_counts_for_nothing_and_is_listed() -> None:
    call = CALLS[0]
    given = [review("careful", seed) for seed in (11, 12)]
    edited = [
        replace(one, decisions={**one.decisions, call.id: Judged(call.digest, "seen")}) for one in given
    ]
    found = results(edited)
    assert call in [one.subject for one in found.unseen]
    assert f"`{call.id}` has an answer that the page does not offer" in report.document(found)


def test_an_answer_about_what_is_no_longer_there_is_listed() -> None:
    given = review("careful", 1)
    gone = replace(given, decisions={**given.decisions, "d0d0d0": Judged("0" * 12, "safe")})
    assert "`d0d0d0` is no longer there" in report.document(results([gone]))


def test_whoever_has_seen_too_little_is_no_reviewer() -> None:
    given = review("careful", 1)
    few = dict([*given.decisions.items()][:5])
    found = results([replace(given, decisions=few, texts={})])
    assert (found.counted, found.must_change) == ((), ())
    assert "**No clinician has reviewed" in report.readme("<!-- reviewed --><!-- /reviewed -->", found)


def test_agreement_is_full_among_those_who_say_the_same_and_none_by_chance() -> None:
    same = agreement(results([review("careful", 1), replace(review("careful", 1), id="1" * 16)]).decisions)
    assert same == (1, 1)
    assert agreement(results([review("careful", 1)]).decisions) is None
    mixed = agreement(results([review("careful", seed) for seed in range(5)]).decisions)
    assert mixed is not None
    assert 0.8 < mixed[1] < mixed[0] < 1


def test_the_page_about_it_counts_and_quotes(tmp_path: Path) -> None:
    doubts = frozenset({PLANS[0].id})
    for seed in (1, 2):
        path = tmp_path / f"review-{seed}.json"
        path.write_bytes(written(review("careful", seed, doubts)))
    found = gathered(tmp_path)
    page = report.document(found)
    assert "Reviewed by 2 clinicians." in page
    assert "## Must change" in page
    assert f"about {PLANS[0].number}" in page
    assert report.number(found) == b'{"reviewers":2}\n'
    assert "Reviewed by 2 clinicians" in report.readme("<!-- reviewed --><!-- /reviewed -->", found)
