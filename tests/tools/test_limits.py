"""``make check`` finds what nobody should have to look for: each kind of fault is planted and found."""

from pathlib import Path

import pytest

from tools.limits import LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEST_FILE, MOST_MODULES, faults

SOUND = {
    "__init__.py": '"""A program."""\n',
    "__main__.py": "from ryggkompis.plan import plan\n\nplan()\n",
    "plan.py": "def plan():\n    return _level()\n\n\ndef _level():\n    return 1\n",
}


def project(folder: Path, more: dict[str, str] | None = None) -> list[str]:
    """Write a small program with ``more`` beside what is sound, and give its faults."""
    for name, text in (SOUND | (more or {})).items():
        file = folder / "src" / "ryggkompis" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name in ("tools", "tests"):
        (folder / name).mkdir()
    (folder / "hatch_build.py").touch()
    return faults(folder)


def uses(*names: str) -> dict[str, str]:
    """A ``__main__`` that reads ``names``, so that they are not at fault themselves."""
    return {"__main__.py": "".join(f"from ryggkompis.{name} import *\n" for name in names) + "plan\n"}


def a_function(lines: int) -> str:
    return "def plan():\n" + "    pass\n" * (lines - 1)


def test_a_sound_program_has_no_fault(tmp_path: Path) -> None:
    assert project(tmp_path) == []


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ({"plan.py": SOUND["plan.py"] + "#\n" * LONGEST_FILE}, "256 lines, at most 250"),
        ({"plan.py": a_function(LONGEST_FUNCTION + 1)}, "plan.py:1: plan has 41 lines, at most 40"),
        ({"plan.py": SOUND["plan.py"] + "\nUNREAD = 1\n"}, "plan.py:8: UNREAD is used nowhere"),
        ({"plan.py": "class plan:\n    unread: int\n"}, "plan.py:2: unread is used nowhere"),
        (
            {"plan.py": "def plan():\n    pass\n\n\ndef unread():\n    plan(unread=1)\n"},
            "unread is used nowhere",
        ),
        ({"alone.py": "_alone = 1\n"}, "alone.py: nobody imports it"),
        (
            {"__main__.py": "from ryggkompis.plan import _level, plan\n\nplan\n"},
            "_level is private to ryggkompis.plan",
        ),
        (
            {"__main__.py": "from ryggkompis import plan\n\nplan.plan(), plan._level\n"},
            "_level is private to plan",
        ),
        (
            {"again.py": "from ryggkompis.plan import plan\n", **uses("plan", "again")},
            "again.py: only passes on",
        ),
        (
            {"again.py": "from ryggkompis import plan as one\n\nplan = one\n", **uses("plan", "again")},
            "only passes on",
        ),
        (
            {f"room/m{n}.py": "_x = 1\n" for n in range(MOST_MODULES + 1)}
            | uses("plan", *(f"room.m{n}" for n in range(MOST_MODULES + 1))),
            "room: 26 modules, at most 25",
        ),
    ],
)
def test_a_planted_fault_is_found_with_its_place(planted: dict[str, str], found: str, tmp_path: Path) -> None:
    (fault,) = project(tmp_path, planted)
    assert found in fault


@pytest.mark.parametrize(
    "planted",
    [
        {"plan.py": SOUND["plan.py"] + "#\n" * (LONGEST_FILE - 6)},
        {"plan.py": a_function(LONGEST_FUNCTION)},
        {f"cli/commands/m{n}.py": "_x = 1\n" for n in range(MOST_MODULES + 1)}
        | uses("plan", *(f"cli.commands.m{n}" for n in range(MOST_MODULES + 1))),
        {f"room/m{n}.py": "_x = 1\n" for n in range(MOST_MODULES)}
        | uses("plan", *(f"room.m{n}" for n in range(MOST_MODULES))),
        {"plan.py": "class plan:\n    def compose(self): ...\n\n    def action_walk(self): ...\n"},
        {"plan.py": 'def plan():\n    return "{level} of 5"\n\n\nclass _Said:\n    level: int\n'},
        {"__main__.py": "from ryggkompis import __version__, plan\n\nplan.plan(__version__)\n"},
    ],
)
def test_what_is_just_within_the_limits_is_no_fault(planted: dict[str, str], tmp_path: Path) -> None:
    assert project(tmp_path, planted) == []


def test_a_test_alone_keeps_no_name_alive_and_may_be_longer(tmp_path: Path) -> None:
    tests = tmp_path / "tests" / "test_plan.py"
    assert project(tmp_path, {"plan.py": SOUND["plan.py"] + "\nUNREAD = 1\n"}) != []
    tests.write_text("from ryggkompis.plan import UNREAD\n" + "UNREAD\n" * (LONGEST_TEST_FILE - 1))
    assert [fault for fault in faults(tmp_path) if "UNREAD" not in fault] == []
    assert any("UNREAD" in fault for fault in faults(tmp_path))
    tests.write_text("#\n" * (LONGEST_TEST_FILE + 1))
    assert any("tests/test_plan.py: 401 lines" in fault for fault in faults(tmp_path))
