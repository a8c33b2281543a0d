"""What costs more instructions than was reached before is told."""

import json

from tools.bench.counts import KEPT, SLACK, Count, counts_table, too_many

REACHED = json.loads(KEPT.read_text(encoding="utf-8"))
HALF = "`plan`, 182 days ÷ pass"


def of(ratio: float) -> dict[str, Count]:
    return {HALF: Count(600, ratio)}


def test_three_per_cent_more_is_let_pass_and_nothing_above() -> None:
    reached = REACHED[HALF]

    assert too_many(of(reached * SLACK)) == {}
    assert too_many(of(reached * SLACK + 0.01)) == {HALF: reached}
    assert f"over {reached:.2f}" in counts_table(of(reached * SLACK + 0.01))


def test_what_was_never_counted_is_never_too_much() -> None:
    assert too_many({"`sing`, 182 days ÷ pass": Count(9_000, 250)}) == {}


def test_an_ordinary_day_and_the_first_time_are_kept_apart() -> None:
    first = "`plan`, 182 days, the first time ÷ pass"

    assert REACHED[first] > REACHED[HALF]
