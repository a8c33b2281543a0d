"""``plan``: the contract's keys, the statuses, and what no command does without a terminal."""

import json
import re
from typing import Any

import pytest

from ryggkompis.cli.plain import plain
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language, Level, Words
from ryggkompis.i18n.language import speaking, use
from ryggkompis.words.doses import amount, walks_in_words
from ryggkompis.words.lines import Line
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


def test_no_exercise_is_shown_before_the_safety_list_was_ever_answered(either: Shell) -> None:
    """The window asks the list first of all; somebody may come to the shell's plan past it."""
    either("profile", "--exclusions", "none", "--tolerance", "9")
    waits = either("plan")
    assert "(GATE)" in waits.out
    assert not re.search(r"E\d\d ", waits.out)
    assert re.search(r"A\d ", waits.out)

    for said in (("checkin", "--leg", "4"), ("checkin", "--nothing-new")):
        assert either(*said).status == 0
        plan = either("plan", "--json").facts
        assert (plan["exercises"], plan["walk_minutes"] > 0) == ([], True)

    either("checkin", "--flags", "none")
    assert re.search(r"E\d\d ", either("plan").out)
    assert "(GATE)" not in either("plan").out


def test_a_plan_in_words_says_why(either: Shell) -> None:
    either("profile", "--exclusions", "none", "--tolerance", "9")
    either("checkin", "--leg", "4", "--flags", "none")
    said = either("plan")

    assert said.status == 0
    assert re.search(r"E\d\d ", said.out)
    assert "(D" in said.out
    assert not said.err


def test_a_sentence_ends_before_the_command_that_helps_is_named() -> None:
    use("en")
    title, question = (
        Line(text, mark="mri", act="read") for text in ("To read: The picture", "To read: What?")
    )
    assert [*plain((title,)), *plain((question,))] == [
        "To read: The picture. “ryggkompis learn mri” shows it.",
        "To read: What? “ryggkompis learn mri” shows it.",
    ]


def test_a_red_flag_holds_the_plan_back_until_somebody_has_looked(either: Shell) -> None:
    either("checkin", "--leg", "4", "--flags", "CES1")
    locked = either("plan", "--json")

    assert locked.status == 1
    assert locked.facts["lock"] == {"flags": ["CES1"], "since": TODAY}
    assert (locked.facts["walks"], locked.facts["exercises"], locked.facts["comfort"]) == ([], [], [])

    card = either("plan")
    assert card.status == 1
    assert "116\xa0117" in card.out
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
    assert "116\xa0123" in said.out
    assert "4 × " in said.out or "4 gåturer" in said.out or "4 walks" in said.out


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
    assert "Left today" not in said.out
    assert "Igjen i dag" not in said.out


def test_without_a_command_and_a_terminal_today_is_printed(either: Shell) -> None:
    assert either().out == either("plan").out
    assert either("--json").facts == either("plan", "--json").facts


@pytest.mark.parametrize("arguments", [("--date", "2026-03-01"), ("--date=2026-03-01",)])
def test_another_day_can_be_spoken_of(shell: Shell, arguments: tuple[str, ...]) -> None:
    shell("walk", "7", *arguments)

    assert shell.entries()[0]["day"] == "2026-03-01"
    assert shell("plan", "--json", *arguments).facts["date"] == "2026-03-01"


@pytest.mark.parametrize(
    ("language", "walks", "words"),
    [
        ("en", (3, 3, 3, 3), "4 walks of 3 minutes each, 12 in all."),
        ("en", (5, 5, 6), "3 walks: 5, 5 and 6 minutes, 16 in all."),
        ("en", (1,), "1 walk of 1 minute."),
        ("nb", (3, 3, 3, 3), "4 gåturer på 3 minutter hver, 12 til sammen."),
        ("nb", (5, 5, 6), "3 gåturer: 5, 5 og 6 minutter, 16 til sammen."),
    ],
)
def test_walks_of_the_same_length_are_said_once(
    language: Language, walks: tuple[int, ...], words: str
) -> None:
    with speaking(language):
        assert walks_in_words(walks) == words


@pytest.mark.parametrize(
    ("much", "english", "bokmaal"),
    [
        ({"sets": 1, "reps": 6}, "6 times", "6 ganger"),
        ({"sets": 2, "reps": 8}, "2 sets of 8 times", "2 runder med 8 ganger"),
        ({"sets": 1, "seconds": 120}, "2 minutes", "2 minutter"),
        ({"sets": 1, "seconds": 60}, "1 minute", "1 minutt"),
        ({"sets": 3, "seconds": 90}, "3 sets, 90 seconds each", "3 runder, 90 sekunder hver gang"),
        (
            {"sets": 1, "reps": 8, "seconds": 5, "per_side": True},
            "8 times, 5 seconds each, on each side",
            "8 ganger, 5 sekunder hver gang, på hver side",
        ),
        ({"sets": 1}, "1 set", "1 runde"),
    ],
)
def test_how_much_of_an_exercise_reads_as_it_is_said(
    much: dict[str, Any], english: str, bokmaal: str
) -> None:
    level = replace(Level(sets=1, how=Words(nb="", en="")), **much)
    with speaking("en"):
        assert amount(level) == english
    with speaking("nb"):
        assert amount(level) == bokmaal


@pytest.mark.parametrize(("language", "day"), [("nb", "Mandag 2. mars 2026"), ("en", "Monday 2 March 2026")])
def test_the_day_begins_its_line_with_a_capital(shell: Shell, language: str, day: str) -> None:
    shell.language = language
    shell("walk", "7")

    assert shell("plan").out.startswith(day)
    assert shell("log").out.startswith(day)
    assert day in shell("checkin").err
    assert day in shell("evening").err


EASIER = {
    "en": "What is told now about earlier days makes today a little easier.",
    "nb": "Det du nå har fortalt om tidligere dager, gjør dagen i dag litt lettere.",
}


def test_what_is_told_late_and_makes_today_easier_is_said(either: Shell) -> None:
    either("profile", "--exclusions", "none", "--tolerance", "12")
    either("checkin", "--leg", "4", "--flags", "none")
    either.on(3, "checkin", "--leg", "4", "--flags", "none")
    before = either("plan", "--json").facts
    either("evening", "--leg", "4", "--date", "2026-03-02")
    assert EASIER[either.language] not in either("plan").out

    either("walk", "10", "--peak", "9", "--date", "2026-03-02")
    after = either("plan")
    assert EASIER[either.language] in " ".join(after.out.split())
    assert either("plan", "--json").facts["walk_minutes"] < before["walk_minutes"]
    assert EASIER[either.language] in " ".join(either("plan").out.split()), "for the rest of the day"


def test_a_plan_that_was_held_today_stays_held_however_often_one_looks(either: Shell) -> None:
    """The answer can be read no more, and the whole list is answered with no since."""
    assert either("checkin", "--leg", "3", "--flags", "CES1").status == 1
    (month,) = (either.home / "journal").glob("*.json")
    month.write_bytes(b"")
    for _look in range(3):
        assert either("checkin", "--leg", "3", "--flags", "none").status == 1
        assert either("plan").status == 1


@pytest.mark.parametrize("arguments", [("--date", "-1"), ("--from", "-2", "--until", "-1")])
def test_a_plan_of_another_day_says_first_that_today_is_held(
    either: Shell, arguments: tuple[str, ...]
) -> None:
    before = either("plan", *arguments)
    either("checkin", "--leg", "3", "--flags", "CES1")
    held = either("plan", *arguments)
    assert before.status == 0
    assert held.status == 1
    assert "116\N{NO-BREAK SPACE}117" in held.out.splitlines()[1]
    assert held.out.splitlines()[0] not in before.out
    assert either("plan", *arguments, "--json").status == 1
