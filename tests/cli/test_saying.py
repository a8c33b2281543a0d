"""Commands that write: what is kept is what was said, and blank stays unknown."""

import pytest

from ryggkompis.content.loading import load_red_flags
from tests.cli.conftest import Shell

SAID = [
    (("walk", "12"), {"kind": "walk", "minutes": 12}),
    (
        ("walk", "12", "--peak", "4", "--settled", "0", "--further-down"),
        {"minutes": 12, "peak_leg": 4, "settled": 0, "further_down": True},
    ),
    (("walk", "12", "--no-further-down"), {"further_down": False}),
    (
        ("did", "e01", "--level", "2", "--sets", "1", "--response", "up"),
        {"kind": "exercise", "exercise": "E01", "level": 2, "sets": 1, "response": "up"},
    ),
    (("did", "A1", "--minutes", "10"), {"kind": "comfort", "comfort": "A1", "minutes": 10}),
    (("moved",), {"kind": "position_change"}),
    (("note", "Sat", "too long"), {"kind": "note", "text": "Sat too long"}),
    (("medicine", "One tablet"), {"kind": "medicine", "text": "One tablet"}),
    (("event", "First visit", "--kind", "visit"), {"kind": "event", "event": "visit", "text": "First visit"}),
    (("event", "New chair"), {"event": "other"}),
    (("evening", "--leg", "3", "--worst", "6"), {"kind": "evening", "leg_avg": 3, "leg_worst": 6}),
    (("evening", "--sit", "20_40"), {"sit_longest": "20_40"}),
    (("evening", "--no-walk"), {"walked": False}),
    (("evening", "--walk"), {"walked": True}),
    (("weekly", "--goals", "4,?,6", "--change", "-2"), {"goals": [4, None, 6], "global_change": -2}),
    (("weekly", "--work", "off", "--worry", "7"), {"work": "off", "worry": 7}),
    (("weekly", "--worse", "lying,sitting"), {"worsens": ["lying", "sitting"]}),
    (("weekly", "--worry", "2", "--eases", "none"), {"eases": []}),
    (("checkin", "--leg", "0", "--back", "10", "--no-flare"), {"leg": 0, "back": 10, "flare": False}),
    (
        ("checkin", "--site", "calf", "--numb", "less", "--morning", "better", "--wakes", "3", "--flare"),
        {"site": "calf", "numb": "less", "morning": "better", "sleep_wakes": 3, "flare": True},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "kept"), SAID)
def test_what_is_said_is_kept(either: Shell, arguments: tuple[str, ...], kept: dict[str, object]) -> None:
    said = either(*arguments)

    assert said.status == 0
    assert said.err
    (entry,) = either.entries()
    assert entry.items() >= kept.items()
    assert entry["tz"] == "Europe/Oslo"


def test_that_nothing_of_a_list_fits_is_an_answer_and_stands_in_the_log(shell: Shell) -> None:
    said = shell("weekly", "--eases", "none", "--worse", "none")
    assert said.err.startswith(
        "Saved: The week: nothing on the list makes it worse · nothing on the list eases it"
    )
    assert "nothing on the list makes it worse · nothing on the list eases it" in shell("log").out
    shell("weekly", "--worry", "2")
    assert shell("log").out.count("nothing on the list") == 2


def test_what_is_not_said_is_unknown_and_never_zero(shell: Shell) -> None:
    shell("checkin", "--leg", "4")

    assert shell.entries()[0].keys().isdisjoint({"back", "site", "numb", "morning", "sleep_wakes", "flare"})


@pytest.mark.parametrize("arguments", [("walk", "5"), ("moved",), ("evening", "--leg", "2")])
def test_json_gives_the_entry_as_it_is_kept(shell: Shell, arguments: tuple[str, ...]) -> None:
    said = shell(*arguments, "--json")

    assert said.facts["saved"] == shell.entries()


def test_a_check_in_shows_the_plan_and_what_was_kept(shell: Shell) -> None:
    said = shell("checkin", "--leg", "4", "--flags", "none", "--json")

    assert {entry["kind"] for entry in said.facts["saved"]} == {"gate", "check_in"}
    assert said.facts["level"] == 0


def test_a_check_in_without_flags_leaves_the_gate_open_and_asks(shell: Shell) -> None:
    said = shell("checkin", "--leg", "4", "--json")

    assert "GATE" in {decision["rule"] for decision in said.facts["decisions"]}
    assert [entry["kind"] for entry in shell.entries()] == ["check_in"]


def test_a_flag_that_is_not_named_was_answered_no(shell: Shell) -> None:
    shell("checkin", "--flags", "MOT1")

    answers = shell.entries()[0]["answers"]
    assert answers.pop("MOT1") == "yes"
    assert set(answers.values()) == {"no"}
    assert len(answers) == sum(flag.only_when is None for flag in load_red_flags().flags) - 1


def test_undo_takes_back_the_latest_or_the_one_that_is_named(either: Shell) -> None:
    either("walk", "5")
    either("note", "stays")
    walk = either.entries()[1]["id"]
    assert either("undo", walk[:20]).status == 0
    assert [entry["kind"] for entry in either.entries()] == ["note"]
    assert either("undo", "--json").facts["undone"]
    assert either.entries() == []


def test_a_safety_answer_is_not_undone(shell: Shell) -> None:
    shell("checkin", "--flags", "CES1")
    said = shell("undo")

    assert said.status == 2
    assert "ryggkompis clear" in said.err
    assert "ryggkompis log" in shell("undo", "NOPE").err


def test_clearing_asks_once_more(shell: Shell) -> None:
    shell("checkin", "--flags", "CES1")

    assert shell("clear", "--by", "Me", answers="2\n").status == 2
    assert shell("plan").status == 1
    assert shell("clear", "--by", "Me", answers="\n1\n").status == 0
    assert shell("plan").status == 0


def test_there_must_be_a_lock_to_clear(either: Shell) -> None:
    assert either("clear", "--by", "Me", "--yes").status == 2
