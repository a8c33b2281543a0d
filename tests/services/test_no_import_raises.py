"""No import raises today's plan: not what comes in, not what a corrected one takes out, and no removal."""

from datetime import UTC, date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from ryggkompis.domain.journal.entries import Walk
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import taking
from ryggkompis.services.imports.whole import imports, take_out
from ryggkompis.services.undo import latest, lines_of
from ryggkompis.store.acts import import_of
from tests.domain.lives import life
from tests.examples import examples
from tests.services.needed import Journal

SEEDS = range(examples(10))
TURS, HIKES = ("Tur=walk", "date=day", "kl=time"), ("Fjell=walk", "date=day", "kl=time")


def table(dice: Random, last: date) -> str:
    """Walks of the last weeks, as they were and as another device has them."""
    rows = []
    for n in range(1, 40):
        if dice.random() < 0.7:
            day = last - timedelta(days=n)
            clock = f"1{dice.randrange(4)}:0{dice.randrange(10)}"
            rows.append(f"{day},{clock},{dice.randrange(3, 90)},{dice.randrange(3, 90)}\n")
    return "date,kl,Tur,Fjell\n" + "".join(rows)


def bring_in(journal: Journal, text: str, maps: tuple[str, ...], on: date) -> None:
    found = read_file(text.encode(), Here(on, "UTC", UTC), parse_mapping(maps), name="walks.csv")
    taking(found, journal.store.lines(), on).put_into(journal.store)


def remove(journal: Journal) -> None:
    (one, *_) = imports(journal.store.lines())
    take_out(journal.store, one, journal.day)


def undo(journal: Journal) -> None:
    act = latest(journal.store.lines(), journal.store.now())
    if act is None or any(import_of(one.about) is None for one in act.changes):
        return  # nothing of imports is left to be taken back
    journal.store.put([*lines_of(act, journal.store.lines(), journal.day)])


def asks(plan: Plan) -> dict[str, int]:
    """How much today asks for: minutes of walking, and the level of each exercise."""
    return {"walk": 0 if plan.is_empty else plan.walk_minutes} | {one.id: one.level for one in plan.exercises}


def is_raised(before: Plan, after: Plan) -> bool:
    most = asks(before)
    return any(much > most.get(what, 0) for what, much in asks(after).items())


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_is_done_to_imports_raises_today(seed: int) -> None:
    dice, one = Random(seed), life(seed)
    told = [
        entry
        for entry in one.known(one.days).entries
        if not (isinstance(entry, Walk) and dice.random() < 0.8)
    ]
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), one.last, None)
        journal.put(*told)
        first = table(dice, one.last)
        earlier = dice.choice((1, 3))
        bring_in(journal, first, TURS, one.last - timedelta(days=earlier))
        if dice.random() < 0.3:
            bring_in(journal, table(dice, one.last), HIKES, one.last - timedelta(days=1))
        before = journal.companion.state().plan
        for _ in range(dice.randrange(1, 4)):
            match dice.randrange(4):
                case 0:
                    bring_in(journal, first, HIKES, one.last)
                case 1:
                    bring_in(journal, table(dice, one.last), TURS, one.last)
                case 2 if imports(journal.store.lines()):
                    remove(journal)
                case _:
                    undo(journal)
            assert not is_raised(before, journal.companion.state().plan)
