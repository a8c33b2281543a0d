"""Two real Syncthings on this machine, without discovery, relays or anything beyond the loopback."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

_FOLDER: Final = "ryggkompis"
_QUIET: Final = {
    "globalAnnounceEnabled": "false",
    "localAnnounceEnabled": "false",
    "relaysEnabled": "false",
    "natEnabled": "false",
    "crashReportingEnabled": "false",
    "urAccepted": "-1",
    "autoUpgradeIntervalH": "0",
    "startBrowser": "false",
    "reconnectionIntervalS": "1",
}
DEADLINE: Final = 90.0


@dataclass
class Device:
    """One Syncthing with its own folder."""

    home: Path
    folder: Path
    id: str
    port: int
    gui: int
    key: str

    def ask(self, path: str, *, does: bool = False, timeout: float = 20) -> Any:
        """Ask its service; ``does`` for what changes something."""
        asked = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{path}",
            method="POST" if does else "GET",
            headers={"X-API-Key": self.key},
        )
        with urllib.request.urlopen(asked, timeout=timeout) as answer:
            text = answer.read()
        return json.loads(text) if text.strip() else None

    def files(self) -> dict[str, bytes]:
        """Give what is in its folder, but what the program or Syncthing is about to write."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }


@dataclass
class Pair:
    """Two devices that share a folder."""

    one: Device
    other: Device

    def apart(self) -> None:
        """Let them not reach each other."""
        for device, friend in ((self.one, self.other), (self.other, self.one)):
            device.ask(f"system/pause?device={friend.id}", does=True)

    def together(self) -> None:
        """Let them meet, and wait until both folders are the same."""
        for device, friend in ((self.one, self.other), (self.other, self.one)):
            device.ask(f"system/resume?device={friend.id}", does=True)
        self.settle()

    def settle(self) -> None:
        """Wait until both folders are the same and nothing is under way."""
        deadline = time.monotonic() + DEADLINE
        seen = 0
        while not self._is_settled():
            assert time.monotonic() < deadline, (sorted(self.one.files()), sorted(self.other.files()))
            events = self.one.ask(f"events?since={seen}&timeout=1")
            seen = events[-1]["id"] if events else seen

    def _is_settled(self) -> bool:
        for device, friend in ((self.one, self.other), (self.other, self.one)):
            device.ask(f"db/scan?folder={_FOLDER}", does=True)
            state = device.ask(f"db/status?folder={_FOLDER}")
            connected = device.ask("system/connections")["connections"][friend.id]["connected"]
            done = device.ask(f"db/completion?folder={_FOLDER}&device={friend.id}")["completion"] == 100
            if not (connected and done and state["state"] == "idle" and state["needTotalItems"] == 0):
                return False
        return self.one.files() == self.other.files()


@contextmanager
def syncing(place: Path, one: Path, other: Path) -> Iterator[Pair]:
    """Share two folders between two Syncthings until the end."""
    devices = [_made(place / str(number), folder) for number, folder in enumerate((one, other))]
    for device, friend in (devices, reversed(devices)):
        _configure(device, friend)
    running = [_started(device) for device in devices]
    try:
        for device, program in zip(devices, running, strict=True):
            _wait_for(device, program)
        pair = Pair(*devices)
        pair.settle()
        yield pair
    finally:
        for program in running:
            program.terminate()
        for program in running:
            program.wait(DEADLINE)


def _made(home: Path, folder: Path) -> Device:
    folder.mkdir(parents=True, exist_ok=True)
    flags = ["--no-default-folder", "--skip-port-probing"]
    subprocess.run(["syncthing", "generate", f"--home={home}", *flags], check=True, capture_output=True)
    config = ET.parse(home / "config.xml").getroot()
    key = _part(config, "gui/apikey").text or ""
    return Device(home, folder, _part(config, "device").attrib["id"], _free_port(), _free_port(), key)


def _part(config: "ET.Element", name: str) -> "ET.Element":
    found = config.find(name)
    assert found is not None, name
    return found


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def _configure(device: Device, friend: Device) -> None:
    tree = ET.parse(device.home / "config.xml")
    config = tree.getroot()
    _part(config, "gui/address").text = f"127.0.0.1:{device.gui}"
    options = _part(config, "options")
    for name, value in _QUIET.items() | {("listenAddress", f"tcp://127.0.0.1:{device.port}")}:
        for old in options.findall(name):
            options.remove(old)
        ET.SubElement(options, name).text = value
    known = ET.SubElement(config, "device", id=friend.id, name="friend", compression="metadata")
    ET.SubElement(known, "address").text = f"tcp://127.0.0.1:{friend.port}"
    shared = ET.SubElement(
        config,
        "folder",
        id=_FOLDER,
        path=str(device.folder),
        type="sendreceive",
        rescanIntervalS="3600",
        fsWatcherEnabled="true",
        fsWatcherDelayS="1",
    )
    # As Syncthing itself sets it; with 0 it would throw the losing side of a conflict away.
    ET.SubElement(shared, "maxConflicts").text = "10"
    for id_ in (device.id, friend.id):
        ET.SubElement(shared, "device", id=id_)
    tree.write(device.home / "config.xml")


def _started(device: Device) -> "subprocess.Popen[bytes]":
    command = [
        "syncthing",
        "serve",
        f"--home={device.home}",
        "--no-browser",
        "--no-restart",
        "--no-upgrade",
    ]
    environ = {**os.environ, "STNOUPGRADE": "1"}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ)


def _wait_for(device: Device, program: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + DEADLINE
    while True:
        assert program.poll() is None, "Syncthing has ended"
        try:
            device.ask("system/ping", timeout=1)
        except OSError:
            assert time.monotonic() < deadline, "Syncthing does not answer"
        else:
            return
