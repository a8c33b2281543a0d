"""A file that cannot be taken in gives one clear sentence, in either language."""

import json
import os
from pathlib import Path

import pytest

from ryggkompis.content.errors import NoSuchFileError, NotAFileError
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.value import names
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import speaking
from ryggkompis.importers import errors
from ryggkompis.importers.mapping import TARGETS, parse_mapping
from ryggkompis.importers.reading import IMPORTERS, read_file
from ryggkompis.importers.source import LIMIT
from ryggkompis.importers.wording import SENTENCES, notice_in_words
from tests.importers.files import HERE, taken_in
from tests.systems import IS_ROOT, links, posix

BROKEN = b'{"format": "ryggkompis", "version": 1, "entries": [\n{"id": "A", "rev": 1'
BAD: dict[str, tuple[bytes, type[ExpectedError]]] = {
    "empty": (b"", errors.EmptyFile),
    "blank": (b" \n\n\t\n", errors.EmptyFile),
    "only a byte-order mark": (b"\xef\xbb\xbf", errors.UnknownFile),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", errors.NotText),
    "a spreadsheet cut short": (b"PK\x03\x04\x14\0\x06\0", errors.BrokenArchive),
    "a cut report": (BROKEN, errors.BrokenJson),
    "a report cut at once": (b"{", errors.BrokenJson),
    "another program's JSON": (b'{"activities-steps": [1]}', errors.UnknownFile),
    "a list": (b"[1, 2]", errors.UnknownFile),
    "entries that are none": (b'{"format": "ryggkompis", "version": 1, "entries": 3}', errors.UnknownFile),
    "a number that is none": (b'{"format": "ryggkompis", "x": NaN}', errors.BrokenJson),
    "a number without end": (b'{"x": ' + b"9" * 5_000 + b"}", errors.BrokenJson),
    "very deep": (b"[" * 200_000, errors.BrokenJson),
    "a month of nothing but damage": (
        b'{"format": "ryggkompis/1", "entries": [\nxx"id"\n',
        errors.BrokenJson,
    ),
    "an export of nothing": (b"<?xml version='1.0'?>\n<HealthData/>", errors.NothingCounted),
    "another XML": (b"<?xml version='1.0'?>\n<gpx><trk/></gpx>", errors.NothingCounted),
    "an XML cut short": (b"<?xml version='1.0'?>\n<HealthData><Record", errors.BrokenXml),
    "prose": ("Kjære dagbok, i dag gikk det bra.\nHilsen meg".encode(), errors.UnknownFile),
    "a table without a day": (b"a,b\n1,2\n", errors.UnknownFile),
    "a heading only": (b"date,Leg\n", errors.NothingUsable),
    "one cell without end": (b'date,Leg\n"' + b"x" * 200_000, errors.BrokenCsv),
    "too many rows": (b"date,Leg\n" + b"2026-03-02,1\n" * 50_001, errors.TooMany),
    "too large": (b"date,Leg\n" + b" " * LIMIT, errors.TooLarge),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_taken_in_says_so_in_one_sentence(name: str, tmp_path: Path) -> None:
    data, kind = BAD[name]
    path = tmp_path / "dagbok æøå.csv"
    path.write_bytes(data)
    with pytest.raises(ExpectedError) as caught:
        read_file(path, HERE)
    assert type(caught.value) is kind
    assert "dagbok æøå.csv" in word(caught.value)
    assert caught.value.status == 2


def test_exactly_as_large_as_it_may_be_is_read() -> None:
    data = b"date,Leg\n2026-03-02,3\n"
    with pytest.raises(errors.MapMissing):
        read_file(data + b"\n" * (LIMIT - len(data)), HERE)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        read_file(tmp_path / "none.csv", HERE)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        read_file(tmp_path / "a\0b", HERE)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAFileError):
        read_file(tmp_path, HERE)


@posix("pipe that lies in a folder")
def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotAFileError):
        read_file(pipe, HERE)


@links
def test_a_link_in_a_circle(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(errors.CannotRead):
        read_file(link, HERE)


@posix("rights that are taken from a file's owner")
@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_bytes(b"date,Leg\n")
    path.chmod(0)
    with pytest.raises(errors.CannotRead):
        read_file(path, HERE)


def test_a_diary_without_a_map_lists_its_names_and_an_example() -> None:
    with pytest.raises(errors.MapMissing) as caught:
        taken_in("date,Leg Pain,mood\n2026-03-02,3,good\n")
    said = "It has: Leg Pain, mood. For example: ryggkompis import diary.csv --map 'Leg Pain=leg'"
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["Knee Pain", "Stress", "Poor sleep", "intensity", "elegance"])
def test_what_does_not_say_that_it_is_the_leg_is_never_suggested_as_the_leg(name: str) -> None:
    with pytest.raises(errors.MapMissing) as caught:
        taken_in(f"date,{name}\n2026-03-02,3\n")
    assert "=leg" not in str(caught.value)


def test_a_name_that_is_not_in_the_file_lists_those_that_are() -> None:
    with pytest.raises(errors.MapUnknownName) as caught:
        taken_in("date,Knee Pain\n2026-03-02,3\n", "Kneee=leg")
    assert "It has: Knee Pain." in str(caught.value)


def test_a_target_that_nothing_can_fill_lists_those_there_are() -> None:
    with pytest.raises(errors.MapUnknownTarget) as caught:
        parse_mapping(["Knee Pain=knee"])
    assert "leg, back, steps, walk, note" in str(caught.value)


@pytest.mark.parametrize("text", ["", "leg", "=leg", "  =leg"])
def test_a_map_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(errors.MapUnreadable):
        parse_mapping([text])


def test_a_name_may_hold_an_equals_sign() -> None:
    assert parse_mapping(["a=b = Leg "]) == {"a=b": "leg"}


def test_the_name_of_a_file_cannot_steer_the_terminal() -> None:
    with pytest.raises(errors.EmptyFile) as caught:
        read_file(b"", HERE, name="\x1b[2J\x9b31m\nx.csv")
    assert not any(sign in word(caught.value) for sign in "\x1b\x9b\n")


def test_every_notice_has_a_sentence_whose_places_are_filled() -> None:
    for kind, sentence in SENTENCES.items():
        assert {part.split("}")[0] for part in sentence.split("{")[1:]} <= set(names(kind))


def test_notices_are_worded_in_the_language_spoken() -> None:
    found = taken_in("date,Knee [b]\x9b\n2026-03-02,3.5\n2026-03-03,11\n2026-03-04,2\n", "knee [b]\x9b=leg")
    for language in ("nb", "en"):
        with speaking(language):
            said = "\n".join(notice_in_words(notice) for notice in found.notices)
        assert "\x9b" not in said
        assert "Knee [b]�" in said
    assert "1 (line 3: “11”)" in said


def test_lines_that_are_left_out_are_counted_and_the_first_three_shown() -> None:
    rows = "".join(f"{day}. mai 2026 kl. 25:00,3\n" for day in range(1, 11))
    found = taken_in(f"date,Leg\n2026-03-02,3\n{rows}", "leg=leg")
    with speaking("en"):
        said = "\n".join(notice_in_words(notice) for notice in found.notices)
    shown = "; ".join(f"line {day + 2}: “{day}. mai 2026 kl. 25:00”" for day in (1, 2, 3))
    assert f"Without a real day, so left out: 10 ({shown})." in said


def test_the_first_importer_that_knows_a_file_reads_it() -> None:
    assert len(set(IMPORTERS)) == len(IMPORTERS)
    assert TARGETS[:2] == ("leg", "back")
    with pytest.raises(errors.UnknownFile):
        read_file(json.dumps({"format": "other"}).encode(), HERE)
