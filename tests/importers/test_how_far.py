"""While a large file is read it is said how far that has come; of a small one it is not."""

from pathlib import Path

import pytest

from ryggkompis.importers import errors
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.source import LARGE
from tests.importers.files import HERE, steps
from tests.importers.test_known_trees import zipped

RECORD = (
    '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" '
    'startDate="2026-02-20 10:00:00 +0100" endDate="2026-02-20 10:05:00 +0100" value="400"/>'
)


def export(folder: Path, size: int) -> Path:
    """Write an export of ``size`` bytes in which there is one record."""
    file = folder / "export.xml"
    filling = f"<!-- {'x' * 1000} -->\n" * (size // 1000)
    file.write_text(f'<?xml version="1.0"?>\n<HealthData>{filling}{RECORD}</HealthData>', encoding="utf-8")
    return file


@pytest.mark.parametrize(("size", "is_told"), [(1000, False), (LARGE, True)])
def test_of_a_large_file_each_hundredth_is_told_once(tmp_path: Path, size: int, *, is_told: bool) -> None:
    told: list[int] = []
    found = read_file(export(tmp_path, size), HERE, how_far=told.append)
    assert list(steps(found).values()) == [400]
    assert told == sorted(set(told))
    assert (len(told) > 50, max(told, default=0) > 90) == (is_told, is_told)


def test_what_is_too_large_in_an_archive_is_named(tmp_path: Path) -> None:
    file = tmp_path / "takeout.zip"
    file.write_bytes(zipped(**{"Takeout/Fitbit/Global Export Data/steps-2026-11-01.json": "[" + " " * LARGE}))
    with pytest.raises(errors.TooLarge):
        read_file(file, HERE)
