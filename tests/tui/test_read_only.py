"""A journal that cannot be written can still be read, and the window says so until something can be saved."""

import errno
import os
from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Note
from ryggkompis.i18n.language import _
from ryggkompis.store.errors import NotSaved, ReadOnly, no_access
from ryggkompis.words.problems import nothing_is_saved
from tests.e2e.terminal import Terminal
from tests.program import PROGRAM
from tests.store.namespaces import CAN_MOUNT
from tests.systems import a_full_disk
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    a_companion,
    an_app,
    flat,
    known,
    reads,
    screen_text,
    until,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_a_full_disk_is_told_on_every_page_until_there_is_room(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path)).diary.say(Note, text="numb toes")
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        told = flat(_("Nothing can be saved now: the disk is full. Everything can be read."))
        assert told not in flat(screen_text(app))
        with a_full_disk():
            await pilot.press("o")
            await reads(pilot, told)
            for key in ("2", "3", "4", "5", "6", "4"):
                await pilot.press(key)
                await reads(pilot, told)
            await reads(pilot, "numb toes")
        await pilot.press("o")
        await until(pilot, lambda: told not in flat(screen_text(app)))


def test_a_disk_that_is_read_only_is_known_before_anything_is_lost(tmp_path: Path) -> None:
    assert no_access(str(tmp_path / "not" / "there" / "yet")) is None
    trouble = ReadOnly(path="/p", reason=os.strerror(errno.EROFS))
    assert nothing_is_saved(trouble) != nothing_is_saved(NotSaved(path="/p", reason=""))
    assert nothing_is_saved(None) == ""


MOUNTED = """
mount --bind {home} {home} && mount -o remount,ro,bind {home} && exec {program} {arguments}
"""


@pytest.mark.skipif(not CAN_MOUNT, reason="only a namespace of one's own can mount a disk read-only")
def test_on_a_read_only_disk_the_window_opens_and_says_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    known(a_companion(home)).diary.say(Note, text="numb toes")
    command = MOUNTED.format(home=home, program=" ".join(PROGRAM), arguments=f"--data-dir {home} --lang en")
    environ = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)}
    with Terminal(["unshare", "-rm", "sh", "-c", command], environ) as window:
        window.until("Nothing can be saved now: the disk is read-only.")
        window.press("4")
        window.until("numb toes")
        window.press("q")
        assert window.left() == 0
