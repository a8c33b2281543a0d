"""Every fault planted in the real files gives one clear line: file, line, field, what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.content.errors import ContentError
from ryggkompis.content.files import data_file
from ryggkompis.content.loading import load_catalogue, load_red_flags

EXERCISES = data_file("exercises.yaml").read_text(encoding="utf-8")
RED_FLAGS = data_file("red_flags.yaml").read_text(encoding="utf-8")


def planted(text: str, after: str, old: str, new: str) -> tuple[str, int]:
    """Replace the first ``old`` behind ``after``; give the text and the line where it was."""
    at = text.index(old, text.index(after))
    return text[:at] + new + text[at + len(old) :], text.count("\n", 0, at) + 1


def refusal(load: Callable[[Path], object], path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(path)
    assert caught.value.status == 2
    assert "\n" not in str(caught.value)
    return str(caught.value)


WHOLE = "this must be a whole number, without quotes."
TRUTH = "this must be true or false, without quotes."
UNKNOWN = "this key is not known here. Check how it is spelt."
TAKEN = "is taken already. Give each item an id of its own."
KEYS = "here go keys and values, one “key: value” on each line."
PHASES = "{ early: 1 }"
NAME = "nb: Muslingen"
NO_AMOUNT = "say how much, with reps, seconds or metres."
BUILD = "  build: { most: 5, minutes: 20 }\n"


@pytest.mark.parametrize(
    ("item", "change", "field", "said"),
    [
        ("E03", ("purpose:", "purprose:"), "purprose", UNKNOWN),
        ("E03", ("  en: Lie", "  sv: Lie"), "start.sv", UNKNOWN),
        ("E05", ("tags: [FLEX", "tags: [FLEKS"), "tags.1", "this must be one of RELIEF, FLEX, EXT, NEURO, "),
        ("E05", ("tags: [FLEX, SUPINE]", "tags: FLEX"), "tags", "here goes a list, like [one, two]."),
        ("E05", ("hours: 2", "hours: 13"), "after_waking_hours", "this must be 12 or less."),
        ("E05", (PHASES, "{ early: 0 }"), "phases.early", "this must be 1 or more."),
        ("E05", (PHASES, "{ tidlig: 1 }"), "phases.tidlig", "this must be one of acute, early, "),
        ("E05", (PHASES, "early"), "phases", KEYS),
        ("E07", ("leg_max: 5", "leg_max: 11"), "base_leg_max", "this must be 10 or less."),
        ("E10", ("sets: 1", "sets: one"), "levels.1.sets", WHOLE),
        ("E10", ("sets: 1", "sets: 1.5"), "levels.1.sets", WHOLE),
        ("E10", ("sets: 1", "sets: '1'"), "levels.1.sets", WHOLE),
        ("E10", ("sets: 1", "sets: true"), "levels.1.sets", WHOLE),
        ("E10", ("sets: 2", "sets: 6"), "levels.2.sets", "this must be 5 or less."),
        ("E10", ("reps: 5", "reps: 0"), "levels.1.reps", "this must be 1 or more."),
        ("E10", ("side: true", "side: yes"), "levels.4.per_side", TRUTH),
        ("E11", (NAME, "nb: 11"), "name.nb", "this must be text. Put quotes around it."),
        ("E11", (NAME, "nb: true"), "name.nb", "this must be text. Put quotes around it."),
        ("E11", (NAME, "nb: null"), "name.nb", "there is no text here. Write some."),
        ("E11", (NAME, "nb: ' '"), "name.nb", "there is no text here. Write some."),
        ("E11", (NAME, f"nb: {'x' * 1001}"), "name.nb", "this text is longer than 1000 characters."),
        ("E11", ("{ nb: Muslingen, en: Clamshell }", "Muslingen"), "name", KEYS),
        ("A5", ("[1, 5]", "[5, 1]"), "minutes", "the first number may not be above the second."),
        ("A5", ("[1, 5]", "[1, 50]"), "minutes.2", "this must be 30 or less."),
        ("A5", ("[1, 5]", "[1, 5, 9]"), "minutes", "this list may hold 2 at most. Leave out the rest."),
        ("A5", ("[1, 5]", "[1]"), "minutes.2", "this is missing. Add it."),
    ],
)
def test_a_fault_in_an_item_is_named(
    tmp_path: Path, item: str, change: tuple[str, str], field: str, said: str
) -> None:
    path = tmp_path / "own.yaml"
    text, line = planted(EXERCISES, f"id: {item}\n", *change)
    section = "comfort" if item.startswith("A") else "exercises"

    expected = f"{path}, line {line}: {section}.{item}.{field}: {said}"
    assert refusal(load_catalogue, path, text).startswith(expected)


@pytest.mark.parametrize(
    ("after", "old", "new", "said"),
    [
        ("\nphases:", "most: 5", "most: 50", "phases.build.most: this must be 9 or less."),
        ("\nwalk:", "walk:", "wallk:", "wallk: this key is not known here. Check how it is spelt."),
        ("id: E10", "id: E11", "id: e01", f"exercises.e01.id: the id e01 {TAKEN}"),
        ("id: E10", "id: E11", "id: A1", f"exercises.A1.id: the id A1 {TAKEN}"),
        ("\nwalk:", "id: W1", "id: W1\n  id: W2", "walk.id: this key stands here already."),
    ],
)
def test_a_fault_around_the_items_is_named(tmp_path: Path, after: str, old: str, new: str, said: str) -> None:
    path = tmp_path / "own.yaml"
    text, line = planted(EXERCISES, after, old, new)

    expected = f"{path}, line {line + new.count(chr(10))}: {said}"
    assert refusal(load_catalogue, path, text).startswith(expected)


@pytest.mark.parametrize(
    ("after", "old", "said", "line_of"),
    [
        ("id: E11", ", en: Clamshell", "exercises.E11.name.en: this is missing. Add it.", "nb: Muslingen"),
        ("\nphases:", BUILD, "phases.build: this is missing. Add it.", "phases:"),
        ("id: E20", "metres: 15", f"exercises.E20.levels.1: {NO_AMOUNT}", "sets: 2"),
        ("id: A7", "    minutes: [15, 20]\n", "comfort.A7.minutes: this is missing. Add it.", "id: A7"),
    ],
)
def test_what_is_missing_is_named_where_it_should_be(
    tmp_path: Path, after: str, old: str, said: str, line_of: str
) -> None:
    path = tmp_path / "own.yaml"
    text, _ = planted(EXERCISES, after, old, "")
    at = text.index(line_of, text.index(after))

    expected = f"{path}, line {text.count(chr(10), 0, at) + 1}: {said}"
    assert refusal(load_catalogue, path, text) == expected


@pytest.mark.parametrize(
    ("after", "old", "new", "said"),
    [
        ("id: CES4", 'action: "113"', "action: 113", "flags.CES4.action: this must be text. Put quotes"),
        ("id: CES4", 'action: "113"', "action: ring", "flags.CES4.action: this must be one of 113, "),
        ("id: CES4", "lock: red", "lock: rød", "flags.CES4.lock: this must be one of red, soft."),
        ("id: CES4", "id: CES4", "id: CES1", "flags.CES1.id: the id CES1 is taken already."),
        ("id: CES4", "source:", "kilde:", "flags.CES4.kilde: this key is not known here."),
        (
            "\nstrength:",
            "leads_to: [MOT1",
            "leads_to: [MOT9",
            "strength.leads_to.1: MOT9 is no safety question. Use the id of one below.",
        ),
        ("\nstrength:", "result:", "outcome:", "strength.outcome: this key is not known here."),
        ("\ndaily:", "daily:", "dayly:", "dayly: this key is not known here."),
    ],
)
def test_a_fault_in_the_safety_questions_is_named(
    tmp_path: Path, after: str, old: str, new: str, said: str
) -> None:
    path = tmp_path / "own.yaml"
    text, line = planted(RED_FLAGS, after, old, new)

    assert refusal(load_red_flags, path, text).startswith(f"{path}, line {line}: {said}")


@pytest.mark.parametrize("text", ["", "just text", "- a list\n", "12", "true", 'a: "\\ud800"\n'])
def test_something_else_altogether_is_refused_as_well(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.yaml"

    assert refusal(load_catalogue, path, text).startswith(f"{path}, line 1: ")


def test_only_the_first_fault_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    text = EXERCISES.replace("sets: 1\n", "sets: none\n")
    first = text[: text.index("sets: none")].count("\n") + 1

    assert refusal(load_catalogue, path, text).startswith(
        f"{path}, line {first}: exercises.E01.levels.1.sets: "
    )
