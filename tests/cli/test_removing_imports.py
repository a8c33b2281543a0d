"""``import --remove``: what it says is counted, also where another import has the same."""

from pathlib import Path

from tests.cli.conftest import Shell

DAYS = "date,steps\n2026-03-01,{}\n2026-03-02,4000\n"


def bring_in(shell: Shell, tmp_path: Path, name: str, first: int) -> None:
    file = tmp_path / name
    file.write_text(DAYS.format(first), encoding="utf-8")
    assert shell("import", str(file)).status == 0


def test_what_another_import_has_stays_and_that_is_said(shell: Shell, tmp_path: Path) -> None:
    bring_in(shell, tmp_path, "a.csv", 3000)
    bring_in(shell, tmp_path, "b.csv", 5000)
    later, earlier = sorted(shell("import", "--list", "--json").facts["imports"], key=lambda one: one["id"])[
        ::-1
    ]
    assert (earlier["entries"], later["entries"]) == (2, 2)

    said = shell("import", "--remove", later["id"], "--yes")
    assert (said.status, said.out) == (
        0,
        "1 entry says something else now. 1 entry stays: another import has it, too.\n",
    )
    assert "undo" in said.err
    shell("undo", "--yes")
    assert len(shell("import", "--list", "--json").facts["imports"]) == 2

    said = shell("import", "--remove", earlier["id"], "--yes")
    assert said.out == "0 entries were taken out. 2 entries stay: another import has them, too.\n"
    assert "undo" not in said.err, "nothing was done that could be taken back"
    assert sorted(entry["steps"] for entry in shell.entries()) == [4000, 5000]
    assert shell("import", "--remove", later["id"], "--yes", "--json").facts == {
        **dict.fromkeys(("changed", "returned", "stays"), 0),
        "removed": 2,
    }
    assert shell.entries() == []


APPLE = "<HealthData>{}</HealthData>"
WALK = (
    '<Workout workoutActivityType="HKWorkoutActivityTypeWalking" sourceName="{}" duration="{}"'
    ' durationUnit="min" startDate="2026-03-01 {} +0100" endDate="2026-03-01 {} +0100"/>'
)
STEPS = (
    '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="{}" value="{}"'
    ' startDate="2026-03-01 {} +0100" endDate="2026-03-01 {} +0100"/>'
)


def test_what_goes_changes_and_comes_to_light_is_told_apart_and_undo_says_the_same(
    shell: Shell, tmp_path: Path
) -> None:
    first, second = tmp_path / "A.xml", tmp_path / "B.xml"
    first.write_text(
        APPLE.format(
            WALK.format("Watch", 40, "10:00:00", "10:40:00")
            + STEPS.format("Watch", 777, "10:00:00", "10:10:00")
            + STEPS.format("Phone", 555, "10:00:00", "10:10:00")
        )
    )
    second.write_text(
        APPLE.format(
            WALK.format("App", 30, "10:00:05", "10:30:00")
            + STEPS.format("Watch", 333, "11:00:00", "11:10:00")
        )
    )
    for file in (first, second):
        assert shell("import", str(file), "--yes").status == 0
    earlier = min(one["id"] for one in shell("import", "--list", "--json").facts["imports"])
    with_both = shell.entries()

    said = shell("import", "--remove", earlier, "--yes").out
    assert said == (
        "2 entries were taken out. 1 entry says something else now. "
        "1 entry that it had replaced is there again.\n"
    )
    without = [(one["kind"], one.get("minutes"), one.get("steps")) for one in shell.entries()]
    assert sorted(map(str, without)) == ["('steps', None, 333)", "('walk', 30, None)"]

    named = "the import from Apple Health (3 entries, 1 March 2026)"
    assert shell("undo", "--yes").err == f"Brought back: {named}\n"
    assert [one["id"] for one in shell.entries()] == [one["id"] for one in with_both]
    assert (
        shell("redo", "--yes").err == f"Taken back: {named}. 1 entry that it had replaced is there again.\n"
    )
    assert [(one["kind"], one.get("minutes"), one.get("steps")) for one in shell.entries()] == without
    assert shell("undo", "--yes").err == f"Brought back: {named}\n"
    assert len(shell("import", "--list", "--json").facts["imports"]) == 2
