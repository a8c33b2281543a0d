"""What a plan opens of ten years: the months it needs, and every one that is not as it is known to be."""

import os
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Entry, Profile, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.reaching import month_of
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.store.codec import decode, encode
from ryggkompis.store.errors import Sealed
from ryggkompis.store.lines import Line
from ryggkompis.store.month_files import month_file
from ryggkompis.store.months import decode_month, encode_month
from ryggkompis.store.remembered.months import accept_vanished, compare_digests, read_known, write_known
from ryggkompis.store.remembered.names import aside
from ryggkompis.store.sealing import new_identity, open_all, seal_all, set_passphrase
from tests.domain.further import Told, a_life, stands
from tests.domain.patient import red_flags
from tests.services.needed import Journal

SINCE = date(2021, 6, 10)
TODAY = date(2021, 6, 20)
CALM = {"2021-04.json", "2021-05.json", "2021-06.json"}
"""Whose profile stands, with the last whole list; what was done before the episode; and its own month."""
"""Of a calm year: the newest whole list before the episode, with the newest profile; and the episode."""


def day(month: int, of_month: int = 5, year: int = 2021) -> date:
    return date(year, month, of_month)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A calm year that is known: a walk a month, the last whole list in April, and an episode since June."""
    made, told = Journal(tmp_path, TODAY, SINCE), Told()
    for month in range(1, 7):
        told.say(Walk, day(month), minutes=month)
    told.say(Profile, day(4), walk_tolerance=5)
    told.full(day(2))
    told.full(day(4))
    made.put(*told.entries)
    made.read()
    return made


def a_yes(on: date, id_: str = "YES", flag: str = "CES1", **said: object) -> Gate:
    told = Told()
    told.say(Gate, on, scope="daily", answers={flag: "yes"})
    return replace(told.entries[0], id=id_, **said)  # type: ignore[return-value]


def is_locked(journal: Journal) -> bool:
    return gate_on(TODAY, journal.read(), red_flags()).lock is not None


def by_another_program(journal: Journal, entry: Entry, **more: object) -> None:
    """Let a line be added to a month's own file."""
    month = month_of(entry.day)
    file = journal.file(month)
    lines = decode_month(file.read_bytes(), month).lines if file.exists() else ()
    line = {**encode(entry), "saved": f"{entry.day}T20:00:00Z", **more}
    file.write_bytes(encode_month(month, [*lines, line]))


def test_a_known_calm_year_is_not_opened(journal: Journal) -> None:
    assert set(journal.opened()) == CALM
    assert {walk.minutes for walk in journal.read().entries if isinstance(walk, Walk)} == {4, 5, 6}
    assert len(journal.companion.state().whole.history.entries) == 9


def test_without_the_list_every_month_is_opened_and_the_answer_is_the_same(journal: Journal) -> None:
    known = journal.read()
    journal.known.unlink()
    assert len(set(journal.opened())) == 6
    journal.known.unlink()
    assert journal.read() == known
    assert set(journal.opened()) == CALM, "it was written anew"


@pytest.mark.parametrize("data", [b"half a", b"", b"[]", b'{"months": 3}'])
def test_a_list_that_cannot_be_read_is_put_aside(journal: Journal, data: bytes) -> None:
    known = journal.read()
    journal.known.write_bytes(data)
    assert journal.read() == known
    assert journal.known.with_name(aside(journal.known.name)).read_bytes() == data
    assert set(journal.opened()) == CALM


def test_of_a_list_of_another_version_only_the_files_are_believed(journal: Journal) -> None:
    journal.known.write_bytes(journal.known.read_bytes().replace(b'"version":1', b'"version":2'))
    journal.file("2021-01").unlink()
    assert len(set(journal.opened())) == 5
    assert journal.problems() == [("2021-01.json", "vanished")]
    assert set(journal.opened()) == CALM


def test_where_the_list_cannot_be_written_every_month_is_read(tmp_path: Path) -> None:
    journal = Journal(tmp_path, TODAY, SINCE)
    journal.put(a_yes(day(1)))
    Path(journal.places.state).mkdir(parents=True, exist_ok=True)
    journal.known.mkdir()
    assert is_locked(journal)
    assert is_locked(journal)


def test_an_old_month_that_was_saved_to_is_read_anew_whoever_wrote_it(journal: Journal) -> None:
    # As after a kill between a save and the list: the list says what was there before.
    journal.put(a_yes(day(1)))
    assert is_locked(journal)
    assert {"2021-01.json", "2021-03.json"} <= set(journal.opened()), "and all that follows is read with it"


def test_a_month_that_another_machine_brings_is_read(journal: Journal) -> None:
    by_another_program(journal, a_yes(date(2020, 11, 3)))
    assert is_locked(journal)
    assert read_known(journal.places, journal.seal).months.keys() >= {"2020-11", "2021-06"}


def test_a_file_beside_a_known_month_is_read(journal: Journal) -> None:
    file = journal.file("2021-02").with_name("2021-02.sync-conflict.json")
    file.write_bytes(encode_month("2021-02", [{**encode(a_yes(day(2))), "saved": "2021-06-01T00:00:00Z"}]))
    assert is_locked(journal)


def test_a_change_that_leaves_size_and_time_is_found_by_its_bytes_within_a_day(journal: Journal) -> None:
    by_another_program(journal, a_yes(day(3), flag="CES1"))
    assert is_locked(journal)
    compare_digests(journal.places, journal.seal, TODAY)
    before = journal.file("2021-03")
    about = before.stat()
    before.write_bytes(before.read_bytes().replace(b'"yes"', b'"no" '))
    os.utime(before, ns=(about.st_atime_ns, about.st_mtime_ns))

    assert not compare_digests(journal.places, journal.seal, TODAY), "once a day is enough"
    assert compare_digests(journal.places, journal.seal, TODAY + timedelta(days=1))
    assert not is_locked(journal)
    assert ("2021-03.json", "edited") in journal.problems()
    assert not compare_digests(journal.places, journal.seal, TODAY, ())


def test_where_files_have_no_number_their_size_and_time_are_enough(journal: Journal) -> None:
    known = read_known(journal.places, journal.seal)
    months = {
        month: replace(one, files=tuple(replace(file, inode=0) for file in one.files))
        for month, one in known.months.items()
    }
    write_known(journal.places, journal.seal, replace(known, months=months))
    assert set(journal.opened()) == CALM


def test_a_month_with_a_fault_is_opened_each_time_and_told(journal: Journal) -> None:
    file = journal.file("2021-01")
    file.write_bytes(file.read_bytes().replace(b'"minutes": 1', b'"minutes": ', 1))
    for _ in range(3):
        assert "2021-01.json" in journal.opened()
        assert ("2021-01.json", "damaged") in journal.problems()
        assert (
            len({journal.known.stat().st_mtime_ns, journal.read() and journal.known.stat().st_mtime_ns}) == 1
        )


def test_an_entry_that_nobody_understands_is_told_each_time(journal: Journal) -> None:
    by_another_program(journal, a_yes(day(1)), kind="from_the_future")
    for _ in range(3):
        assert ("2021-01.json", "unknown_kind") in journal.problems()


def test_a_month_that_has_vanished_is_told_until_it_is_back(journal: Journal) -> None:
    gone = journal.file("2021-02").rename(journal.file("2021-02").with_name("elsewhere"))
    for _ in range(2):
        assert ("2021-02.json", "vanished") in journal.problems()
    journal.put(a_yes(day(7, 1)))
    assert ("2021-02.json", "vanished") in journal.problems(), "the list was written anew"
    gone.rename(journal.file("2021-02"))
    assert journal.problems() == []


def test_a_new_month_is_missed_as_well(journal: Journal) -> None:
    journal.put(a_yes(day(7, 1)))
    assert journal.problems() == []
    journal.file("2021-07").unlink()
    assert journal.problems() == [("2021-07.json", "vanished")]


def test_a_month_whose_own_file_has_vanished_is_told_though_others_are_beside_it(journal: Journal) -> None:
    journal.file("2021-02").rename(journal.file("2021-02").with_name("2021-02 copy.json"))
    for _ in range(3):
        assert journal.problems() == [("2021-02.json", "vanished")]
    assert accept_vanished(journal.places, journal.seal) == ("2021-02",)
    assert journal.problems() == []


def test_what_is_meant_to_be_gone_is_told_no_more(journal: Journal) -> None:
    journal.file("2021-02").unlink()
    assert accept_vanished(journal.places, journal.seal) == ("2021-02",)
    assert journal.problems() == []
    assert accept_vanished(journal.places, journal.seal) == ()


def test_what_the_program_itself_takes_away_has_not_vanished(journal: Journal) -> None:
    held = journal.store
    (beside := journal.file("2021-03").with_name("2021-03.x.json")).write_bytes(
        encode_month("2021-03", [{**encode(a_yes(day(3))), "saved": "2021-06-01T00:00:00Z"}])
    )
    journal.read()
    held.put([encode(replace(a_yes(day(3)), id="ANOTHER"))])
    assert not beside.exists()
    assert journal.problems() == []


def test_locking_and_opening_are_no_vanishing_and_the_list_is_sealed_meanwhile(journal: Journal) -> None:
    pytest.importorskip("pyrage", reason="the part that locks is an extra")
    known = journal.read()
    set_passphrase(journal.places, journal.seal, new_identity(), "tre gule støvler")
    seal_all(journal.places, journal.seal)
    assert b"walk" not in journal.known.read_bytes()
    assert b"2021" not in journal.known.read_bytes()
    assert journal.problems() == []
    assert journal.read() == known
    assert set(journal.opened()) == {f"{name}.age" for name in CALM}
    open_all(journal.places, journal.seal)
    assert journal.problems() == []
    assert journal.read() == known


def test_a_locked_journal_is_written_without_its_key_and_read_with_it(journal: Journal) -> None:
    pytest.importorskip("pyrage", reason="the part that locks is an extra")
    set_passphrase(journal.places, journal.seal, identity := new_identity(), "tre gule støvler")
    seal_all(journal.places, journal.seal)
    journal.seal.forget()
    before = journal.known.read_bytes()
    journal.put(a_yes(day(1)))
    with pytest.raises(Sealed):
        journal.read()
    assert journal.known.read_bytes() == before
    journal.seal.adopt(identity)
    assert is_locked(journal)


def test_two_programs_that_write_the_list_at_once_cost_another_look_and_no_more(
    journal: Journal,
) -> None:
    old = journal.known.read_bytes()
    journal.put(a_yes(day(1)))
    assert is_locked(journal)
    journal.known.write_bytes(old)  # the other was slower, and had read before
    assert is_locked(journal)


def moved(journal: Journal, id_: str, to: date) -> Line:
    """An edit that moves an entry to another day."""
    line = journal.store.find(id_)
    assert line is not None
    return encode(replace(decode(line), rev=int(str(line["rev"])) + 1, day=to, saved=None))


def test_an_entry_that_moved_to_another_month_is_where_it_is_now(journal: Journal) -> None:
    journal.put(a_yes(day(1)))
    assert is_locked(journal)
    journal.store.put([moved(journal, "YES", day(3))])
    for _ in range(2):
        assert [gate.day for gate in journal.read().gates if gate.id == "YES"] == [day(3)]


@pytest.mark.parametrize(("start", "to"), [(1, 3), (3, 1), (6, 1), (1, 6)])
def test_an_entry_of_which_another_month_says_more_is_never_read_twice_or_stale(
    journal: Journal, start: int, to: int
) -> None:
    # As after a power cut in a move: the new month has it, and the old one does not know yet.
    journal.put(a_yes(day(start)))
    journal.read()
    line = moved(journal, "YES", day(to))
    file = journal.file(f"2021-{to:02}")
    file.write_bytes(
        encode_month(f"2021-{to:02}", [*decode_month(file.read_bytes(), f"2021-{to:02}").lines, line])
    )
    for _ in range(3):
        assert [gate.day for gate in journal.read().gates if gate.id == "YES"] == [day(to)]
    journal.put(a_yes(day(7, 1), "LATER", flag="PSY1"))
    assert [gate.day for gate in journal.read().gates if gate.id == "YES"] == [day(to)]


@pytest.mark.parametrize(("start", "to"), [(6, 1), (1, 6)])
def test_what_moved_to_where_nothing_is_read_shows_nowhere_else(
    journal: Journal, start: int, to: int
) -> None:
    journal.put(a_yes(day(start), flag="PSY1"))
    line = moved(journal, "YES", day(to))
    by_another_program(journal, decode(line))
    for number in range(3):
        assert {gate.day for gate in journal.read().gates if gate.id == "YES"} == {day(to)} & {day(6)}
        journal.put(a_yes(day(6), f"LATER{number}", flag="PSY1"))


def test_after_an_entry_has_come_from_nowhere_the_months_are_looked_through_once(journal: Journal) -> None:
    by_another_program(journal, a_yes(day(6), "IMPORTED", flag="PSY1", rev=3))
    assert len(set(journal.opened())) == 6
    journal.put(a_yes(day(6), "LATER", flag="PSY1"))
    assert set(journal.opened()) == CALM


def test_an_older_revision_that_comes_later_and_elsewhere_does_not_count(journal: Journal) -> None:
    by_another_program(journal, a_yes(day(1), "IMPORTED", flag="PSY1", rev=3))
    journal.read()
    by_another_program(journal, a_yes(day(6), "IMPORTED", flag="PSY1"))
    assert [gate for gate in journal.read().gates if gate.id == "IMPORTED"] == []


def test_an_entry_that_was_copied_by_hand_into_another_month_counts_where_it_does_in_the_whole(
    journal: Journal,
) -> None:
    by_another_program(journal, a_yes(day(1), flag="PSY1"), saved="2021-01-06T00:00:00Z")
    journal.read()
    by_another_program(journal, a_yes(day(6), flag="PSY1"), saved="2021-01-05T12:00:00Z")
    file = journal.file("2021-06")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\n\n"))
    for number in range(3):
        assert [gate for gate in journal.read().gates if gate.id == "YES"] == []
        journal.put(a_yes(day(6), f"LATER{number}", flag="PSY1"))


def test_a_file_that_holds_days_of_another_month_hides_nothing(journal: Journal) -> None:
    journal.put(a_yes(day(1)))
    journal.read()
    journal.file("2021-01").replace(journal.file("2021-05"))
    for _ in range(3):
        assert is_locked(journal)


@pytest.mark.parametrize("seed", range(40))
def test_any_journal_stands_as_if_all_of_it_was_read(tmp_path: Path, seed: int) -> None:
    told, since = a_life(seed)
    dice = Random(seed)
    journal = Journal(tmp_path, since + timedelta(days=20), since)
    half = len(told.entries) // 2
    journal.put(*told.entries[:half])
    journal.read()
    journal.put(*told.entries[half:])
    for entry in dice.sample(told.entries, min(5, len(told.entries))):
        match dice.randrange(3):
            case 0:
                journal.store.delete(entry.id)
            case 1:
                journal.store.put([moved(journal, entry.id, entry.day + timedelta(dice.randrange(-60, 60)))])
            case _:
                journal.file(month_of(entry.day)).touch()
        if dice.random() < 0.5:
            journal.read()
    whole, _problems = journal.companion.read()
    first = journal.read()
    journal.known.unlink(missing_ok=True)
    assert journal.read() == first
    assert stands(first, since) == stands(whole, since)
    assert History.of(e for e in whole.entries if e.day >= since) == History.of(
        e for e in first.entries if e.day >= since
    )


def test_who_only_notes_something_has_no_need_of_the_list(journal: Journal) -> None:
    before = journal.known.stat().st_mtime_ns
    journal.companion.diary.say(CheckIn, leg=3)
    journal.read()
    assert journal.known.stat().st_mtime_ns == before, "the month it is in is read in any case"
    assert journal.file("2021-06").name == month_file("2021-06")
