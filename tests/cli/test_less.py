"""``less``: what is less is kept, shown beside the plan, and the plan itself stays."""

import pytest

from tests.cli.conftest import TODAY, Shell

ABOUT = ("profile", "--exclusions", "none", "--tolerance", "9")
ORDINARY = ("checkin", "--leg", "4", "--flags", "none")


def test_a_bad_day_is_the_minimum_version_beside_the_plan(either: Shell) -> None:
    either(*ABOUT)
    either(*ORDINARY)
    before = either("plan", "--json").facts
    assert before["adjusted"] is None
    after = either("less", "--bad-day", "--json").facts

    assert after["saved"][0]["adjust"] == "minimum"
    assert {name: after[name] for name in ("walks", "exercises", "comfort")} == {
        name: before[name] for name in ("walks", "exercises", "comfort")
    }
    assert after["adjusted"] == {
        "minimum": True,
        "walks": before["walks"][:1],
        "exercises": [],
        "skipped": [],
        "comfort": before["comfort"][:1],
    }
    said = either("plan").out
    assert before["exercises"][0]["id"] not in said
    assert str(before["walks"][0]) in said


def test_exercises_are_left_out_and_made_easier_by_name(either: Shell) -> None:
    either(*ABOUT)
    either(*ORDINARY)
    first, second = (one["id"] for one in either("plan", "--json").facts["exercises"][:2])
    said = either("less", "--skip", first.lower(), "--easier", second)

    assert said.status == 0
    assert said.err.count("\n") == 2
    assert {e["adjust"]: e["exercise"] for e in either.entries() if e["kind"] == "adjustment"} == {
        "skip": first,
        "easier": second,
    }
    adjusted = either("plan", "--json").facts["adjusted"]
    assert adjusted["skipped"] == [first]
    assert (
        adjusted["exercises"][0].items() >= {"id": second, "easier": True, "as_little_as_fits": True}.items()
    )
    assert len([line for line in said.out.splitlines() if line.startswith(f"- {first}")]) == 1


def test_the_same_twice_is_kept_once_and_undone_once(shell: Shell) -> None:
    shell(*ORDINARY)
    shell("less", "--bad-day")
    shell("less", "--bad-day", "--bad-day")

    assert [e["kind"] for e in shell.entries()].count("adjustment") == 1
    shell("undo")
    assert shell("plan", "--json").facts["adjusted"] is None


def test_a_period_shows_the_days_that_were_less(shell: Shell) -> None:
    shell(*ORDINARY)
    shell("less", "--bad-day")

    assert '"minimum": true' in shell("plan", "--from", TODAY, "--json").out


@pytest.mark.parametrize("arguments", [(), ("--skip", "E99"), ("--easier", "E18"), ("--skip", "A1")])
def test_what_cannot_be_less_is_told_and_nothing_is_kept(either: Shell, arguments: tuple[str, ...]) -> None:
    either(*ABOUT)
    either(*ORDINARY)
    said = either("less", *arguments)

    assert said.status == 2
    assert said.out == ""
    assert said.err
    assert "adjustment" not in {entry["kind"] for entry in either.entries()}


@pytest.mark.parametrize("arguments", [("--bad-day",), ("--skip", "E01")])
def test_under_a_lock_there_is_nothing_to_make_less(either: Shell, arguments: tuple[str, ...]) -> None:
    either("checkin", "--leg", "4", "--flags", "CES1")
    said = either("less", *arguments)
    assert (said.status, said.out) == (1, either("plan").out), "what holds the plan is said again"
    assert said.err
    assert "adjustment" not in {entry["kind"] for entry in either.entries()}


def test_more_than_planned_is_kept_with_a_kind_word(shell: Shell) -> None:
    shell(*ORDINARY)
    planned = shell("plan", "--json").facts["walk_minutes"]

    assert "more than planned" not in shell("walk", str(planned)).err
    assert "does not rise because of it" in shell("walk", "1").err
    shell("undo")
    shown = {one["id"] for one in shell("plan", "--json").facts["exercises"]}
    extra = next(id_ for id_ in ("E18", "E19", "E20") if id_ not in shown)
    assert "does not rise because of it" in shell("did", extra).err
    assert shell("plan", "--json").facts["walk_minutes"] == planned


def test_in_a_flare_up_more_than_planned_is_not_called_fine(shell: Shell) -> None:
    shell("checkin", "--leg", "4", "--back", "3", "--flare", "--flags", "none")
    planned = shell("plan", "--json").facts["walk_minutes"]
    said = shell("walk", str(planned + 1)).err
    assert "meant to be gentle" in said
    assert "that is fine" not in said
