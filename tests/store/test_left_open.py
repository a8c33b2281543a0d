"""What is locked or erased lies open only where the patient was told so, whatever happened meanwhile."""

import errno
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.store import atomic
from tests.store.faults import KILLED
from tests.store.journals import month_path, on_disk, write_month
from tests.store.left_open import (
    TOKEN,
    erasing,
    erasing_everything,
    everything_there_is,
    locking,
    lying_open,
    run,
    stopped,
    unnamed,
)

Prepare = Callable[[Path], tuple[str, ...]]
THEIRS = ["home/.stversions", "home/journal/sub", "home/state/backups/mine"]
"""What another program or the patient has made, and we have not."""


@pytest.mark.parametrize(
    ("prepare", "named"),
    [
        (locking, [*THEIRS, "home/journal/notes.txt", "outside/2025-02.json"]),
        (erasing, THEIRS),
        (erasing_everything, [*THEIRS, "home/journal/notes.txt", "outside/2025-02.json"]),
    ],
)
def test_whatever_lies_about_is_gone_or_named(tmp_path: Path, prepare: Prepare, named: list[str]) -> None:
    arguments = prepare(everything_there_is(tmp_path))
    assert len(lying_open(tmp_path)) > 20

    said = run(tmp_path, *arguments)
    assert unnamed(tmp_path, said.words) == []
    left = {path.relative_to(tmp_path) for path in lying_open(tmp_path)}
    assert all(any(path.is_relative_to(one) for one in named) for path in left)
    assert all(str(tmp_path / one) in said.words for one in named)


@pytest.mark.parametrize("error", [KILLED, errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("prepare", [locking, erasing, erasing_everything])
def test_stopped_at_any_call_nothing_lies_open_unnamed(tmp_path: Path, prepare: Prepare, error: int) -> None:
    assert stopped(tmp_path, prepare, error, points=7, seed=error) == []


def test_killed_while_it_begins_a_locked_journal_opens_with_the_key_that_was_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passphrase, recovery = tmp_path / "passphrase", tmp_path / "recovery.txt"
    monkeypatch.setenv("RYGGKOMPIS_PASSPHRASE_FILE", str(passphrase))
    everything_there_is(tmp_path / "whole")
    shutil.copytree(tmp_path / "whole", tmp_path, symlinks=True, dirs_exist_ok=True)
    passphrase.write_text("four words of no kin")
    calls = run(tmp_path, "lock", "--recovery", str(recovery)).calls
    # The key is kept in the first half of it, and then every file is sealed.
    for number in random.Random(5).sample(range(calls // 5, calls // 2), 2):
        shutil.rmtree(tmp_path / "home")
        recovery.unlink(missing_ok=True)
        passphrase.write_text("four words of no kin")
        shutil.copytree(tmp_path / "whole" / "home", tmp_path / "home", symlinks=True)
        run(tmp_path, "lock", "--recovery", str(recovery), at=number)
        if json.loads(run(tmp_path, "where", "--json").words)["locked"]:
            assert run(tmp_path, "lock").status == 0
            assert run(tmp_path, "lock", "--drill", "--recovery", str(recovery)).status == 0
            passphrase.write_text(recovery.read_text(encoding="utf-8").splitlines()[-1])
        assert '"LATER"' in run(tmp_path, "log", "--json").words


def test_the_search_itself_finds_what_a_lock_has_not_seen(tmp_path: Path) -> None:
    said = run(tmp_path, *locking(everything_there_is(tmp_path)))
    late = write_month(tmp_path / "home", [on_disk("SYNCED", text=TOKEN)], unique=" 2")

    assert unnamed(tmp_path, said.words) == [late]


def test_a_report_that_was_killed_leaves_nothing_after_the_next_start(tmp_path: Path) -> None:
    write_month(tmp_path / "home", [on_disk("OLD", text=TOKEN)])
    sent = tmp_path / "sent"
    sent.mkdir()
    report = ("report", str(sent / "report.md"), "--force")
    calls = run(tmp_path, *report).calls
    assert (sent / "report.md").exists()
    data = month_path(tmp_path / "home").parents[1]
    # Writing it is the last that is done.
    for number in random.Random(3).sample(range(calls - 40, calls), 12):
        run(tmp_path, *report, at=number)
        run(tmp_path, "where")
        assert {path.name for path in sent.iterdir()} == {"report.md"}
        assert not any(atomic.is_temp(path.name) for path in data.rglob("*"))
