"""Two machines that share the journal through a real Syncthing: apart, then together, both have it all."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.syncthings import syncing
from tests.needs import needs
from tests.program import PROGRAM

pytestmark = [pytest.mark.e2e, needs("syncthing")]


class Machine:
    """The program on one machine, with its data where the system has it."""

    def __init__(self, place: Path) -> None:
        self.data = place / "data" / "ryggkompis"
        environ = {name: value for name, value in os.environ.items() if name != "RYGGKOMPIS_HOME"}
        self._environ: Mapping[str, str] = {
            **environ,
            "XDG_DATA_HOME": str(place / "data"),
            "XDG_STATE_HOME": str(place / "state"),
            "LOCALAPPDATA": str(place / "data"),
        }

    def __call__(self, *arguments: str) -> str:
        ran = subprocess.run(
            [*PROGRAM, "--lang", "en", *arguments],
            env=self._environ,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert ran.returncode in (0, 1), ran.stderr
        assert "Traceback" not in ran.stderr
        return ran.stdout

    def facts(self, *arguments: str) -> Any:
        return json.loads(self(*arguments, "--json"))

    def conflicts(self) -> list[str]:
        return [path.name for path in self.data.rglob("*conflict*")]


def test_two_machines_that_logged_apart_have_it_all_and_the_same_plan(tmp_path: Path) -> None:
    laptop, desktop = Machine(tmp_path / "laptop"), Machine(tmp_path / "desktop")
    with syncing(tmp_path / "syncthing", laptop.data, desktop.data) as pair:
        laptop("checkin", "--leg", "3", "--back", "2", "--flags", "none")
        laptop("note", "to be changed")
        note = laptop.facts("log")["entries"][0]["id"]
        pair.settle()
        assert desktop.facts("log") == laptop.facts("log")

        pair.apart()
        for number in range(3):
            laptop("walk", str(5 + number))
            desktop("walk", str(15 + number))
            laptop("note", f"laptop {number}")
            desktop("medicine", f"desktop {number}")
        laptop("undo", note)
        desktop("did", "A1", "--minutes", "10")
        pair.together()

        assert laptop.facts("log") == desktop.facts("log")
        entries = laptop.facts("log")["entries"]
        walks = sorted(entry["minutes"] for entry in entries if entry["kind"] == "walk")
        assert walks == [5, 6, 7, 15, 16, 17]
        assert len({entry["id"] for entry in entries}) == len(entries) == 1 + 1 + 6 + 3 + 3 + 1
        assert note not in {entry["id"] for entry in entries}
        assert laptop.facts("plan") == desktop.facts("plan")

        laptop("moved")
        pair.settle()
        assert laptop.conflicts() == desktop.conflicts() == []
        assert laptop.facts("log") == desktop.facts("log")
        assert laptop.facts("doctor")["problems"] == desktop.facts("doctor")["problems"] == []


def test_a_journal_locked_on_one_machine_opens_on_the_other(tmp_path: Path) -> None:
    laptop, desktop = Machine(tmp_path / "laptop"), Machine(tmp_path / "desktop")
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("tre gule støvler\n", encoding="utf-8")
    with syncing(tmp_path / "syncthing", laptop.data, desktop.data) as pair:
        laptop("walk", "5")
        pair.settle()
        for machine in (laptop, desktop):
            machine._environ = {**machine._environ, "RYGGKOMPIS_PASSPHRASE_FILE": str(passphrase)}
        laptop("lock", "--recovery", str(tmp_path / "recovery.txt"))
        pair.apart()
        desktop("walk", "6")
        pair.together()
        desktop("walk", "7")
        pair.settle()
        assert laptop.facts("log") == desktop.facts("log")
        assert sorted(entry["minutes"] for entry in laptop.facts("log")["entries"]) == [5, 6, 7]
