"""What does not stand is remembered: it comes back when what had more of it goes, and never else."""

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from ryggkompis.i18n.language import speaking
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import Done, Taking, taking
from ryggkompis.importers.taking.wording import done_in_words
from ryggkompis.services.imports.whole import Imported, Removed, imports, take_out
from ryggkompis.store.acts import one_act
from ryggkompis.store.lines import Line
from ryggkompis.store.store import Store
from tests.importers.files import HERE
from tests.importers.test_split_days import WATCH, export, steps_there
from tests.importers.test_walks_of_two import track, walked
from tests.store.journals import store_at

FIRST = track("A", ("10:00", "10:20"))
SECOND = track("B", ("10:10", "10:40"))
THIRD = track("C", ("10:30", "10:50"))
LONGEST = track("D", ("10:25", "11:10"))


def looked_at(store: Store, text: str, name: str = "file") -> Taking:
    return taking(read_file(text.encode(), HERE, name=name), store.lines(), HERE.today)


def bring_in(store: Store, text: str, name: str = "file") -> Imported:
    """Bring a file in, and give its import."""
    known = {one.id for one in imports(store.lines())}
    looked_at(store, text, name).put_into(store)
    (came,) = (one for one in imports(store.lines()) if one.id not in known)
    return came


def remove(store: Store, one: Imported) -> Removed:
    return take_out(store, one, HERE.today)


@pytest.mark.parametrize("order", [*permutations((FIRST, SECOND, THIRD))])
def test_of_a_chain_the_longest_stands_and_the_ends_are_back_when_it_goes(
    tmp_path: Path, order: Sequence[str]
) -> None:
    store = store_at(tmp_path)
    came = {text: bring_in(store, text) for text in order}
    assert walked(store) == [("10:10", 30)]
    longest = bring_in(store, LONGEST)
    assert walked(store) == [("10:00", 20), ("10:25", 45)], "what the second had taken stands again"
    remove(store, longest)
    assert walked(store) == [("10:10", 30)]
    remove(store, came[SECOND])
    assert walked(store) == [("10:00", 20), ("10:30", 20)]


def exercise(start: str, moving: int, whole: int) -> str:
    told = {"duration": whole * 60_000, "activeDuration": moving * 60_000}
    return json.dumps([{"activityName": "Walk", "startTime": f"11/02/26 {start}:00", **told}])


RESTED, AFTERWARDS = exercise("09:00", 20, 60), exercise("09:35", 18, 18)


@pytest.mark.parametrize("order", [(RESTED, AFTERWARDS), (AFTERWARDS, RESTED)])
def test_a_walk_with_rests_lasts_until_its_end_in_another_import_too(
    tmp_path: Path, order: Sequence[str]
) -> None:
    store = store_at(tmp_path)
    for text in order:
        bring_in(store, text)
    assert walked(store) == [("10:00", 20)]


PARTS = (export([(0, 100, WATCH), (10, 80, WATCH)]), export([(10, 80, WATCH), (20, 60, WATCH)]))


@pytest.mark.parametrize(("gone", "left"), [(0, 140), (1, 180)])
def test_a_day_of_two_imports_is_that_of_one_when_the_other_goes(
    tmp_path: Path, gone: int, left: int
) -> None:
    store = store_at(tmp_path)
    came = [bring_in(store, part) for part in PARTS]
    assert [*steps_there(store).values()] == [240]
    assert remove(store, came[gone]) == Removed(0, changed=1)
    assert [*steps_there(store).values()] == [left]


SUM = '{"activities-steps": [{"dateTime": "2026-11-18", "value": "900"}]}'
MINUTES = [
    json.dumps([{"dateTime": f"11/18/26 {at}:00", "value": str(n)}])
    for at, n in (("10:00", 600), ("11:00", 400))
]


@pytest.mark.parametrize(
    "order", [*permutations((("sum.json", SUM), *(("steps-1.json", one) for one in MINUTES)))]
)
def test_a_sum_of_the_day_and_records_that_make_more(
    tmp_path: Path, order: Sequence[tuple[str, str]]
) -> None:
    store = store_at(tmp_path)
    for name, text in order:
        bring_in(store, text, name)
    assert [*steps_there(store).values()] == [1_000]


def test_what_was_taken_out_by_hand_takes_with_it_what_it_had_covered_and_not_what_comes_later(
    tmp_path: Path,
) -> None:
    store = store_at(tmp_path)
    bring_in(store, FIRST)
    bring_in(store, SECOND)
    (longer,) = store.read().lines
    store.delete(str(longer["id"]))
    bring_in(store, track("E", ("15:00", "15:10")))
    assert walked(store) == [("15:00", 10)], "nothing that was covered comes up by itself"
    bring_in(store, THIRD)
    assert walked(store) == [("10:30", 20), ("15:00", 10)]


def test_of_an_erased_day_nothing_is_left_that_an_import_had_of_it(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for part in PARTS:
        bring_in(store, part)
    (day,) = store.read().lines
    assert sum("kind" in line for line in store.lines()) > 1
    assert store.erase(str(day["id"])) == ()
    assert [line for line in store.lines() if "kind" in line] == []
    bring_in(store, export([(30, 40, WATCH), (60 * 24, 5, WATCH)]))
    assert [*steps_there(store).values()] == [5], "and it stays out"


def test_what_has_come_in_meanwhile_is_not_said_to_be_added(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    looked = looked_at(store, FIRST)
    bring_in(store, FIRST)
    done = looked.put_into(store)
    assert done == Done(0, 0)
    with speaking("en"):
        assert done_in_words(looked, done) == ("Nothing was added: the diary has it all.",)


def test_an_import_of_which_nothing_stands_is_listed_and_what_another_has_stays(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    longer, shorter = bring_in(store, SECOND), bring_in(store, FIRST)
    assert (longer.entries, shorter.entries) == (1, 0)
    again = bring_in(store, track("B", ("10:10", "10:40"), ("18:00", "18:10")))
    assert remove(store, longer) == Removed(0, stays=1)
    assert remove(store, again) == Removed(2, returned=1)
    assert walked(store) == [("10:00", 20)]
    remove(store, shorter)
    assert (imports(store.lines()), store.read().lines) == ((), ())


def old(id_: str, rev: int, came: str, at: str, minutes: int) -> Line:
    """A walk as a version wrote it that kept no list of what an import has."""
    origin = {"source": "apple-health", "import_id": came, "on": "2026-11-02"}
    stamp = {"day": "2026-11-02", "at": f"2026-11-02T{at}:00+01:00", "tz": "Europe/Oslo", "origin": origin}
    return {"id": id_, "rev": rev, **stamp, "kind": "walk", "minutes": minutes, "source": came}


def test_what_an_earlier_version_brought_in_can_be_taken_out_each_import_by_itself(tmp_path: Path) -> None:
    # The longer walk of the second went under the id of one of the first's, as its next revision.
    store = store_at(tmp_path)
    store.put(
        [old("W1", 1, "A", "10:00", 10), old("W2", 1, "A", "10:12", 12), old("W3", 1, "A", "15:00", 20)]
    )
    gone: Line = {"id": "W1", "rev": 2, "day": "2026-11-02", "deleted": True, "with_import": "B"}
    with one_act("B"):
        store.put([gone, old("W2", 2, "B", "10:00", 25)])
    first, second = imports(store.lines())
    assert (first.id, second.id, walked(store)) == ("A", "B", [("10:00", 25), ("15:00", 20)])
    remove(store, second)
    assert walked(store) == [("10:00", 10), ("10:12", 12), ("15:00", 20)]
    remove(store, first)
    assert (imports(store.lines()), store.read().lines) == ((), ())
