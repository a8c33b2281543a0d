"""Medicines in the shell and in plain lines: once in words, then counted, with the patient's own limits."""

from pathlib import Path

import pytest

from ryggkompis.cli.errors import NoMoreAnswers
from tests.cli.conftest import NOW, Shell, StandingClock
from tests.cli.test_lines import FIRST, lines, place
from tests.cli.test_lock import given
from tests.store.locked import PASSPHRASE, lock

NAME = "Paracet 500 mg"
WORDS = {
    "nb": ("høyst 2 om dagen, minst 6 timer mellom", "apoteket"),
    "en": ("at most 2 a day, at least 6 hours apart", "pharmacy"),
}


def at(shell: Shell, hour: int, minute: int = 0, day: int = 2) -> Shell:
    shell.clock = StandingClock(NOW.replace(day=day, hour=hour, minute=minute))
    return shell


def taken(shell: Shell) -> list[dict[str, object]]:
    return [entry for entry in shell.entries() if entry["kind"] == "medicine"]


@pytest.fixture
def counting(either: Shell) -> Shell:
    """One medicine with limits, taken once at eight."""
    at(either, 8)
    either("medicine", NAME, "--most", "2", "--apart", "6")
    assert either("medicine", NAME, "--count").status == 0
    return either


def told(entries: list[dict[str, object]]) -> list[dict[str, object]]:
    """Give entries without what says when and how they were written here."""
    return [{key: value for key, value in one.items() if key not in {"act", "saved"}} for one in entries]


def test_a_medicine_is_named_once_and_noted_again_by_one_word(counting: Shell) -> None:
    said = at(counting, 15)("medicine", "again")
    assert said.status == 0
    assert f"{NAME}: 2 " in said.err
    assert [(one["text"], one["name"]) for one in taken(counting)] == [(NAME, NAME)] * 2


def test_the_count_that_is_said_is_the_one_that_is_listed(shell: Shell) -> None:
    """What was noted in the same words before it had a name counts at once."""
    assert "today" not in at(shell, 8)("medicine", NAME).err
    said = at(shell, 15)("medicine", NAME.upper(), "--count")
    assert "2 today, 2 in the last seven days." in said.err
    assert "2 today, 2 in the last seven days." in shell("medicine", "--list").out


def test_in_plain_lines_too_what_was_noted_before_it_was_counted_counts(shell: Shell) -> None:
    lines(shell, *FIRST)
    at(shell, 8)("medicine", NAME)
    said = lines(at(shell, 15), place("Write down a medicine"), NAME, "yes", "", "")
    assert "2 today" in said.err


@pytest.mark.parametrize(
    ("more", "doses", "told"),
    [
        (("--count",), 1, 0),
        (("--count", "--most", "2"), 1, 1),
        (("--count", "--turn", "started"), 1, 1),
        (("--count", "--no-limits"), 1, 1),
        (("--most", "2"), 0, 1),
        (("--turn", "started"), 0, 1),
    ],
)
def test_count_notes_that_it_was_taken_and_limits_alone_do_not(
    either: Shell, more: tuple[str, ...], doses: int, told: int
) -> None:
    assert either("medicine", NAME, *more).status == 0
    assert [len(taken(either)), len(either.entries())] == [doses, doses + told]
    (one,) = either("medicine", "--list", "--json").facts["medicines"]
    assert one["today"] == doses


@pytest.mark.parametrize(("most", "status"), [("1", 2), ("2", 0)])
def test_a_limit_given_with_a_dose_counts_for_that_dose(shell: Shell, most: str, status: int) -> None:
    at(shell, 8)("medicine", NAME)
    assert at(shell, 15)("medicine", NAME, "--count", "--most", most, answers="0\n").status == status


def test_its_name_however_it_is_written_counts(counting: Shell) -> None:
    at(counting, 15)("medicine", "  paracet  500 MG")
    assert [one["name"] for one in taken(counting)] == [NAME, NAME]


def test_what_passes_ones_own_limits_is_asked_about_in_ones_own_numbers(counting: Shell) -> None:
    limits, pharmacy = WORDS[counting.language]
    said = at(counting, 13)("medicine", "again", answers="0\n")
    assert said.status == 2
    assert limits in said.err
    assert pharmacy in said.err
    assert "08:00" in said.err
    assert len(taken(counting)) == 1

    assert at(counting, 13)("medicine", "again", answers="1\n").status == 0
    assert len(taken(counting)) == 2


def test_where_nobody_can_answer_nothing_is_kept_unless_it_is_meant(counting: Shell) -> None:
    assert at(counting, 9)("medicine", "again").status == 2
    assert len(taken(counting)) == 1
    assert at(counting, 9)("medicine", "again", "--yes").status == 0
    assert len(taken(counting)) == 2


def test_a_clock_set_back_between_two_is_no_way_around_a_limit(counting: Shell) -> None:
    assert at(counting, 5)("medicine", "again", answers="0\n").status == 2


@pytest.mark.parametrize("hour", [3, 4])
def test_the_day_beside_the_time_of_a_dose_in_the_night_is_the_clocks(shell: Shell, hour: int) -> None:
    """Until four it counts to the day before, and its limit names the day that the clock showed."""
    at(shell, 22)("medicine", NAME, "--apart", "8")
    shell("medicine", NAME, "--count")
    at(shell, hour, day=3)("medicine", "again", "--yes")
    said = at(shell, 9, day=3)("medicine", "again", answers="0\n")
    assert f"The nearest: Tue 3 Mar at 0{hour}:00." in said.err


def test_a_dose_in_the_night_stands_in_the_log_under_its_day_with_the_day_of_the_clock(shell: Shell) -> None:
    at(shell, 22)("medicine", NAME, "--count")
    at(shell, 3, 59, day=3)("medicine", "again")
    at(shell, 4, day=3)("medicine", "again")
    heading, today, before, night, evening = shell("log").out.splitlines()
    assert (heading, before) == ("Tuesday 3 March 2026", "Monday 2 March 2026")
    assert f"  04:00  Medicine: {NAME}" in today
    assert f"  3 Mar 03:59  Medicine: {NAME}" in night
    assert f"  22:00  Medicine: {NAME}" in evening


def test_a_day_told_later_counts_its_own(counting: Shell) -> None:
    late = ("medicine", NAME, "--date", "2026-02-20")
    assert [at(counting, 15)(*late).status for _ in range(2)] == [0, 0]
    said = counting(*late, answers="0\n")
    assert said.status == 2
    assert len(taken(counting)) == 3


@pytest.mark.parametrize("limit", ["0", "-1", "100", "a few", "4.5"])
def test_a_limit_that_is_none_is_refused_in_a_sentence(either: Shell, limit: str) -> None:
    said = either("medicine", NAME, "--most", limit)
    assert said.status == 2
    assert "--most" in said.err
    assert either.entries() == []


def test_limits_are_taken_away_only_when_that_is_said(counting: Shell) -> None:
    counting("medicine", "again", "--turn", "started")
    assert at(counting, 9)("medicine", "again", answers="0\n").status == 2
    counting("medicine", "again", "--no-limits")
    assert at(counting, 9)("medicine", "again").status == 0


def test_a_new_number_for_one_limit_leaves_the_other_as_it_was(counting: Shell) -> None:
    counting("medicine", NAME, "--most", "3")
    (one,) = counting("medicine", "--list", "--json").facts["medicines"]
    assert (one["most"], one["apart"]) == (3, 6)
    counting("medicine", NAME, "--no-limits", "--most", "3")
    (one,) = counting("medicine", "--list", "--json").facts["medicines"]
    assert (one["most"], one["apart"]) == (3, None)


@pytest.mark.parametrize("name", ["💊 " * 20, "=SUM(A1:A9)", "[b]x[/b]", "\u202egnp.exe", "again and again"])
def test_any_name_is_kept_counted_and_found(shell: Shell, name: str) -> None:
    assert shell("medicine", name, "--count").status == 0
    assert at(shell, 20)("medicine", "again").status == 0
    assert len(taken(shell)) == 2
    found = shell("log", "--medicine", name, "--json").facts["entries"]
    assert len(found) == 2
    shell("report", "x.csv", "--with", "medicine")
    cells = Path("x.csv").read_text(encoding="utf-8").replace('"', "").split(",")
    assert not any(cell.startswith("=SUM") for cell in cells)


def test_a_name_of_200_letters_is_too_long_to_be_counted_and_can_be_noted(shell: Shell) -> None:
    said = shell("medicine", "x" * 200, "--count")
    assert said.status == 2
    assert said.err == "A name can have 120 characters at most, and this one has 200. Write a shorter one.\n"
    assert shell("medicine", "x" * 200).status == 0


def test_again_without_anything_counted_says_what_to_do(either: Shell) -> None:
    either("medicine", "one of the white ones")
    said = either("medicine", "again")
    assert said.status == 2
    assert len(said.err.splitlines()) <= 2
    assert len(taken(either)) == 1


def test_one_that_was_stopped_is_not_meant_by_again(counting: Shell) -> None:
    at(counting, 9)("medicine", "Pill B", "--count")
    at(counting, 10)("medicine", "Pill B", "--turn", "stopped")
    at(counting, 15)("medicine", "again")
    assert taken(counting)[0]["name"] == NAME


def test_the_log_of_one_medicine_counts_days_and_weeks(counting: Shell) -> None:
    for day in (10, 11, 12):
        at(counting, 8, day=day)("medicine", "again")
    said = counting("log", "--medicine", NAME.upper())
    assert said.status == 0
    assert "(1) · (3)" in said.out
    assert counting("log", "--medicine", "Pill C").status == 2
    listed = counting("medicine", "--list", "--json").facts["medicines"]
    assert listed == [{"name": NAME, "today": 1, "week": 3, "most": 2, "apart": 6, "turn": None}]


def test_it_is_undone_and_comes_back_as_one(counting: Shell) -> None:
    at(counting, 15)("medicine", "again")
    assert counting("undo").status == 0
    assert len(taken(counting)) == 1
    assert at(counting, 15)("medicine", "again").status == 0


def test_a_report_takes_all_of_it_along_and_back_or_leaves_all_of_it_at_home(counting: Shell) -> None:
    counting("medicine", NAME, "--turn", "started")
    counting("report", "all.json", "--with", "medicine")
    counting("report", "none.json", "--without", "medicine")
    before = counting.entries()
    none = Path("none.json").read_text(encoding="utf-8")
    assert NAME not in none
    counting.monkeypatch.setenv("RYGGKOMPIS_HOME", str(counting.home.parent / "other"))
    assert counting("import", "all.json").status == 0
    assert told(counting.entries()) == told(before)
    assert NAME in Path("all.json").read_text(encoding="utf-8")


def test_behind_the_lock_nothing_is_asked_and_it_says_what_was_not_looked_at(shell: Shell) -> None:
    shell("medicine", NAME, "--most", "1")
    lock(shell.home)
    said = shell("medicine", NAME)
    assert said.status == 0
    assert "not looked at" in said.err
    given(shell, PASSPHRASE)
    assert shell("medicine", "--list", "--json").facts["medicines"][0]["today"] == 1


def test_erasing_a_dose_leaves_no_trace_of_it(counting: Shell) -> None:
    dose = taken(counting)[0]["id"]
    assert counting("erase", str(dose), "--yes").status == 0
    assert taken(counting) == []


def test_in_plain_lines_it_is_asked_once_and_then_noted_again(either: Shell) -> None:
    lines(either, *FIRST)
    lines(either, place("Write down a medicine"), NAME, "yes", "2", "6")
    said = lines(either, place("The latest medicine again"), "0")
    assert WORDS[either.language][0] in said.err
    assert len(taken(either)) == 1
    lines(either, place("The latest medicine again"), "yes")
    assert len(taken(either)) == 2


def test_in_plain_lines_a_name_that_counts_already_is_noted_and_not_asked_about_anew(either: Shell) -> None:
    lines(either, *FIRST)
    lines(either, place("Write down a medicine"), NAME, "yes", "2", "6")
    said = lines(either, place("Write down a medicine"), "0", NAME.upper(), "yes")
    assert len(taken(either)) == 2
    assert WORDS[either.language][0] in said.err


def test_in_plain_lines_what_is_broken_off_is_not_kept(either: Shell) -> None:
    lines(either, *FIRST)
    with pytest.raises(NoMoreAnswers):
        lines(either, place("Write down a medicine"), NAME, "yes")
    assert [one for one in either.entries() if "medicine" in str(one["kind"])] == []


def test_in_plain_lines_limits_are_changed_and_one_is_stopped(either: Shell) -> None:
    lines(either, *FIRST)
    lines(either, place("Write down a medicine"), NAME, "yes", "2", "")
    lines(either, place("Write down a medicine"), "9", "1", "1", "3", "")
    lines(either, place("Write down a medicine"), "9", "1", "3", "2026-03-01")
    told = [one for one in either.entries() if one["kind"] == "own_medicine"]
    assert [(one.get("most"), one.get("turn"), one["day"]) for one in told] == [
        (3, None, "2026-03-02"),
        (2, None, "2026-03-02"),
        (None, "stopped", "2026-03-01"),
    ]
