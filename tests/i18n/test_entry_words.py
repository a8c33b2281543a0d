"""Entries in words: every kind, field and choice has a patient's word for it."""

from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import names
from ryggkompis.domain.journal.entries import (
    KINDS,
    CheckIn,
    Entry,
    Event,
    ExerciseDone,
    Note,
    PositionChange,
    Profile,
    Programme,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.i18n.language import speaking
from ryggkompis.words import entries as entry_words

STAMP = set(names(Stamp))


def said(kind: type[Entry], **values: Any) -> Entry:
    """Make an entry of one day with these values."""
    at = datetime(2026, 3, 2, 8, 0, tzinfo=timezone(timedelta(hours=1)))
    return kind(id="A", day=date(2026, 3, 2), at=at, tz="Europe/Oslo", **values)


def choices(hint: Any) -> set[object]:
    """Find every value that a field of this type may have by name."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    if hint is bool:
        return {True, False}
    return set().union(*(choices(part) for part in get_args(hint)), set())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_field_and_choice_has_a_name(kind: type[Entry]) -> None:
    """A patient never reads a word of the program."""
    hints = get_type_hints(kind, include_extras=True)
    own = {name: hint for name, hint in hints.items() if name not in STAMP | {"kind"}}
    name = get_args(hints["kind"])[0]
    with speaking("en"):
        assert entry_words.kind_name(name)[0].isupper()
        for field, hint in own.items():
            assert entry_words.field_name(field)[0].isupper()
            for value in choices(hint):
                assert entry_words.choice_name(field, value) != str(value) or field in {"answers", "marked"}


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (
            said(CheckIn, leg=4, back=0, site="calf", numb="more", sleep_wakes=1, flare=False),
            "Check-in: leg 4 · back 0 · down to the calf · more numb · woken once · no flare-up",
        ),
        (said(CheckIn), "Check-in: nothing answered"),
        (
            said(Walk, minutes=12, peak_leg=4, settled=0),
            "Walk: 12\xa0min · leg 4 at worst on the way · the leg settled at once",
        ),
        (
            said(ExerciseDone, exercise="e01", level=2, sets=1, response="up"),
            "Exercise: Pelvic tilt · level 2 · 1 set · pain up towards the back",
        ),
        (said(ExerciseDone, exercise="X9"), "Exercise: X9"),
        (said(PositionChange), "Changed position"),
        (said(Weekly, goals=(None, 0, 7), global_change=1), "The week: activities –, 0, 7 · a little better"),
        (said(Note, text="sat [too] long\nand paid"), "Note: sat [too] long and paid"),
        (said(Event, text="MRI", event="visit"), "Event: visit to a doctor or therapist · MRI"),
        (
            said(Profile, onset=date(2026, 1, 5), goals=("shoes", "drive"), sensitivities=("balance",)),
            "About you: activities: shoes and drive · began 5 January 2026 · poor balance",
        ),
        (
            said(EpisodeMark, start=date(2026, 1, 5), end=date(2026, 3, 1), ended="well"),
            "Episode: began 5 January 2026 · closed 1 March 2026 · well again",
        ),
        (
            said(Programme, name="Spring", sha="00", barred=("E01",), text="whole: file"),
            "Therapist's programme: Spring · without Pelvic tilt",
        ),
        (
            said(Gate, scope="daily", answers={DAILY_LINE: "no"}),
            "Safety questions: the daily question · all no",
        ),
    ],
)  # fmt: skip
def test_a_line_says_what_is_known_and_nothing_more(entry: Entry, line: str) -> None:
    """Zero is said, unknown is left out."""
    with speaking("en"):
        assert entry_words.entry_line(entry, load_catalogue(), load_red_flags()) == line


def test_a_safety_answer_is_told_with_its_question() -> None:
    """An id means nothing to a patient."""
    flags = load_red_flags()
    first = flags.flags[0]
    entry = said(Gate, scope="full", answers={first.id: "unsure", flags.flags[1].id: "no"})
    with speaking("en"):
        line = entry_words.values_in_words(entry, None, flags)
        assert line == f"the whole list · unsure to “{first.question.en}”"
        assert entry_words.values_in_words(entry) == f"the whole list · unsure to “{first.id}”"


def test_what_could_steer_the_terminal_is_made_visible() -> None:
    """A note from another program may hold anything."""
    with speaking("en"):
        assert entry_words.values_in_words(said(Note, text="a\x1b[2Jb\u202ec")) == "a\ufffd[2Jb\ufffdc"
        assert "\x1b" not in entry_words.entry_line(said(ExerciseDone, exercise="\x1b]0;"))
