"""``plan``: the contract's keys, the statuses, and what no command does without a terminal."""

import json

import pytest

from tests.cli.conftest import TODAY, Shell

KEYS = {
    "date", "rules_version", "lock", "flare", "phase", "level", "walks", "walk_minutes", "exercises",
    "comfort", "position_minutes", "decisions", "advice",
}  # fmt: skip


def test_a_plan_is_one_document_with_the_promised_keys(either: Shell) -> None:
    plan = either("plan", "--json").facts

    assert plan.keys() >= KEYS
    assert plan["date"] == TODAY
    assert plan["lock"] is None
    assert plan["walk_minutes"] == sum(plan["walks"])
    assert all(e.keys() >= {"id", "level", "sets", "reps", "seconds"} for e in plan["exercises"])
    assert all(d.keys() == {"rule", "reason"} and d["reason"] for d in plan["decisions"])


def test_without_a_profile_the_plan_starts_at_level_0_and_says_what_waits(shell: Shell) -> None:
    plan = shell("plan", "--json").facts

    assert plan["level"] == 0
    assert "START" in {decision["rule"] for decision in plan["decisions"]}


def test_a_plan_in_words_says_why(either: Shell) -> None:
    either("checkin", "--leg", "4", "--flags", "none")
    said = either("plan")

    assert said.status == 0
    assert "E01" in said.out
    assert "(D" in said.out
    assert not said.err


def test_a_red_flag_holds_the_plan_back_until_somebody_has_looked(either: Shell) -> None:
    either("checkin", "--leg", "4", "--flags", "CES1")
    locked = either("plan", "--json")

    assert locked.status == 1
    assert locked.facts["lock"] == {"flags": ["CES1"], "since": TODAY}
    assert (locked.facts["walks"], locked.facts["exercises"], locked.facts["comfort"]) == ([], [], [])

    card = either("plan")
    assert card.status == 1
    assert "116 117" in card.out
    assert "E01" not in card.out

    assert either("clear", "--by", "Dr Ode", "--yes").status == 0
    assert either("plan").status == 0


def test_unsure_counts_as_yes(shell: Shell) -> None:
    shell("checkin", "--flags", "ces5=unsure")

    assert shell("plan").status == 1
    assert shell.entries()[0]["answers"]["CES5"] == "unsure"


def test_a_soft_flag_shows_its_card_and_keeps_the_plan(either: Shell) -> None:
    either("checkin", "--leg", "4", "--flags", "PSY1")
    said = either("plan")

    assert said.status == 0
    assert "116 123" in said.out
    assert "E01" in said.out


def test_a_period_is_one_object_a_line(shell: Shell) -> None:
    for day in (1, 2, 3):
        shell.on(day, "checkin", "--leg", "4", "--flags", "none")
    said = shell("plan", "--from", "2026-03-01", "--until", "2026-03-03", "--json")

    plans = [json.loads(line) for line in said.out.splitlines()]
    assert [plan["date"] for plan in plans] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert said.status == 0


def test_a_period_in_words_has_every_day(either: Shell) -> None:
    either.on(1, "checkin", "--leg", "4", "--flags", "none")
    said = either.on(2, "plan", "--from", "2026-03-01")

    assert said.out.count("(D") >= 2


def test_without_a_command_and_a_terminal_today_is_printed(either: Shell) -> None:
    assert either().out == either("plan").out
    assert either("--json").facts == either("plan", "--json").facts


@pytest.mark.parametrize("arguments", [("--date", "2026-03-01"), ("--date=2026-03-01",)])
def test_another_day_can_be_spoken_of(shell: Shell, arguments: tuple[str, ...]) -> None:
    shell("walk", "7", *arguments)

    assert shell.entries()[0]["day"] == "2026-03-01"
    assert shell("plan", "--json", *arguments).facts["date"] == "2026-03-01"
