"""Files that are meant to do harm: each is refused with a sentence, and memory stays bounded."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import speaking
from ryggkompis.importers import errors
from ryggkompis.importers.reading import read_file
from ryggkompis.store.codec import decode
from tests.importers.files import HERE
from tests.systems import needs_posix

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE H [<!ENTITY l0 "ha">{LAUGHS}]><HealthData>&l9;</HealthData>'
THEFT = (
    '<?xml version="1.0"?><!DOCTYPE H [<!ENTITY x SYSTEM "file:///etc/passwd">]><HealthData>&x;</HealthData>'
)
DTD = '<?xml version="1.0"?><!DOCTYPE H SYSTEM "http://localhost:1/x.dtd"><HealthData>&x;</HealthData>'


@pytest.mark.parametrize("trap", [BOMB, THEFT], ids=["bomb", "theft"])
def test_entities_are_refused_for_what_they_are_also_in_an_archive(trap: str) -> None:
    for data in (trap.encode(), zipped("apple_health_export/export.xml", trap.encode())):
        with pytest.raises(errors.DeclaresEntity):
            read_file(data, HERE, name="export.xml")


def test_other_files_are_not_followed() -> None:
    with pytest.raises((errors.BrokenXml, errors.NothingCounted)):
        read_file(DTD.encode(), HERE, name="export.xml")


def test_a_name_without_end_does_not_fill_the_memory() -> None:
    endless = b"<?xml version='1.0'?><HealthData><Record type='" + b"x" * (4 << 20)
    with pytest.raises(errors.BrokenXml):
        read_file(endless, HERE, name="export.xml")


def zipped(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize("name", ["../../etc/x.csv", "/etc/x.csv", "C:\\x.csv", "a\x1b[2J.csv"])
def test_a_name_in_an_archive_is_only_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = read_file(zipped(name, b"date,steps\n2026-03-01,5\n"), HERE)
    assert len(found.lines) == 1
    assert list(tmp_path.iterdir()) == []


def test_archives_in_archives_are_not_opened() -> None:
    inner = zipped("x.csv", b"date,steps\n2026-03-01,5\n")
    with pytest.raises(errors.NothingInside):
        read_file(zipped("inner.csv", inner), HERE)


NOTHING = zipped("folder/", b"")
WITHIN = zipped("x.csv", b"date,steps\n2026-03-01,5\n")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (NOTHING, "a.zip is empty. Export it once more from the other program."),
        (zipped("b.png", b"P"), "Nothing in a.zip can be taken in. It has: b.png. Choose CSV"),
        (
            zipped("b.zip", WITHIN),
            "a.zip has another archive in it: b.zip. Unpack it, and import the one inside.",
        ),
        (zipped("b.zip", b"PK\x05\x06" + bytes(18)), "Nothing in a.zip can be taken in. It has: b.zip."),
        (zipped("b.xml", b"<?xml version='1.0'?>\n<HealthData><R"), "a.zip: b.xml is damaged or cut short"),
    ],
    ids=["a folder", "a picture", "an archive", "an empty archive", "an XML cut short"],
)
def test_an_archive_of_no_use_says_what_is_in_it(data: bytes, why: str) -> None:
    with speaking("en"), pytest.raises(ExpectedError) as refused:
        read_file(data, HERE, name="a.zip")
    assert word(refused.value).startswith(why)


@pytest.mark.parametrize("cut", [4, 30, 60, -1])
def test_an_archive_cut_short_is_a_sentence(cut: int) -> None:
    whole = zipped("x.csv", b"date,steps\n2026-03-01,5\n")
    with pytest.raises(ExpectedError):
        read_file(whole[:cut], HERE)


def test_an_archive_with_any_bit_of_its_list_turned_is_damaged_and_never_forbidden(tmp_path: Path) -> None:
    whole = zipped("x.csv", b"date,steps\n2026-03-01,5\n")
    path, refused = tmp_path / "bad.zip", set()
    for bit in range(8 * whole.index(b"PK\x01\x02"), 8 * len(whole)):
        turned = bytearray(whole)
        turned[bit // 8] ^= 1 << bit % 8
        path.write_bytes(turned)
        try:
            read_file(path, HERE)
        except ExpectedError as error:
            refused.add(type(error))
    assert errors.BrokenArchive in refused
    assert errors.CannotRead not in refused


HOSTILE = '=HYPERLINK("http://x")\x1b]0;x\x07\x1b[2J[/b][TODO]\u202e<script>'


def test_text_from_elsewhere_loses_its_sting() -> None:
    quoted = HOSTILE.replace('"', '""')
    table = "full_date,date,weekday,time,mood,activities,note_title,note\n"
    table += f'2026-03-01,,,10:00,ok,"{quoted}",,\n'
    with pytest.raises(errors.NotText):
        read_file(table.encode(), HERE)
    found = read_file(table.replace("\x1b", "").replace("\x07", "").encode(), HERE)
    (line,) = found.lines
    assert "\x1b" not in str(decode(line))


MEASURE = """
import resource, sys
from pathlib import Path
from tests.importers.files import HERE
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import speaking
from ryggkompis.importers.reading import read_file
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    found = len(read_file(Path(sys.argv[1]), HERE).lines)
except ExpectedError as error:
    found = type(error).__name__
print(found, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def measured(path: Path) -> tuple[str, int]:
    """Give what became of a file, and by how many MB the memory grew."""
    needs_posix("word for how much memory a process took")
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found, grown = ran.stdout.split()
    return found, int(grown)


def test_two_gigabytes_are_refused_and_not_read(tmp_path: Path) -> None:
    for name, head in (("x.csv", b"date,steps\n"), ("x.json", b"["), ("x.xml", b"<?xml version='1.0'?>")):
        path = tmp_path / name
        path.write_bytes(head)
        os.truncate(path, 2 << 30)
        found, grown = measured(path)
        assert found in {"TooLarge", "BrokenXml"}
        assert grown < 100


def test_an_archive_that_swells_is_read_no_further_than_a_file_may_be_long(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("x.csv", "w") as swelling,
    ):
        for _ in range(64):
            swelling.write(b"0" * (4 << 20))
    found, grown = measured(path)
    assert found == "TooLarge"
    assert grown < 100


def test_an_archive_of_a_great_many_files_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(65):
            archive.writestr(f"{n}.csv", b"date,steps\n" + b" " * (4 << 20))
    found, grown = measured(path)
    assert found == "TooLarge"
    assert grown < 30


def test_a_large_export_is_read_in_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    record = (
        '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count"'
        ' startDate="2026-03-{0:02} 10:27:54 +0100" endDate="2026-03-{0:02} 10:27:59 +0100" value="1"/>\n'
    )
    month = "".join(record.format(day) for day in range(1, 31)).encode()
    with path.open("wb") as file:
        file.write(b"<?xml version='1.0'?>\n<HealthData>\n")
        for _ in range(4_000):
            file.write(month)
        file.write(b"</HealthData>\n")
    assert path.stat().st_size > 18 << 20
    found, grown = measured(path)
    assert found == "30"
    assert grown < 30
