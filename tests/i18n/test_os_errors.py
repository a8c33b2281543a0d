"""What the system says of a file is said in the patient's language."""

import errno
import os
from pathlib import Path

import pytest

from ryggkompis.i18n.errors import LONGEST, word
from ryggkompis.i18n.language import use
from ryggkompis.store.targets import NotWritten
from tests.cli.conftest import Shell, language_as_before, shell

__all__ = ["language_as_before", "shell"]


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_english_of_the_system_in_bokmaal(number: int) -> None:
    error = OSError(number, os.strerror(number))
    use("nb")
    assert os.strerror(number) not in word(NotWritten(file="a.txt", reason=error))
    use("en")
    assert len(word(NotWritten(file="a.txt", reason=error))) > len("Not written: a.txt (). ")


def test_a_reason_without_a_number_is_told_all_the_same() -> None:
    use("nb")
    assert "(systemet sier ikke hvorfor)" in word(NotWritten(file="a.txt", reason=OSError()))


def test_what_was_typed_is_repeated_with_both_ends() -> None:
    use("en")
    said = word(NotWritten(file="begin" + "x" * 5000 + "end", reason=OSError(errno.EIO, "")))
    assert "begin" in said
    assert "end" in said
    assert len(said) < 2 * LONGEST


def test_a_folder_that_is_a_file_is_told_in_bokmaal(shell: Shell, tmp_path: Path) -> None:
    shell.language = "nb"
    (tmp_path / "file").write_text("")
    for command in ("plan", "doctor", "log", "status"):
        said = shell(command, "--data-dir", str(tmp_path / "file"))
        assert said.status == 3
        assert "Not a directory" not in said.err
        assert "det ligger en fil der det skulle vært en mappe" in said.err
