"""Taking back and bringing back, any number of times: what stands follows from what imports have."""

from random import Random

import pytest

from ryggkompis.services.imports.whole import imports
from ryggkompis.services.undo import latest, lines_of, taken_last
from ryggkompis.store.imports.known import Known
from ryggkompis.store.imports.standing import standing_of
from ryggkompis.store.store import Store
from tests.examples import examples
from tests.importers.any_imports import any_files, bring_in, looked_at, meaning, remove, there
from tests.importers.files import HERE
from tests.importers.test_any_order import day, journal, said_here

SEEDS = range(examples(12))


def turn(store: Store, *, back: bool) -> bool:
    """Take the latest act back, or bring back what was taken back last; tell whether there was one."""
    act = (latest if back else taken_last)(store.lines(), store.now())
    if act is None:
        return False
    store.put([*lines_of(act, store.lines(), HERE.today)])
    assert_that_it_follows(store)
    return True


def assert_that_it_follows(store: Store) -> None:
    """What stands of imports is the function of what they have: asked again it says the same."""
    known = Known(store.lines())
    stand = standing_of(known, known.claims, known.claims, frozenset())
    shown = {id_: known.stands(id_) for id_ in known.claims}
    assert {id_ for id_, line in shown.items() if line is not None} == set(stand)
    for id_, line in shown.items():
        assert line is None or stand[id_].shown.items() <= line.items()
    assert there(store) == {came for has in known.claims.values() for came in has}


def some_acts(dice: Random, store: Store) -> None:
    """Imports and removals; one that changes nothing that can be seen is no act to take back."""
    files = any_files(dice)
    for n in range(dice.randrange(2, 6)):
        here = sorted(one.id for one in imports(store.lines()) if one.id in seen_alone(store))
        some = dice.sample(files, dice.randrange(1, len(files) + 1))
        if here and dice.random() < 0.35:
            remove(store, dice.choice(here))
        elif not looked_at(store, some, day(n)).is_empty:
            bring_in(store, some, day(n))
        assert_that_it_follows(store)


def seen_alone(store: Store) -> set[str]:
    """Name the imports that have something that stands, and that no other import has."""
    known = Known(store.lines())
    return {came for id_, has in known.claims.items() for came in has if len(has) == 1 and known.stands(id_)}


@pytest.mark.parametrize("seed", SEEDS)
def test_undone_redone_and_undone_is_undone(seed: int) -> None:
    dice = Random(seed)
    with journal(*said_here(dice)) as store:
        some_acts(dice, store)
        states = [meaning(store)]
        while len(states) < 5 and turn(store, back=True):
            states.append(meaning(store))
        at = len(states) - 1
        for _ in range(12 if len(states) > 1 else 0):
            back = at == 0 or (at < len(states) - 1 and dice.random() < 0.5)
            assert turn(store, back=back)
            at += 1 if back else -1
            assert meaning(store) == states[at]
