"""What a field can hold is read once, from its annotation, and every front end keeps to it."""

import pytest
from msgspec import ValidationError, convert

from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.journal.entries import KINDS, CheckIn, Entry, Note, Profile, Walk, Weekly

STAMP = {"id": "01", "day": "2026-03-02", "at": "2026-03-02T08:00:00+01:00", "tz": "Europe/Oslo"}
LEAST: dict[str, object] = {
    "minutes": 5, "steps": 100, "text": "x", "by": "x", "exercise": "E01", "comfort": "A1", "source": "x",
    "name": "x", "sha": "x", "scope": "full", "answers": {}, "adjust": "skip",
}  # fmt: skip
NUMBERS = [
    (kind, name)
    for kind in KINDS
    for name, field in fields_of(kind).items()
    if field.low is not None and field.high is not None
]


def an_entry(kind: type[Entry], **said: object) -> Entry:
    least = {
        name: LEAST[name] for name, field in fields_of(kind).items() if field.is_needed and name in LEAST
    }
    return convert({**STAMP, **least, **said}, kind, strict=False)


@pytest.mark.parametrize(("kind", "name"), NUMBERS)
def test_the_ends_are_those_that_the_store_keeps_to(kind: type[Entry], name: str) -> None:
    field = fields_of(kind)[name]
    assert field.low is not None
    assert field.high is not None
    for value in (field.low, field.high):
        assert getattr(an_entry(kind, **{name: value}), name) == value
    for value in (field.low - 1, field.high + 1):
        with pytest.raises(ValidationError):
            an_entry(kind, **{name: value})


def test_every_number_of_an_entry_has_its_ends() -> None:
    assert len(NUMBERS) > 15
    loose = [
        (kind.__name__, name)
        for kind in KINDS
        for name, field in fields_of(kind).items()
        if field.kind is int and field.high is None and name != "rev"
    ]
    assert loose == []


def test_choices_lengths_and_needs_are_known() -> None:
    assert fields_of(CheckIn)["site"].choices == ("none", "buttock", "thigh", "calf", "foot")
    assert fields_of(Note)["text"].longest == 4_000
    assert fields_of(Note)["text"].is_needed
    assert fields_of(Walk)["minutes"].is_needed
    assert not fields_of(Walk)["peak_leg"].is_needed
    goals, ratings = fields_of(Profile)["goals"], fields_of(Weekly)["goals"]
    assert (goals.longest, goals.each and goals.each.longest) == (3, 120)
    assert ratings.each is not None
    assert (ratings.each.low, ratings.each.high) == (0, 10)
