"""Each red flag, alone, yes or unsure: no plan, and the status says so."""

import pytest

from ryggkompis.content.loading import load_red_flags
from tests.cli.conftest import Shell

RED = [flag.id for flag in load_red_flags().flags if flag.lock == "red"]


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("flag", RED)
def test_one_red_flag_alone_leaves_no_plan(shell: Shell, flag: str, answer: str) -> None:
    shell("checkin", "--leg", "4", "--flags", f"{flag}={answer}")
    said = shell("plan", "--json")

    assert said.status == 1
    assert said.facts["lock"]["flags"] == [flag]
    assert (said.facts["walks"], said.facts["exercises"], said.facts["comfort"]) == ([], [], [])
    assert said.facts["adjusted"] is None


@pytest.mark.parametrize("number", ["yes", "unsure"])
def test_something_new_alone_leaves_no_plan_until_the_list_is_answered(shell: Shell, number: str) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2, "checkin", "--leg", "4")
    shell("checkin", answers=f"{number}\n" + "\n" * 8)
    said = shell("plan", "--json")

    assert said.status == 1
    assert said.facts["lock"]["flags"] == ["DAILY"]
    assert (said.facts["walks"], said.facts["exercises"], said.facts["comfort"]) == ([], [], [])


def test_there_are_as_many_as_the_list_has() -> None:
    assert len(RED) == 20
