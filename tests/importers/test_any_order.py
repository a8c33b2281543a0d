"""The same journal, however imports are ordered, split and repeated; what is removed was never there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.importers.found import Here
from ryggkompis.services.undo import latest, lines_of
from ryggkompis.store.lines import Line
from ryggkompis.store.store import Store
from tests.examples import examples
from tests.importers.any_imports import (
    BEGUN,
    File,
    any_files,
    bring_in,
    exercises,
    meaning,
    minutes,
    own_walk,
    remove,
    sums,
    there,
)
from tests.importers.files import HERE
from tests.store.journals import store_at

SEEDS = range(examples(12))
TOMORROW = replace(HERE, today=HERE.today + timedelta(days=1))


@contextmanager
def journal(*said: Line) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = store_at(Path(folder))
        store.put(said)
        yield store


def said_here(dice: Random) -> list[Line]:
    """What the patient told before anything came in."""
    days = [BEGUN.date() + timedelta(days=n) for n in range(3)]
    return [own_walk(day, 12) for day in days if dice.random() < 0.1]


def groups(dice: Random, files: list[File]) -> list[list[File]]:
    """Put files into imports, in any order, some of them twice."""
    mixed = dice.sample(files, len(files))
    found: list[list[File]] = [[]]
    for file in mixed:
        if found[-1] and dice.random() < 0.6:
            found.append([])
        found[-1].append(file)
    found += [dice.choice(found) for _ in range(dice.choice((0, 1, 2)))]
    return dice.sample(found, len(found))


@pytest.mark.parametrize("seed", SEEDS)
def test_in_any_order_and_split_in_any_way(seed: int) -> None:
    dice = Random(seed)
    files, said = any_files(dice), said_here(dice)
    with journal(*said) as whole, journal(*said) as split:
        bring_in(whole, files)
        for group in groups(dice, files):
            bring_in(split, group, dice.choice((HERE, TOMORROW)))
        assert meaning(split) == meaning(whole)
        came = meaning(whole)
        for one in there(split):
            remove(split, one)
        with journal(*said) as empty:
            assert meaning(split) == meaning(empty)
        # And what was taken out with its imports may come in again.
        bring_in(split, files, TOMORROW)
        assert meaning(split) == came


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_removed_was_never_there(seed: int) -> None:
    dice = Random(seed)
    files, said = any_files(dice), said_here(dice)
    with journal(*said) as all_of_them, journal(*said) as some:
        came: dict[str, File] = {}
        for n, file in enumerate(dice.sample(files, len(files))):
            known = there(all_of_them)
            bring_in(all_of_them, [file], day(n))
            came |= dict.fromkeys(there(all_of_them) - known, file)
        gone = dice.sample(sorted(came), dice.randrange(len(came) + 1))
        for one in gone:
            remove(all_of_them, one)
        for n, file in enumerate(file for one, file in came.items() if one not in gone):
            bring_in(some, [file], day(n))
        assert meaning(all_of_them) == meaning(some)


ZONES = ("Europe/Oslo", "Europe/Helsinki", "America/New_York")


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_told_in_utc_counts_once_from_whatever_zone_it_comes_in(seed: int) -> None:
    dice = Random(seed)
    files = [dice.choice((minutes, minutes, exercises, sums))(dice, n) for n in range(dice.randrange(1, 4))]
    came = [(file, zone) for file in files for zone in dice.sample(ZONES, 2)]
    with journal() as one, journal() as other, journal() as at_home:
        for store, order in ((one, came), (other, dice.sample(came, len(came)))):
            for file, zone in order:
                bring_in(store, [file], replace(dice.choice((HERE, TOMORROW)), tz=zone))
        assert meaning(one) == meaning(other)
        for file in files:
            bring_in(at_home, [file])
        if not any(name == "fitbit.json" for name, _said in files):
            assert steps_in_all(one) == steps_in_all(at_home)
        assert len(walks(one)) == len(walks(at_home))


def steps_in_all(store: Store) -> int:
    return sum(int(str(line.get("steps", 0))) for line in store.read().lines)


def walks(store: Store) -> list[object]:
    return [line["minutes"] for line in store.read().lines if line["kind"] == "walk"]


def day(n: int) -> Here:
    return replace(HERE, today=HERE.today + timedelta(days=n))


@pytest.mark.parametrize("seed", SEEDS)
def test_import_and_removal_or_undo_give_the_journal_of_before(seed: int) -> None:
    dice = Random(seed)
    first, *others = any_files(dice)
    with journal(*said_here(dice)) as store:
        if others:
            bring_in(store, others)
        changed_by_hand(dice, store)
        before, known = meaning(store), there(store)
        bring_in(store, [first], TOMORROW)
        came = there(store) - known
        if dice.random() < 0.5:
            undo(store, before)
            assert meaning(store) == before
            bring_in(store, [first], TOMORROW)
            came = there(store) - known
        after = meaning(store)
        for one in came:
            remove(store, one)
        assert meaning(store) == before
        if after != before:
            undo(store, after)
            assert meaning(store) == after
            for one in there(store) - known:
                remove(store, one)
            assert meaning(store) == before
            bring_in(store, [first], TOMORROW)
            assert meaning(store) == after


def changed_by_hand(dice: Random, store: Store) -> None:
    """Take some of it out, and change some walks."""
    for line in store.read().lines:
        if dice.random() < 0.2:
            store.delete(str(line["id"]))
        elif dice.random() < 0.1 and line["kind"] == "walk":
            store.put([{**line, "minutes": 33, "rev": int(str(line["rev"])) + 1}])


def undo(store: Store, before: list[tuple[str, ...]]) -> None:
    act = latest(store.lines(), store.now())
    assert act is not None
    if meaning(store) != before:
        store.put([*lines_of(act, store.lines(), HERE.today)])
