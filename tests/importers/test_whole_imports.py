"""An import as a whole: it names whose file it was, goes out as it came, and a corrected one replaces it."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.value import replace
from ryggkompis.importers import notices
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import Done, Taking, taking
from ryggkompis.importers.taking.weighing import Also
from ryggkompis.importers.taking.wording import done_in_words, would_do
from ryggkompis.services.clock import Today
from ryggkompis.services.diary import Diary
from ryggkompis.services.imports.errors import NoSuchImport, NothingBroughtIn
from ryggkompis.services.imports.whole import find_import, imports, take_out
from ryggkompis.services.undo import latest, lines_of
from ryggkompis.store.acts import gone_with, import_of, source_of
from ryggkompis.store.lines import Line, content, day_of
from ryggkompis.store.store import Store
from tests.examples import examples
from tests.importers.files import HERE
from tests.services.test_undo import StandingClock
from tests.store.journals import store_at

WRONG, RIGHT = "Stress=leg", "Knee=leg"
TABLE = "date,Knee,Stress\n2026-03-02,3,7\n2026-03-03,4,8\n2026-03-04,2,2\n2026-04-05,5,9\n"
OF_A_PLACE = frozenset({"origin", "rev"})


def looked_at(store: Store, text: str, *maps: str, again: bool = False, beside: bool = False) -> Taking:
    found = read_file(text.encode(), HERE, parse_mapping(maps), name="pain.csv")
    return taking(found, store.lines(), HERE.today, Also(taken_out=again, beside=beside))


def bring_in(store: Store, text: str, *maps: str, again: bool = False, beside: bool = False) -> Done:
    return looked_at(store, text, *maps, again=again, beside=beside).put_into(store)


def meaning(store: Store) -> set[str]:
    """What the journal says, whoever brought it and however often it was written."""
    lines = store.read().lines
    return {content({name: said for name, said in one.items() if name not in OF_A_PLACE}) for one in lines}


def pain(store: Store) -> list[object]:
    return [line.get("leg") for line in store.read().lines]


def undo(store: Store) -> None:
    act = latest(store.lines(), store.now())
    assert act is not None
    store.put([*lines_of(act, store.lines(), HERE.today)])


def test_every_entry_names_its_program_and_its_import(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    assert bring_in(store, TABLE, WRONG) == Done(4, 0)
    lines = store.read().lines
    assert {source_of(line) for line in lines} == {"table"}
    (one,) = imports(store.lines())
    assert {import_of(line) for line in lines} == {one.id}
    assert (one.entries, str(one.first), str(one.last)) == (4, "2026-03-02", "2026-04-05")


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ('{"activities-steps":[{"dateTime":"2026-03-02","value":"4800"}]}', "fitbit"),
        (
            "full_date,date,weekday,time,mood,activities,note\n2026-03-02,March 2,Monday,8:00,good,,hi\n",
            "daylio",
        ),
        ("Date,Move Minutes count,Step count\n2026-03-02,3,4800\n", "google-fit"),
    ],
)
def test_a_program_is_known_by_its_file(tmp_path: Path, text: str, program: str) -> None:
    store = store_at(tmp_path)
    bring_in(store, text)
    assert [source_of(line) for line in store.read().lines] == [program]


def test_undo_takes_all_of_it_back_and_the_file_may_come_in_again(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, WRONG)
    undo(store)
    assert store.read().lines == ()
    assert bring_in(store, TABLE, RIGHT) == Done(4, 0)
    assert pain(store) == [3, 4, 2, 5]


def test_a_corrected_import_replaces_the_wrong_one_and_shows_how_first(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, WRONG)
    new = looked_at(store, TABLE, RIGHT)
    assert [len(one.lines) for one in new.replaced] == [3], "the day that says the same stays"
    assert "2 Mar 2026: Check-in leg 7 → Check-in leg 3." in would_do(new)
    assert pain(store) == [7, 8, 2, 9], "nothing was done yet"
    assert "3 entries were taken out." in done_in_words(new, new.put_into(store))
    assert pain(store) == [3, 4, 2, 5]
    assert [one.entries for one in imports(store.lines())] == [4]
    undo(store)
    assert pain(store) == [7, 8, 2, 9]
    assert [one.entries for one in imports(store.lines())] == [4]


def test_the_same_days_of_an_export_that_has_grown_are_corrected_too(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, WRONG)
    bring_in(store, TABLE + "2026-04-06,6,1\n", RIGHT)
    assert pain(store) == [3, 4, 2, 5, 6]


def test_two_tables_of_the_same_days_stand_side_by_side(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, RIGHT)
    other = "date,Spine,Walked\n2026-03-02,6,10\n"
    assert looked_at(store, other, "Spine=back").replaced == ()
    assert looked_at(store, TABLE, WRONG, beside=True).replaced == ()


def test_another_table_of_the_same_days_with_a_name_of_its_own_corrects_nothing(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, "date,Bein,Rygg\n2026-03-02,3,4\n", "Bein=leg", "Rygg=back")
    other = looked_at(store, "date,Smerte,Humør\n2026-03-02,5,9\n", "Smerte=leg")
    assert (other.replaced, len(other.lines)) == ((), 1)


def test_what_was_taken_out_by_hand_stays_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, RIGHT)
    for line in store.read().lines:
        store.delete(str(line["id"]))
    new = looked_at(store, TABLE, RIGHT)
    assert (new.is_empty, notices.TakenOut(4) in new.notices) == (True, True)
    told = done_in_words(new, new.put_into(store))
    assert told == ("Nothing was added: it had been taken out of the diary, and stays out.",)
    assert bring_in(store, TABLE, RIGHT, again=True) == Done(4, 0)
    assert pain(store) == [3, 4, 2, 5]


def test_nothing_was_added_says_why(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    old = "date,w\n2001-03-02,10\n"
    new = looked_at(store, old, "w=walk")
    assert done_in_words(new, new.put_into(store)) == (
        "Nothing was added: all of it is from before what this diary is about.",
    )
    bring_in(store, TABLE, RIGHT)
    again = looked_at(store, TABLE, RIGHT)
    assert done_in_words(again, again.put_into(store)) == ("Nothing was added: the diary has it all.",)


def test_an_import_that_was_cut_short_goes_on_as_the_same(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    whole = looked_at(store, TABLE, RIGHT)
    march = tuple(line for line in whole.found.lines if day_of(line) < "2026-04")
    replace(whole, found=replace(whole.found, lines=march)).put_into(store)
    assert bring_in(store, TABLE, RIGHT) == Done(1, 0)
    assert len(imports(store.lines())) == 1
    undo(store)
    assert store.read().lines == ()


def test_removing_what_had_revised_something_gives_back_what_stood(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for steps in (3000, 8000):
        bring_in(store, f"date,steps\n2026-03-02,{steps}\n")
    first, later = imports(store.lines())
    assert (first.entries, later.entries) == (1, 1), "both have the day"
    assert take_out(store, later, HERE.today).changed == 1
    assert [line["steps"] for line in store.read().lines] == [3000]
    assert [one.id for one in imports(store.lines())] == [first.id]
    assert take_out(store, first, HERE.today).gone == 1
    assert store.read().lines == ()


def test_removing_what_came_in_again_leaves_nothing(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, WRONG)
    bring_in(store, TABLE, RIGHT)
    undo(store)
    undo(store)
    bring_in(store, TABLE, RIGHT)
    assert pain(store) == [3, 4, 2, 5]
    take_out(store, imports(store.lines())[0], HERE.today)
    assert store.read().lines == ()
    undo(store)
    assert pain(store) == [3, 4, 2, 5], "and taking out can be undone"


def test_an_import_is_named_by_its_id(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    with pytest.raises(NothingBroughtIn):
        find_import(store.lines(), "01")
    bring_in(store, TABLE, RIGHT)
    (one,) = imports(store.lines())
    assert find_import(store.lines(), one.id[:12].lower()) == one
    with pytest.raises(NoSuchImport):
        find_import(store.lines(), "NONE")


def test_a_yes_is_taken_out_with_no_import(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    origin = {"source": "table", "import_id": "X", "on": "2026-03-02"}
    stamp = {"rev": 1, "day": "2026-03-02", "at": "2026-03-02T08:00:00+01:00", "tz": "UTC", "origin": origin}
    gate: Line = {"id": "G", **stamp, "kind": "gate", "scope": "full", "answers": {"R1": "yes"}}
    store.put([gate, {"id": "N", **stamp, "kind": "note", "text": "hi"}])
    take_out(store, imports(store.lines())[0], HERE.today)
    assert [line["id"] for line in store.read().lines] == ["G"]


ROWS = st.dictionaries(
    st.dates(HERE.today.replace(month=8), HERE.today),
    st.tuples(st.integers(0, 10), st.integers(1, 30)),
    max_size=6,
)
MAPS = ("Leg=leg", "Walk=walk")


def tables(rows: dict[object, tuple[int, int]], ends: Iterable[int]) -> list[str]:
    """Split a table at these rows."""
    lines = [f"{day},{leg},{walk}\n" for day, (leg, walk) in sorted(rows.items(), key=str)]
    cuts = sorted({0, len(lines), *(end % (len(lines) + 1) for end in ends)})
    parts = ["".join(lines[a:b]) for a, b in pairwise(cuts)]
    return [f"date,Leg,Walk\n{part}" for part in parts]


@settings(max_examples=examples(20), deadline=None)
@given(ROWS.filter(bool), st.lists(st.integers(0, 9), max_size=3), st.data())
def test_in_any_order_and_split_in_any_way_it_is_the_same_journal(
    rows: dict[object, tuple[int, int]], ends: list[int], data: st.DataObject
) -> None:
    parts = tables(rows, ends)
    order = data.draw(st.permutations([*parts, *parts[:1]]))
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        whole, split = store_at(Path(one)), store_at(Path(other))
        bring_in(whole, *tables(rows, ()), *MAPS)
        for part in order:
            bring_in(split, part, *MAPS)
        assert meaning(split) == meaning(whole)
        for one_of in imports(split.lines()):
            take_out(split, one_of, HERE.today)
        assert split.read().lines == ()


@settings(max_examples=examples(20), deadline=None)
@given(ROWS.filter(bool), ROWS.filter(bool))
def test_removing_an_import_gives_the_journal_of_before(
    before: dict[object, tuple[int, int]], rows: dict[object, tuple[int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        store = store_at(Path(folder))
        bring_in(store, *tables(before, ()), *MAPS)
        known, stood = meaning(store), {one.id for one in imports(store.lines())}
        bring_in(store, *tables(rows, ()), *MAPS, beside=True)
        for one in imports(store.lines()):
            if one.id not in stood:
                take_out(store, one, HERE.today)
        assert meaning(store) == known


def test_what_was_erased_does_not_come_back_and_that_is_said_and_no_way_is_offered(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, RIGHT)
    for line in store.read().lines:
        store.erase(str(line["id"]))
    new = looked_at(store, TABLE, RIGHT, again=True)
    assert (new.is_empty, notices.Erased(4) in new.notices) == (True, True)
    assert not any(isinstance(one, notices.TakenOut) for one in new.notices)
    assert done_in_words(new, new.put_into(store)) == (
        "Nothing was added: it was erased from the diary, and does not come back.",
    )


def test_what_a_version_without_lists_has_taken_out_may_come_in_again(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    bring_in(store, TABLE, RIGHT)
    (one,) = imports(store.lines())
    store.put([gone_with(line, one.id) for line in store.read().lines])  # as it wrote, and no list
    assert imports(store.lines()) == ()
    assert bring_in(store, TABLE, RIGHT) == Done(4, 0)
    assert pain(store) == [3, 4, 2, 5]
    assert looked_at(store, TABLE, RIGHT).is_empty
    undo(store)
    assert pain(store) == []


def test_a_correction_that_is_undone_redone_and_undone_leaves_what_it_had_replaced(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    diary = Diary(store, Today(StandingClock()))
    bring_in(store, TABLE, WRONG)
    bring_in(store, TABLE, RIGHT)
    for _ in range(3):
        undone = diary.undo()
        assert (undone.is_back, len(undone.entries), len(undone.returned)) == (False, 3, 3)
        assert pain(store) == [7, 8, 2, 9]
        redone = diary.redo()
        assert (redone.is_back, len(redone.entries), redone.returned) == (True, 3, ())
        assert pain(store) == [3, 4, 2, 5]
