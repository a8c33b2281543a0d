"""``make mutants`` changes every number and comparison by one, and calls each change by a name that stays."""

from tools.mutants.changes import all_mutants, excused, mutants_of

SOURCE = b"""LIMIT = 3
SHARE = 0.7


def is_much(n):
    return n >= LIMIT
"""


def test_a_number_goes_down_and_up_and_a_comparison_to_its_neighbour() -> None:
    assert [mutant.name for mutant in mutants_of("plan/a.py", SOURCE)] == [
        "plan/a.py LIMIT = 3 -> LIMIT = 2",
        "plan/a.py LIMIT = 3 -> LIMIT = 4",
        "plan/a.py SHARE = 0.7 -> SHARE = 0.65",
        "plan/a.py SHARE = 0.7 -> SHARE = 0.75",
        "plan/a.py is_much: return n >= LIMIT -> return n > LIMIT",
    ]


def test_the_file_is_changed_in_that_place_alone() -> None:
    *_, last = mutants_of("plan/a.py", SOURCE)
    assert last.source == SOURCE.replace(b">=", b">")


def test_a_change_keeps_its_name_when_lines_move_and_no_two_share_one() -> None:
    moved = [mutant.name for mutant in mutants_of("plan/a.py", b"\n\n" + SOURCE)]
    assert moved == [mutant.name for mutant in mutants_of("plan/a.py", SOURCE)]
    twice = [mutant.name for mutant in mutants_of("plan/a.py", SOURCE + SOURCE)]
    assert len(twice) == len(set(twice)) == 2 * len(moved)


def test_what_is_excused_is_there_to_be_changed_and_has_a_reason() -> None:
    """A line that was rewritten needs a look anew: its excuse may no longer hold."""
    excuses = excused()
    assert excuses.keys() <= {mutant.name for mutant in all_mutants()}
    assert all(excuses.values())
