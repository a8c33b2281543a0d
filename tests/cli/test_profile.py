"""The first questions as options, so that a whole day can be done in the shell."""

import pytest

from ryggkompis.domain.base.scales import EXCLUSIONS
from ryggkompis.words.entry_names import choice_name
from tests.cli.conftest import Shell

WHOLE = (
    "--onset", "2026-02-02", "--side", "left", "--tolerance", "15", "--walks", "20",
    "--goal", "tie my shoes", "--goal", "carry the shopping home",
    "--exclusions", "none", "--careful", "flex,balance",
)  # fmt: skip


def test_all_that_is_asked_first_can_be_told_at_once(either: Shell) -> None:
    assert either("profile", *WHOLE).status == 0

    known = either("profile", "--json").facts["profile"]
    assert (
        known.items()
        >= {
            "onset": "2026-02-02",
            "side": "left",
            "walk_tolerance": 15,
            "walks_now": 20,
            "goals": ["tie my shoes", "carry the shopping home"],
            "exclusions": [],
            "sensitivities": ["flex", "balance"],
        }.items()
    )


def test_what_is_not_named_stays_as_it_is(shell: Shell) -> None:
    shell("profile", *WHOLE)
    shell("visit", "--next", "2026-03-20")
    shell.on(3, "profile", "--tolerance", "25", "--careful", "none")

    known = shell("profile", "--json").facts["profile"]
    assert (known["walk_tolerance"], known["sensitivities"], known["side"]) == (25, [], "left")
    assert known["next_visit"] == "2026-03-20"
    assert shell("undo").status == 0
    assert shell("profile", "--json").facts["profile"]["walk_tolerance"] == 15


def test_what_nobody_answered_is_not_taken_as_no(shell: Shell) -> None:
    refused = shell("profile", "--side", "left")

    assert refused.status == 2
    assert "--exclusions none" in refused.err
    assert shell("profile", "--json").facts == {"profile": None}
    assert "not answered yet" in shell("profile").out


def test_what_may_be_chosen_is_told_with_what_it_means(either: Shell) -> None:
    for refused in (either("profile", "--side", "left"), either("profile", "--exclusions", "x")):
        assert all(choice_name("exclusions", one) in refused.err for one in EXCLUSIONS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--new-episode",),
        ("--correction",),
        ("--side", "left", "--new-episode"),
        ("--side", "left", "--correction"),
        ("--onset", "2026-03-01", "--new-episode", "--correction"),
        ("--onset", "2026-03-01", "--new-episode", "--enough"),
        ("--onset", "2026-03-01", "--new-episode", "--no-enough"),
    ],
)
def test_nothing_that_is_said_is_dropped_without_a_word(either: Shell, arguments: tuple[str, ...]) -> None:
    either("profile", *WHOLE)
    before = either.entries()
    said = either("profile", *arguments)
    assert (said.status, said.out) == (2, "")
    assert "--" in said.err
    assert either.entries() == before


def test_what_excludes_means_no_plan_here(shell: Shell) -> None:
    shell("profile", "--side", "left", "--exclusions", "pregnant,operated")

    assert shell("plan", "--json").facts["exercises"] == []


@pytest.mark.parametrize("tolerance", ["-1", "601", "ten"])
def test_a_number_that_cannot_be_is_refused(shell: Shell, tolerance: str) -> None:
    assert shell("profile", "--exclusions", "none", "--tolerance", tolerance).status == 2
    assert shell("profile", "--exclusions", "none", "--tolerance", "600").status == 0


def test_a_whole_first_day_by_options_alone(shell: Shell) -> None:
    for command in (
        ("profile", *WHOLE),
        ("checkin", "--flags", "none", "--morning", "same", "--site", "calf", "--leg", "4", "--back", "2"),
        ("walk", "7", "--peak", "4", "--settled", "15", "--no-further-down"),
        ("did", "E01", "--sets", "1", "--response", "same"),
        ("evening", "--leg", "4", "--sit", "20_40"),
    ):
        assert shell(*command).status == 0, command

    assert [entry["kind"] for entry in shell.entries()][:3] == ["evening", "exercise", "walk"]
    assert sorted(entry["kind"] for entry in shell.entries()[3:]) == ["check_in", "gate", "profile"]
    assert "first questions are waiting" not in shell("plan").out


def test_what_is_enough_is_said_and_taken_back_and_the_rest_stays(either: Shell) -> None:
    either("profile", "--exclusions", "none", "--tolerance", "60", "--walks", "28")
    either("checkin", "--leg", "3", "--flags", "none")
    level = either("plan", "--json").facts["level"]
    assert level >= 6

    assert either("profile", "--enough").status == 0
    assert either.entries()[0].items() >= {"walk_enough": level, "walk_tolerance": 60}.items()
    assert either("profile", "--no-enough").status == 0
    assert "walk_enough" not in either.entries()[0]


def test_that_it_is_enough_cannot_be_said_of_the_first_levels(shell: Shell) -> None:
    shell("profile", "--exclusions", "none", "--tolerance", "5")
    shell("checkin", "--leg", "3", "--flags", "none")
    said = shell("profile", "--enough")
    assert said.status == 2
    assert "from level 6 on" in said.err
    assert "walk_enough" not in shell.entries()[0]
