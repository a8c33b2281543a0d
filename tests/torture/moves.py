"""What can happen: each move does one thing to the world, and says what is to be true from then on."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from ryggkompis.store.lines import union
from ryggkompis.store.months import REPLACEABLE, decode_month, encode_month
from ryggkompis.store.seal import is_sealed
from tests.e2e.answering import RED
from tests.torture import sittings
from tests.torture.devices import FOREVER, Device, Version
from tests.torture.world import KILLED, World, utc

POSITIVE: Final = sorted(f"{id_}{said}" for id_ in RED for said in ("", "=unsure"))
CLOCK: Final = (
    timedelta(hours=1), timedelta(hours=9), timedelta(days=1), timedelta(days=2), timedelta(days=9),
    timedelta(days=40), -timedelta(hours=2), -timedelta(days=3), timedelta(days=365), -timedelta(days=365),
)  # fmt: skip
LOOKS: Final = (
    ("log",), ("log", "--json"), ("where",), ("doctor",), ("progress",), ("report", "-", "--format", "md"),
    ("restore",), ("redo", "--yes"), ("visit",), ("urgent",), ("reminders", "r.ics", "--force"),
)  # fmt: skip
MOST_CHANGES: Final = 14
"""Changes on the disk after which a save is mostly over."""
Move = Callable[[World, Device], None]


def note(world: World, device: Device) -> None:
    """Say something about today, or a day before."""
    day = _a_day(world)
    word = world.word(day)
    ran = world.run(device, "note", word, *(() if day == world.today else ("--date", str(day))))
    assert ran.has_saved == (ran.status == 0), ran
    if ran.status == 0:
        device.said(word)


def killed_note(world: World, device: Device) -> None:
    """Say something, and die over it."""
    word = world.word(world.today)
    ran = world.run(device, "note", word, dies_at=world.dice.randint(1, MOST_CHANGES))
    if ran.has_saved:
        device.said(word)


def walk(world: World, device: Device) -> None:
    """Note a walk."""
    world.run(device, "walk", str(world.dice.randint(1, 30)))


def all_no(world: World, device: Device) -> None:
    """Answer the whole list with no."""
    ran = world.run(device, "checkin", "--leg", str(world.dice.randint(0, 10)), "--flags", "none")
    assert ran.has_saved == (ran.status != 3), ran
    # Of what was damaged the list of the day may be the answer, unless the plan was seen to be held back.
    if device.is_damaged and not device.saw_it_held:
        device.holds = False
    device.saw_it_held = ran.status == 1
    assert ran.status == 1 or not device.holds, ran


def a_yes(world: World, device: Device) -> None:
    """Answer yes or unsure."""
    answer = world.dice.choice(POSITIVE)
    dies_at = world.dice.randint(1, MOST_CHANGES) if world.dice.random() < 0.3 else None
    ran = world.run(device, "checkin", "--flags", answer, dies_at=dies_at)
    if ran.has_saved:
        device.holds = True
        device.was_cleared = False
        device.saw_it_held = device.saw_it_held or ran.status == 1
    assert ran.status in {1, KILLED}, f"it holds the plan: {ran}"


def clear(world: World, device: Device) -> None:
    """Say that somebody has seen them."""
    ran = world.run(device, "clear", "--by", "fastlegen", "--yes")
    if ran.status == 0:
        device.holds, device.was_cleared = False, True


def plan(world: World, device: Device) -> None:
    """Look at the plan."""
    ran = world.run(device, "plan", "--json")
    shown = json.loads(ran.out)
    assert ran.status == 1 or not device.holds, ran
    assert ran.status != 1 or not (shown["exercises"] or (shown["walks"] and shown["lock"])), ran
    device.saw_it_held = ran.status == 1


def look(world: World, device: Device) -> None:
    """Ask for something that changes nothing of what was said."""
    arguments = world.dice.choice(LOOKS)
    world.run(device, *arguments)
    device.look_again()


def undo(world: World, device: Device) -> None:
    """Take back, sometimes to the death, and bring back."""
    dies_at = world.dice.randint(1, MOST_CHANGES) if world.dice.random() < 0.3 else None
    world.run(device, world.dice.choice(("undo", "undo", "redo")), "--yes", dies_at=dies_at)
    device.look_again()


def erase(world: World, device: Device) -> None:
    """Erase one remark for good."""
    ids = {word: id_ for word, id_ in device.ids().items() if word in device.there}
    if not ids:
        return
    word = world.dice.choice(sorted(ids))
    ran = world.run(device, "erase", ids[word], "--yes")
    if ran.status == 2:
        return
    assert ran.status == 0 or ran.err.strip(), ran
    device.remarks[word] = Version(FOREVER, is_there=False)
    for path, raw in device.files():
        if word.encode() in device.keys.opened(raw):
            assert path.name in ran.out + ran.err, f"{word} was erased, and {path} still has it unnamed"
    world.broken.clear()


def erase_everything(world: World, device: Device) -> None:
    """Erase it all."""
    ran = world.run(device, "erase", "--everything", "--yes")
    assert ran.status == 0, ran
    for path, raw in device.files():
        assert b"ord" not in device.keys.opened(raw) or path.name in ran.err, f"{path} is still there"
    world.part(device)


def lock(world: World, device: Device) -> None:
    """Put a passphrase before it."""
    if any(each.is_locked for each in world.devices if each is not device):
        return
    ran = world.run(device, "lock", *recovery(world))
    if ran.status == 0:
        nothing_lies_open(device, ran.out + ran.err)


def killed_lock(world: World, device: Device) -> None:
    """Die while it is locked or unlocked; the same once more ends it."""
    if any(each.is_locked for each in world.devices if each is not device):
        return
    opens = device.is_locked
    for dies_at in (world.dice.randint(1, 40), None):
        ran = world.run(device, *(("unlock",) if opens else ("lock", *recovery(world))), dies_at=dies_at)
        world.check()
    if not opens and ran.status == 0:
        nothing_lies_open(device, ran.out + ran.err)


def recovery(world: World) -> tuple[str, str]:
    """Name a file for the next recovery key."""
    return "--recovery", f"recovery{len(world.told):04}"


def unlock(world: World, device: Device) -> None:
    """Take the passphrase away."""
    if device.is_locked:
        world.run(device, "unlock")


def nothing_lies_open(device: Device, told: str) -> None:
    """What was locked can be read nowhere, but where it was said."""
    for path, raw in device.files():
        is_closed = is_sealed(raw) or b"ord" not in raw
        assert is_closed or path.name in told, f"{path} lies open, unnamed"


def backup(world: World, device: Device) -> None:
    """Write everything into a file, sometimes to the death."""
    file = world.dice.choice(("a.zip", "b.zip"))
    dies_at = world.dice.randint(1, 4) if world.dice.random() < 0.2 else None
    ran = world.run(device, "backup", file, "--force", dies_at=dies_at)
    if ran.status == 0:
        world.backups[file] = {word: device.remarks[word] for word in device.there}
    elif ran.status == KILLED and file in world.backups:
        assert world.run(device, "backup", "--check", file).status in {0, 3}
        world.backups[file] = {}


def restore(world: World, device: Device) -> None:
    """Bring back what a backup has and the journal lacks, sometimes to the death before."""
    if not world.backups:
        return
    file = world.dice.choice(sorted(world.backups))
    if not (world.desk / file).exists():
        return
    if world.dice.random() < 0.3:
        world.run(device, "restore", file, dies_at=world.dice.randint(1, MOST_CHANGES))
    ran = world.run(device, "restore", file)
    device.unsure |= _unknown_of(world, device)
    if ran.status == 0:
        device.learn({w: v for w, v in world.backups[file].items() if isinstance(v, Version)})
    device.look_again()


def import_(world: World, device: Device) -> None:
    """Take in a month from elsewhere, sometimes to the death before."""
    words = to_import(world)
    if world.dice.random() < 0.6:
        world.run(device, "import", "m.json", dies_at=world.dice.randint(1, MOST_CHANGES))
        world.check()
    if world.run(device, "import", "m.json").status in {0, 3}:
        device.said(*words)


def to_import(world: World) -> list[str]:
    """Lay a file with a few remarks on the desk, and give them."""
    words = [world.word(_a_day(world)) for _n in range(3)]
    lines = [
        {
            "id": f"I{word}", "rev": 1, "day": str(world.days[word]), "tz": "Europe/Oslo", "kind": "note",
            "at": f"{world.days[word]}T12:00:00+01:00", "text": word, "saved": utc(world.moment),
        }
        for word in words
    ]  # fmt: skip
    (world.desk / "m.json").write_bytes(encode_month(str(world.today)[:7], union(lines)))
    return words


def damage(world: World, device: Device) -> None:
    """Cut a month, flip a bit of it, or let it be empty."""
    months = device.months()
    if not months:
        return
    path = world.dice.choice(months)
    raw = bytearray(path.read_bytes())
    if not raw:
        return
    before = {bytes(raw), device.keys.opened(bytes(raw))}
    world.broken = [data for data in world.broken if data not in before]
    how = world.dice.choice(("cut", "flip", "flip", "empty"))
    if how == "flip":
        raw[world.dice.randrange(len(raw))] ^= 1 << world.dice.randrange(8)
    else:
        del raw[world.dice.randrange(len(raw)) if how == "cut" else 0 :]
    path.write_bytes(raw)
    world.tell(f"{device.name}: {how} {path.name}")
    month = path.name[:7]
    for each in world.devices:
        each.damaged_in(month, world.days)
    opened = device.keys.opened(bytes(raw))
    if is_sealed(opened) or decode_month(opened, month).status not in REPLACEABLE:
        world.broken.append(bytes(raw) if is_sealed(opened) else opened)


def repair(world: World, device: Device) -> None:
    """Mend what can be mended."""
    world.run(device, "doctor", "--repair")
    # Where nobody saw it held, a yes that was damaged may be gone for good: what is left is the doubt.
    if device.is_damaged and not device.saw_it_held:
        device.holds = False


def sync(world: World, device: Device) -> None:
    """Let the machines meet."""
    del device
    world.sync()


def clock(world: World, device: Device) -> None:
    """Set the clock."""
    del device
    world.move(world.dice.choice(CLOCK))


def _a_day(world: World) -> date:
    return world.today - timedelta(days=world.dice.choice((0, 0, 0, 1, 5, 33)))


def _unknown_of(world: World, device: Device) -> set[str]:
    """Words that a killed writer, or a journal since erased, may bring in."""
    return set(world.days) - device.remarks.keys()


MOVES: Final[dict[Move, int]] = {
    note: 10, killed_note: 6, walk: 3, all_no: 4, a_yes: 2, clear: 2, plan: 4, look: 3, undo: 4, erase: 3,
    erase_everything: 1, lock: 2, killed_lock: 2, unlock: 2, backup: 3, restore: 3, import_: 4, damage: 2,
    repair: 2, sync: 6, clock: 8, sittings.remark: 2, sittings.safety: 2, sittings.keys: 2,
}  # fmt: skip
"""Each with how often it comes."""
