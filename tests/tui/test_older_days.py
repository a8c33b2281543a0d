"""The window opens what today's plan needs, older days when asked, and looks at every file once a day."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Note
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion
from ryggkompis.store.settings import read_settings
from ryggkompis.tui.app import Ryggkompis
from tests.services.needed import counting
from tests.tui.screen_text import CONTENT, a_companion, known, later, places, reads, until

AGO = 300


def a_window(folder: Path) -> Ryggkompis:
    """The window on an episode that began four weeks ago."""
    clock = later(minutes=10)
    store = a_companion(folder).store
    companion = Companion(store, CONTENT, Today(clock), lambda _history, day: day - timedelta(days=28))
    settings, _ = read_settings(places(folder))
    return Ryggkompis(companion, replace(settings, motion=False), places(folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A note from long ago, and a patient who is under way."""
    companion = known(a_companion(tmp_path))
    companion.on(companion.today.real - timedelta(days=AGO)).diary.say(Note, text="Long ago")
    companion.on(companion.today.real - timedelta(days=40)).diary.say(Note, text="Lately")
    companion.state()
    return tmp_path


async def test_older_days_are_opened_by_the_log_and_not_before(folder: Path) -> None:
    old = f"{a_companion(folder).today.real - timedelta(days=AGO):%Y-%m}.json"
    with counting() as opened:
        app = a_window(folder)
        assert not any(path.endswith(old) for path in opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today")
        assert "Long ago" not in {e.text for e in app.state.history.entries if isinstance(e, Note)}
        await pilot.press("4")
        await reads(pilot, "Long ago")


async def test_what_was_changed_unseen_in_an_old_month_is_shown_by_itself(folder: Path) -> None:
    companion = a_companion(folder)
    ago = companion.on(companion.today.real - timedelta(days=AGO))
    ago.diary.say(Gate, scope="daily", answers={"CES1": "no"})
    a_window(folder)  # what is remembered is of these files
    file = folder / "journal" / f"{ago.today.day:%Y-%m}.json"
    about = file.stat()
    file.write_bytes(file.read_bytes().replace(b'"CES1": "no"}', b'"CES1":"yes"}'))
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))

    app = a_window(folder)
    assert app.state.gate.lock is None
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.gate.lock is not None)
