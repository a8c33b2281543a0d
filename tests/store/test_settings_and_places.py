"""Settings that survive anything, and where everything is."""

import json
import os
from datetime import time
from pathlib import Path

import platformdirs
import pytest

from ryggkompis.store.errors import NotSaved
from ryggkompis.store.places import Places
from ryggkompis.store.settings import BadSetting, Settings, change_settings, read_settings
from tests.store.faults import failing
from tests.store.journals import home
from tests.systems import is_private


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(home(tmp_path)) == (Settings(), None)
    assert Settings().starts == time(4, 0)


def test_one_setting_changes_and_the_others_stay_also_unknown_ones(tmp_path: Path) -> None:
    path = Path(home(tmp_path).settings)
    path.write_text(
        '{"language": "en", "later": {"x": 1}, "bell": "perhaps", "day_starts": "25:00"}', encoding="utf-8"
    )

    settings, problem = read_settings(home(tmp_path))
    assert (settings, problem) == (Settings(language="en"), None)

    assert change_settings(home(tmp_path), theme="night", motion=False) == Settings(
        "en", "night", motion=False
    )
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "language": "en", "later": {"x": 1}, "bell": "perhaps", "day_starts": "25:00",
        "theme": "night", "motion": False,
    }  # fmt: skip
    assert is_private(path)


@pytest.mark.parametrize(
    "junk", [b"", b"{", b"[]", b"\xff\x00", b"[" * 100_000, b"9" * 10_000, b" " * 300_000]
)
def test_a_file_that_cannot_be_read_is_named_and_kept_before_it_is_replaced(
    tmp_path: Path, junk: bytes
) -> None:
    path = Path(home(tmp_path).settings)
    path.write_bytes(junk)

    settings, problem = read_settings(home(tmp_path))
    assert settings == Settings()
    assert problem is not None
    assert (problem.file, problem.what) == ("settings.json", "damaged")

    change_settings(home(tmp_path), language="nb")
    assert read_settings(home(tmp_path)) == (Settings(language="nb"), None)
    assert [kept.read_bytes() for kept in Path(home(tmp_path).backups).iterdir()] == [junk]


def test_a_folder_named_like_the_settings_crashes_nothing(tmp_path: Path) -> None:
    Path(home(tmp_path).settings).mkdir()

    settings, problem = read_settings(home(tmp_path))
    assert settings == Settings()
    assert problem is not None
    with pytest.raises(NotSaved):
        change_settings(home(tmp_path), language="nb")


@pytest.mark.parametrize(
    "bad",
    [
        {"language": "sv"},
        {"bell": 1},
        {"day_starts": "12:00"},
        {"day_starts": "4"},
        {"theme": ""},
        {"unheard": 1},
    ],
)
def test_a_value_that_a_setting_cannot_have_is_refused(tmp_path: Path, bad: dict[str, object]) -> None:
    with pytest.raises(BadSetting):
        change_settings(home(tmp_path), **bad)
    assert not Path(home(tmp_path).settings).exists()


def test_a_full_disk_leaves_the_settings_as_they_were(tmp_path: Path) -> None:
    change_settings(home(tmp_path), language="en", bell=False)
    before = Path(home(tmp_path).settings).read_bytes()
    with_night = json.dumps(json.loads(before) | {"theme": "night"}, indent=2).encode() + b"\n"
    refused = 0
    for call in range(40):
        with failing(call):
            try:
                change_settings(home(tmp_path), theme="night")
            except NotSaved:
                refused += 1
                assert Path(home(tmp_path).settings).read_bytes() in (before, with_night)
    assert refused > 3
    assert read_settings(home(tmp_path))[0].language == "en"


def test_a_chosen_folder_comes_before_the_environment_and_that_before_the_system(tmp_path: Path) -> None:
    chosen, environ = str(tmp_path / "chosen"), {"RYGGKOMPIS_HOME": str(tmp_path / "home")}

    assert Places.find(chosen, environ) == Places(chosen, str(tmp_path / "chosen" / "state"))
    assert Places.find(None, environ).data == str(tmp_path / "home")
    assert Places.find(None, {"RYGGKOMPIS_HOME": "relative"}).data == str(Path.cwd() / "relative")
    assert Places.find("~/back", {}).data == str(Path("~/back").expanduser())


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"XDG_DATA_HOME": "/somewhere/data", "XDG_STATE_HOME": "/somewhere/state"},
        {"XDG_DATA_HOME": "", "XDG_STATE_HOME": " "},
        {"XDG_DATA_HOME": "relative/data"},
        {"XDG_DATA_HOME": "/with/slash/"},
        {"ANDROID_DATA": "/data"},
    ],
)
def test_the_system_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "ANDROID_DATA", "RYGGKOMPIS_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    assert Places.find(None, os.environ) == Places(
        platformdirs.user_data_dir("ryggkompis", appauthor=False),
        platformdirs.user_state_dir("ryggkompis", appauthor=False),
    )
