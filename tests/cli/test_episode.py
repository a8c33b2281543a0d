"""``episode``: begun anew, closed, reopened; a good end in the shell and in lines."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.cli.errors import NoMoreAnswers
from tests.cli.conftest import Ran, Shell, at, listed
from tests.cli.test_lines import NOTHING_FITS, lines, place
from tests.well_again import HALF_A_YEAR, ONSET, TODAY

BACK = TODAY + timedelta(days=HALF_A_YEAR)
THE_EPISODE = "This episode: how to go on, or that it is back"


def test_in_the_shell_a_good_end_and_half_a_year_later_a_new_first_week(well: Shell) -> None:
    plan = well("plan")
    assert "“ryggkompis episode”" in plan.out or "«ryggkompis episode»" in plan.out
    page = well("episode")
    assert page.status == 0
    assert {"nb": "Dette har du nådd", "en": "What you have reached"}[well.language] in page.out
    ended = well("episode", "end", "--how", "well", "--json")
    assert (ended.status, ended.facts["saved"][0]["ended"]) == (0, "well")

    at(well, BACK)
    closed = well("plan")
    assert (closed.status, closed.err) == (0, "")
    assert {"nb": "Denne episoden er avsluttet.", "en": "This episode is closed."}[
        well.language
    ] in closed.out
    facts = well("plan", "--json").facts
    assert (facts["walks"], facts["exercises"], facts["advice"]) == ([], [], [])
    assert facts["episode"] == {"start": str(ONSET), "end": str(TODAY), "closed": True}

    asked = well("checkin", "--flags", "none", "--leg", "6")
    assert "“ryggkompis episode new”" in asked.err or "«ryggkompis episode new»" in asked.err
    begun = well("episode", "new", "--tolerance", "10", "--walks", "15", "--goal", "ski", "--json")
    assert (begun.status, [one["kind"] for one in begun.facts["saved"]]) == (0, ["episode", "profile"])
    assert begun.facts["episode"] == {"start": str(BACK), "end": None, "closed": False}
    assert 0 < begun.facts["walk_minutes"] <= 18
    assert {"nb": "uke 1", "en": "week 1"}[well.language] in well("plan").out
    assert [(one["start"], one["closed"]) for one in listed(well)] == [(str(ONSET), True), (str(BACK), False)]


def test_in_lines_a_good_end_and_half_a_year_later_a_new_first_week(well: Shell) -> None:
    said = lines(well, place(THE_EPISODE), "", "4", "1")
    assert {"nb": "Dette har du nådd", "en": "What you have reached"}[well.language] in said.out + said.err
    assert listed(well)[-1]["ended"] == "well"

    at(well, BACK)
    said = lines(well, place("Today's plan, and why"))
    assert {"nb": "Denne episoden er avsluttet.", "en": "This episode is closed."}[well.language] in said.out
    lines(well, place(THE_EPISODE), *NOTHING_FITS, "1", "1", "2", "10", "15", "ski", "", "")
    assert [(one["start"], one["closed"]) for one in listed(well)] == [(str(ONSET), True), (str(BACK), False)]
    profile = well("profile", "--json").facts["profile"]
    assert (profile["side"], profile["walk_tolerance"], profile["walks_now"]) == ("right", 10, 15)
    assert {"nb": "uke 1", "en": "week 1"}[well.language] in well("plan").out


def test_lines_that_end_between_two_answers_begin_nothing(well: Shell) -> None:
    well("episode", "end")
    at(well, BACK)
    answers = (*NOTHING_FITS, "1", "1", "2", "10", "15")
    for n in range(1, len(answers)):
        with suppress(NoMoreAnswers):
            lines(well, place(THE_EPISODE), *answers[:n])
        assert listed(well)[-1]["closed"], answers[:n]
        # What was answered of safety is kept; it is asked anew on another day.
        at(well, BACK + timedelta(days=n))


def test_a_yes_before_it_is_begun_anew_holds_and_begins_nothing(well: Shell) -> None:
    well("episode", "end")
    at(well, BACK)
    said = lines(well, place(THE_EPISODE), "1", "1")
    assert "1 1 3" in said.out + said.err or "116" in said.out + said.err
    assert well("plan").status == 1
    assert len(listed(well)) == 1


def test_the_old_one_goes_on_where_that_is_answered(well: Shell) -> None:
    well("episode", "end")
    lines(well, place(THE_EPISODE), *NOTHING_FITS, "2")
    assert (len(listed(well)), listed(well)[-1]["closed"]) == (1, False)
    assert well("plan", "--json").facts["walks"]


def test_a_check_in_in_lines_asks_it_too_and_without_an_answer_nothing_changes(well: Shell) -> None:
    well("episode", "end")
    at(well, BACK)
    not_tried = "0"
    morning = (not_tried, *NOTHING_FITS, "2", "1", "0", "0", "0", "3", "2")
    lines(well, place("Check in"), *morning, "")
    assert listed(well)[-1]["closed"]
    assert well("plan", "--json").facts["walks"] == []


def test_taken_back_the_end_is_undone(well: Shell) -> None:
    before = well("plan").out
    well("episode", "end", "--how", "enough")
    assert well("plan").out != before
    well("undo")
    assert well("plan").out == before
    well("episode", "end")
    well("episode", "reopen")
    assert well("plan", "--json").facts["walks"]


@pytest.mark.parametrize(
    "yes",
    [
        ("checkin", "--flags", "CES1"),
        ("checkin", "--flags", "MOT1=unsure"),
        ("episode", "new", "--flags", "CES1"),
    ],
)
def test_a_yes_given_in_any_way_holds_when_it_is_closed(well: Shell, yes: tuple[str, ...]) -> None:
    well("episode", "end")
    at(well, BACK)
    well(*yes)
    assert well("plan").status == 1
    assert well("episode").status == 0
    assert well("urgent").status == 0


@pytest.mark.parametrize("days", [1, 6, 700])
@pytest.mark.parametrize(
    "begin",
    [("episode", "new"), ("profile", "--onset", "{day}", "--new-episode")],
    ids=("episode", "profile"),
)
def test_no_episode_begins_on_a_list_from_another_day(well: Shell, begin: tuple[str, ...], days: int) -> None:
    well("checkin", "--flags", "none")
    well("episode", "end")
    day = TODAY + timedelta(days=days)
    at(well, day)
    refused = well(*(word.format(day=day) for word in begin))
    assert (refused.status, refused.out) == (2, "")
    assert "--flags none" in refused.err
    assert len(listed(well)) == 1

    begun = well(*(word.format(day=day) for word in begin), answers="\n".join((*NOTHING_FITS, "")))
    assert begun.status == 0
    assert [one["start"] for one in listed(well)] == [str(ONSET), str(day)]


@pytest.mark.parametrize(
    "begin",
    [("episode", "new"), ("profile", "--onset", str(BACK), "--new-episode")],
    ids=("episode", "profile"),
)
def test_under_a_lock_no_episode_begins(well: Shell, begin: tuple[str, ...]) -> None:
    well("episode", "end")
    at(well, BACK)
    answered = well(*begin, "--json", answers="1\n1\n")
    assert answered.status == 1
    assert answered.facts["lock"]["flags"] == ["CES1"]
    assert [one["kind"] for one in answered.facts["saved"]] == ["gate"]
    for day in (BACK, BACK + timedelta(days=3)):
        at(well, day)
        assert well(*begin).status == 1
        assert len(listed(well)) == 1


def test_in_lines_a_lock_comes_before_how_to_go_on_and_before_a_new_episode(well: Shell) -> None:
    well("checkin", "--flags", "CES1")
    card = {"nb": "Dette må sjekkes", "en": "This needs checking"}[well.language]
    open_ = lines(well, place(THE_EPISODE))
    assert card in open_.out + open_.err
    assert not listed(well)[-1]["closed"]
    well("episode", "end")
    closed = lines(well, place(THE_EPISODE))
    assert card in closed.out + closed.err
    assert len(listed(well)) == 1


def test_a_check_in_after_an_end_asks_the_list_before_it_asks_what_is_new(well: Shell) -> None:
    well("checkin", "--flags", "none")
    well("episode", "end")
    at(well, TODAY + timedelta(days=3))
    nothing_new, as_yesterday = "0", ("2", "0", "0", "0", "0", "1", "1")
    anew = ("1", "1", "2", "10", "15", "", "")
    said = lines(well, place("Check in"), nothing_new, *as_yesterday, *NOTHING_FITS, *anew)
    assert said.status == 0
    assert [one["start"] for one in listed(well)] == [str(ONSET), str(TODAY + timedelta(days=3))]
    gates = [entry for entry in well.entries() if entry["kind"] == "gate" and entry["scope"] == "full"]
    assert gates[0]["day"] == str(TODAY + timedelta(days=3))


@pytest.mark.parametrize(("safety", "episodes", "status"), [(NOTHING_FITS, 2, 0), (("1", "1"), 1, 1)])
def test_in_the_first_questions_a_new_episode_needs_the_list_too(
    well: Shell, safety: tuple[str, ...], episodes: int, status: int
) -> None:
    well("checkin", "--flags", "none")
    at(well, TODAY + timedelta(days=1))
    welcome, this_week, rest, anew = ("", "0", "0"), "1", ("1", "", "", "", "", "", "0"), "1"
    lines(well, place("The first questions, about you"), *welcome, this_week, *rest, anew, *safety)
    assert len(listed(well)) == episodes
    assert well("plan").status == status


def test_what_logs_still_logs_when_it_is_closed(well: Shell) -> None:
    well("episode", "end")
    at(well, BACK)
    for said in (
        ("walk", "20"),
        ("did", "E01"),
        ("did", "A1", "--minutes", "10"),
        ("note", "x"),
        ("medicine", "x"),
        ("event", "x"),
        ("moved",),
        ("evening", "--leg", "1"),
        ("weekly", "--worry", "1"),
    ):
        assert well(*said).status == 0, said
    assert listed(well)[-1]["closed"]
    assert well("plan").status == 0


def test_the_sheet_of_a_closed_episode_is_the_page_of_what_was_reached(well: Shell, tmp_path: Path) -> None:
    well("episode", "end", "--how", "well")
    file = tmp_path / "page.html"
    assert well("sheet", str(file)).status == 0
    words = {
        "nb": ("Dette har du nådd", "begynner å komme tilbake"),
        "en": ("What you have", "begins to come back"),
    }
    assert all(one in file.read_text(encoding="utf-8") for one in words[well.language])
    assert "113" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("episode", "end", "--date", "2020-01-01"),
        ("episode", "end", "--how", "badly"),
        ("episode", "reopen"),
        ("episode", "rhythm"),
        ("episode", "rhythm", "never"),
        ("episode", "new", "--flags", "none", "--start", "2030-01-01"),
        ("episode", "new", "--flags", "none", "--start", "1980-01-01"),
        ("episode", "new", "--flags", "none", "--start", str(ONSET)),
        ("episode", "new", "--start", "yesterday"),
        ("episode", "new", "--flags", "none", "--goal", "a", "--goal", "b", "--goal", "c", "--goal", "d"),
        ("episode", "end", "daily"),
        ("episode", "begin"),
        ("profile", "--onset", str(TODAY)),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(well: Shell, arguments: tuple[str, ...]) -> None:
    before = listed(well)
    said = well(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert listed(well) == before


def test_an_onset_far_away_is_a_new_episode_or_a_correction(well: Shell) -> None:
    refused = well("profile", "--onset", str(TODAY))
    assert "--new-episode" in refused.err
    assert "--correction" in refused.err
    assert well("profile", "--onset", str(TODAY), "--correction").status == 2, "months were written before"
    well("checkin", "--flags", "none")
    said = well("profile", "--onset", str(TODAY), "--new-episode", "--json")
    assert [one["kind"] for one in said.facts["saved"]] == ["episode", "profile"]
    assert "walk_tolerance" not in said.facts["saved"][1]
    assert [one["start"] for one in listed(well)] == [str(ONSET), str(TODAY)]


def test_episodes_are_listed_and_an_overlap_is_told(well: Shell) -> None:
    well("episode", "new", "--flags", "none", "--start", str(TODAY - timedelta(days=20)))
    well("episode", "end", "--date", str(TODAY - timedelta(days=30)))
    at(well, TODAY + timedelta(days=40))
    first = listed(well)[0]
    assert (first["closed"], first["overlapped"]) == (True, False)
    assert well("episode", "--date", str(TODAY - timedelta(days=25))).status == 0


def test_all_episodes_are_listed_however_long_ago_and_their_number_shows_them(well: Shell) -> None:
    begun = [ONSET]
    for n in range(1, 4):
        begun.append(TODAY + timedelta(days=300 * n))
        at(well, begun[-1])
        well("episode", "new", "--flags", "none")
        well("checkin", "--leg", "5")
    assert [one["start"] for one in listed(well)] == [str(day) for day in begun]
    lines = [line for line in well("episode").out.splitlines() if line.startswith("- ")]
    assert len(lines) == len(begun)
    assert well("progress", "--episode", "4").status == 0
    assert well("progress", "--episode", "5").status == 2


def test_nothing_is_listed_where_nothing_was_written(either: Shell) -> None:
    assert listed(either) == []
    said = either("episode")
    assert (said.status, said.out) == (0, "")
    assert said.err.strip()


def test_it_is_said_in_the_language_of_now_whatever_it_was_then(well: Shell) -> None:
    well("episode", "end", "--how", "well")
    other: Ran = well("--lang", "en", "plan") if well.language == "nb" else well("--lang", "nb", "plan")
    assert {"nb": "well again", "en": "bra igjen"}[well.language] in other.out
