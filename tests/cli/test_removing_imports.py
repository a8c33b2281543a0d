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
        "1 entry was taken out. 1 entry stays: another import has it, too.\n",
    )
    assert "undo" in said.err
    shell("undo", "--yes")
    assert len(shell("import", "--list", "--json").facts["imports"]) == 2

    said = shell("import", "--remove", earlier["id"], "--yes")
    assert said.out == "0 entries were taken out. 2 entries stay: another import has them, too.\n"
    assert "undo" not in said.err, "nothing was done that could be taken back"
    assert sorted(entry["steps"] for entry in shell.entries()) == [4000, 5000]
    assert shell("import", "--remove", later["id"], "--yes", "--json").facts == {"removed": 2, "stays": 0}
    assert shell.entries() == []
