"""``visit``: before it and after it."""

from typing import Any

import pytest

from tests.cli.conftest import Shell


def known(shell: Shell) -> Any:
    return shell("visit", "--json").facts


def test_a_visit_and_its_questions_are_kept_and_asked_no_more_when_it_has_been(either: Shell) -> None:
    assert "--next" in either("visit").out
    said = either("visit", "--next", "2026-03-05", "--question", "Kan jeg gå på ski?", "--question", "Ja?")
    assert said.status == 0
    assert known(either) == {
        "next_visit": "2026-03-05",
        "questions": ["Kan jeg gå på ski?", "Ja?"],
        "last_visit": None,
    }
    assert "Kan jeg gå på ski?" in either("visit").out
    assert "--agreed" in either.on(6, "visit").err

    either.on(5, "visit", "--agreed", "less lifting", "--next", "2026-04-02")
    assert known(either) == {"next_visit": "2026-04-02", "questions": [], "last_visit": "2026-03-05"}
    assert "less lifting" in either("report", "-", "--format", "txt").out
    assert "--agreed" not in either.on(6, "visit").err


def test_what_was_agreed_can_be_told_about_an_earlier_day(either: Shell) -> None:
    either("visit", "--agreed", "rest on Sundays", "--date", "2026-02-27")
    assert known(either)["last_visit"] == "2026-02-27"
    (entry,) = either.entries()
    assert (entry["day"], entry["event"], entry["text"]) == ("2026-02-27", "visit", "rest on Sundays")


def test_the_same_visit_told_twice_is_one(either: Shell) -> None:
    either("visit", "--agreed", "rest on Sundays")
    said = either("visit", "--agreed", "rest on Sundays", "--next", "2026-04-02")
    assert said.status == 0
    assert known(either)["next_visit"] == "2026-04-02"
    either("visit", "--agreed", "walk on Mondays")
    told = [one["text"] for one in either.entries() if one["kind"] == "event"]
    assert sorted(told) == ["rest on Sundays", "walk on Mondays"]


def test_the_rest_of_the_profile_stays_as_it_was(either: Shell) -> None:
    either("visit", "--next", "2026-03-05", "--question", "A?")
    either("visit", "--question", "B?")
    assert known(either)["next_visit"] == "2026-03-05"
    either("visit", "--next", "2026-03-06")
    assert known(either)["questions"] == ["B?"]
    either("visit", "--question", "")
    assert known(either) == {"next_visit": "2026-03-06", "questions": [], "last_visit": None}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--next", "2026-03-01"),
        ("--next", "soon"),
        ("--question", "a", "--question", "b", "--question", "c", "--question", "d"),
        ("--question", "x" * 200),
        ("--agreed", "  "),
        ("--agreed", "x", "--next", "2020-01-01"),
        ("--agreed", "x", "--date", "2027-01-01"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(either: Shell, arguments: tuple[str, ...]) -> None:
    said = either("visit", *arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert not either.home.exists()
