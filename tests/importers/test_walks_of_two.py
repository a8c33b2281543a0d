"""Walks that two imports have: once, whichever comes first, and each import can be taken out again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.importers import notices
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import Done, taking
from ryggkompis.services.imports.whole import imports, take_out
from ryggkompis.services.undo import latest, lines_of
from ryggkompis.store.store import Store
from tests.importers.files import HERE
from tests.store.journals import store_at


def track(program: str, *walks: tuple[str, str]) -> str:
    """A file of walks, each from and to a time of one day."""
    kind = 'workoutActivityType="HKWorkoutActivityTypeWalking"'
    told = "".join(
        f'<Workout {kind} sourceName="{program}" startDate="2026-11-02 {first}:00 +0100" '
        f'endDate="2026-11-02 {last}:00 +0100"/>'
        for first, last in walks
    )
    return f"<HealthData>{told}</HealthData>"


WATCH = track("Watch", ("10:00", "10:30"), ("15:00", "15:20"))
APP = track("App", ("10:05", "10:45"), ("18:00", "18:10"))


def bring_in(store: Store, text: str) -> Done:
    return taking(read_file(text.encode(), HERE, name="file"), store.lines(), HERE.today).put_into(store)


def walked(store: Store) -> list[tuple[str, object]]:
    lines = store.read().lines
    return sorted((str(line["at"])[11:16], line["minutes"]) for line in lines)


@pytest.mark.parametrize("order", [(WATCH, APP), (APP, WATCH), (WATCH, APP, WATCH, APP), (APP, APP, WATCH)])
def test_the_longer_stands_in_whatever_order_they_come_and_twice_is_once(
    tmp_path: Path, order: Sequence[str]
) -> None:
    store = store_at(tmp_path)
    for text in order:
        bring_in(store, text)
    assert walked(store) == [("10:05", 40), ("15:00", 20), ("18:00", 10)]
    assert bring_in(store, order[0]) == bring_in(store, order[-1]) == Done(0, 0)


def test_what_the_second_made_longer_is_as_it_was_when_the_second_is_taken_out(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, WATCH)
    before, (first,) = walked(store), imports(store.lines())
    bring_in(store, APP)
    (second,) = (one for one in imports(store.lines()) if one.id != first.id)
    assert take_out(store, second, HERE.today).gone == 2
    assert walked(store) == before


PAUSED = track("Watch", ("10:00", "10:10"), ("10:12", "10:24"))
ALL_OF_IT = track("App", ("10:00", "10:25"))


@pytest.mark.parametrize(
    "order", [(PAUSED, ALL_OF_IT), (ALL_OF_IT, PAUSED), (PAUSED, ALL_OF_IT, PAUSED, ALL_OF_IT)]
)
def test_a_walk_that_a_watch_has_in_two_pieces_counts_once(tmp_path: Path, order: Sequence[str]) -> None:
    store = store_at(tmp_path)
    for text in order:
        bring_in(store, text)
    assert walked(store) == [("10:00", 25)]
    for one in imports(store.lines()):
        take_out(store, one, HERE.today)
    for one in imports(store.lines()):
        take_out(store, one, HERE.today)
    assert store.read().lines == ()


def test_both_pieces_are_there_again_when_the_longer_walk_is_taken_out(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, PAUSED)
    before = walked(store)
    (pieces,) = imports(store.lines())
    assert bring_in(store, ALL_OF_IT) == Done(1, 2)
    (longer,) = (one for one in imports(store.lines()) if one.id != pieces.id)
    take_out(store, longer, HERE.today)
    assert walked(store) == before
    bring_in(store, ALL_OF_IT)
    act = latest(store.lines(), store.now())
    assert act is not None
    store.put([*lines_of(act, store.lines(), HERE.today)])
    assert walked(store) == before


def test_of_several_walks_that_overlap_the_longest_is_asked(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, track("Watch", ("10:00", "10:20"), ("10:20", "10:50")))
    assert bring_in(store, track("App", ("10:10", "10:36"))) == Done(0, 0)


def test_two_walks_of_a_table_without_times_are_two(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for minutes in (10, 25):
        found = read_file(f"date,Tur\n2026-11-02,{minutes}\n".encode(), HERE, {"tur": "walk"}, name="t")
        taking(found, store.lines(), HERE.today).put_into(store)
    assert walked(store) == [("12:00", 10), ("12:00", 25)]


ELSEWHERE = replace(HERE, tz="America/New_York")
DIARY = "Dato,Tid,Tur,Notat,Bein\n2026-11-02,08:00,10,hei,3\n2026-11-03,,15,ut,4\n"


@pytest.mark.parametrize("more", ["", "2026-11-04,,20,hjem,5\n"], ids=["the same", "grown"])
def test_a_diary_that_comes_in_again_on_a_journey_is_the_same(tmp_path: Path, more: str) -> None:
    store = store_at(tmp_path)
    names = {"tur": "walk", "notat": "note", "bein": "leg", "tid": "time"}
    for text, here in ((DIARY, HERE), (DIARY + more, ELSEWHERE)):
        found = read_file(text.encode(), here, names, name="diary.csv")
        done = taking(found, store.lines(), here.today).put_into(store)
    assert done == (Done(3, 0) if more else Done(0, 0))
    for line in store.read().lines[:3]:
        store.delete(str(line["id"]))
    found = read_file(DIARY.encode(), ELSEWHERE, names, name="diary.csv")
    new = taking(found, store.lines(), HERE.today)
    assert (new.is_empty, notices.TakenOut(3) in new.notices) == (True, True)
