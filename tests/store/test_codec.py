"""Entries become lines and entries again; what cannot is named and never dropped."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.text import clean, shown
from ryggkompis.domain.journal.entries import KINDS, CheckIn, Entry, Note
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.store.codec import decode, encode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import is_line
from tests.examples import examples
from tests.fitting import fitting_fields
from tests.store.journals import on_disk

DAY = date(2025, 3, 3)
MOMENT = datetime(2025, 3, 3, 8, 15, tzinfo=UTC)
CHECK_IN = on_disk("A", kind="check_in", leg=4, tz="Europe/Oslo")
CHECK_IN.pop("minutes")


def test_what_is_unknown_is_left_out_and_comes_back_as_unknown() -> None:
    entry = decode(CHECK_IN)

    assert isinstance(entry, CheckIn)
    assert (entry.leg, entry.back, entry.flare) == (4, None, None)
    assert encode(entry) == CHECK_IN


@settings(derandomize=True, max_examples=examples(100), suppress_health_check=list(HealthCheck))
@given(st.one_of([st.builds(kind, **fitting_fields(kind)) for kind in KINDS]))
def test_every_kind_of_entry_survives_the_round_trip(entry: Entry) -> None:
    if entry.at.tzinfo is None or (entry.saved is not None and entry.saved.tzinfo is None):
        with pytest.raises(Refused):
            encode(entry)
        return
    line = encode(entry)

    assert is_line(line | {"id": "A", "rev": 1})
    assert encode(decode(line)) == line


def test_an_entry_that_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(Refused) as caught:
        encode(CheckIn(id="A", day=DAY, at=MOMENT, tz="UTC", leg=11))

    assert caught.value.values["field"] == "leg"


def test_an_edit_keeps_the_keys_that_a_newer_version_wrote_and_drops_its_own_old_ones() -> None:
    old = CHECK_IN | {"flare": True, "weather": {"rain": 3}, "deleted": True}
    edited = decode(CHECK_IN | {"rev": 2, "leg": 2})

    line = encode(edited, over=old)

    assert line["weather"] == {"rain": 3}
    assert line["leg"] == 2
    assert "flare" not in line
    assert "deleted" not in line


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"leg": 11}, "leg"),
        ({"leg": -1}, "leg"),
        ({"leg": True}, "leg"),
        ({"leg": 4.5}, "leg"),
        ({"leg": "\x1b[2J"}, "leg"),
        ({"site": "nose"}, "site"),
        ({"flare": 7}, "flare"),
        ({"at": "2025-03-03T08:15:00"}, "at"),
        ({"at": "yesterday"}, "at"),
        ({"saved": "2025-03-03T08:15:00"}, "saved"),
        ({"day": "2025-02-30"}, "day"),
        ({"tz": None}, "tz"),
        ({"rev": 0}, "rev"),
        ({"kind": "dream"}, "kind"),
        ({"kind": None}, "kind"),
        ({"kind": ["check_in"]}, "kind"),
        ({"kind": "gate", "scope": "daily", "answers": {"RF1": "perhaps"}}, "answers.RF1"),
        ({"kind": "weekly", "goals": [3, 99]}, "goals.1"),
        ({"kind": "note", "text": "x" * 4_001}, "text"),
    ],
)
def test_a_line_that_is_no_entry_is_refused_with_the_field_at_fault(
    change: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as caught:
        decode(CHECK_IN | change)

    assert caught.value.values["field"] == field
    assert caught.value.problem.entry == "A"
    assert caught.value.problem.file == ("2025-02.json" if field == "day" else "2025-03.json")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        {"leg": 4.0},
        {"leg": "4"},
        {"leg": "4", "at": "2025-03-03T08:15+00:00"},
        {"at": "2025-03-03 08:15:00+0000"},
    ],
)
def test_what_people_and_their_tools_write_is_read_too(change: dict[str, Any]) -> None:
    assert decode(CHECK_IN | {"at": "2025-03-03T08:15:00Z"} | change) == decode(
        CHECK_IN | {"at": "2025-03-03T08:15:00Z"}
    )


def test_keys_that_are_not_known_are_ignored_on_reading() -> None:
    assert decode(CHECK_IN | {"weather": "rain"}) == decode(CHECK_IN)


def test_answers_and_texts_keep_their_shape() -> None:
    gate = decode(
        on_disk("G", kind="gate", tz="Europe/Oslo", scope="full", answers={"RF2": "no", "RF1": "unsure"})
    )
    note = decode(on_disk("N", kind="note", tz="Europe/Oslo", text="[TODO] 'é'\n\tå"))

    assert isinstance(gate, Gate)
    assert gate.answers == {"RF2": "no", "RF1": "unsure"}
    assert isinstance(note, Note)
    assert note.text == "[TODO] 'é'\n\tå"


def test_hostile_text_loses_its_sting_on_the_way_in_and_on_the_way_out() -> None:
    hostile = (
        "\x1b]0;x\x07\x1b[2J \x9b31m [/b] [TODO] [red]x[/red] \u202e\u2066\u200f \x7f\x00 æ\n\ttab \ud800"
    )

    assert clean(hostile) == "]0;x[2J 31m [/b] [TODO] [red]x[/red] \u202e\u2066\u200f  æ\n\ttab \ufffd"
    expected = "?]0;x??[2J ?31m [/b] [TODO] [red]x[/red] ??? ?? æ\n tab ?"
    assert shown(hostile) == expected.replace("?", "\ufffd")


@settings(derandomize=True, max_examples=examples(100))
@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_can_be_stored_and_shown(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert shown(shown(text)) == shown(text)
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in clean(text).encode().decode())
    assert not any(ord(letter) < 32 and letter != "\n" for letter in shown(text).encode().decode())
