"""Locking and unlocking a whole journal: every file is sealed, or opened, to the byte, one after the other.

Of each file the new form is durable before the old one goes, so whenever this stops, everything is there; the
next run goes on where it stopped. Copies on this machine are sealed too: what is locked lies nowhere open.
"""

# ruff: noqa: PTH105, PTH108, PTH112, PTH118, PTH120 - pathlib costs more than a whole save
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.store import atomic, backups, lock, month_files
from ryggkompis.store.errors import Busy, NotFinished, not_saved
from ryggkompis.store.inventory.found import Found, inventory
from ryggkompis.store.inventory.looking import is_open, sweep, unfinished
from ryggkompis.store.inventory.room import check_room
from ryggkompis.store.keys.wrapping import age, wrapped
from ryggkompis.store.places import Places
from ryggkompis.store.seal import ENDING, HINT, IDENTITY, RECIPIENT, Seal, is_sealed

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

_WAIT: Final = 10.0
_RETIRED: Final = "retired"
Refusal = Callable[[str, OSError], ExpectedError]


class Sealing(NamedTuple):
    """What came of locking."""

    sealed: int
    """Files."""
    left: tuple[Found, ...]
    """What lies open still, and why that is so: somebody is at it, it is not here, or a link led outside."""


def new_identity() -> "Identity":
    """Make a key that nothing has been sealed to yet, or raise NoCrypto."""
    return age().x25519.Identity.generate()


def set_passphrase(places: Places, seal: Seal, identity: "Identity", passphrase: str, hint: str = "") -> None:
    """Let ``passphrase`` guard ``identity``, new or in use; from now on whatever is written is sealed.

    Raises:
        NoCrypto, NotSaved, Busy: when the key cannot be kept; then all is as it was.

    """
    keep_key(places, seal, identity, wrapped(identity, passphrase), hint)


def keep_key(places: Places, seal: Seal, identity: "Identity", secret: bytes, hint: str = "") -> None:
    """Let ``secret`` be the file of ``identity``.

    Raises:
        NotSaved, Busy: when it cannot be kept; then all is as it was.

    """
    is_new = not seal.is_on
    with alone(places):
        try:
            atomic.make_folder(places.key)
            # The public half last: where it alone is missing, the secret half tells it.
            for name, data in ((HINT, f"{hint}\n".encode()), (IDENTITY, secret)):
                atomic.write_atomic(seal.path(name), data)
            _keep_recipient(seal, identity)
        except OSError:
            for name in (RECIPIENT, IDENTITY, HINT) if is_new else ():
                atomic.discard(seal.path(name))
            raise
    seal.adopt(identity)


def _keep_recipient(seal: Seal, identity: "Identity") -> None:
    atomic.write_atomic(seal.path(RECIPIENT), f"{identity.to_public()}\n".encode())


def seal_all(places: Places, seal: Seal) -> Sealing:
    """Seal every file of the journal and of its copies that is not yet; count them, and name what stays open.

    Raises:
        NoRoom: when there is none to do it in; nothing is changed.
        NotFinished: when one cannot be sealed; those before it are, the others as they were.

    """
    check_room(places)
    count = 0
    with alone(places, _not_finished):
        if not os.path.lexists(seal.path(RECIPIENT)):
            _keep_recipient(seal, seal.identity)
        busy = sweep(places)
        beyond = tuple(found for found in inventory(places) if found.what in {"target", "away"})
        for found in filter(is_open, tuple(inventory(places))):
            count += _sealed(places, seal, found)
        again = (Found(path, "month") for path in unfinished(places, thoroughly=True))
        return Sealing(count, _once((*busy, *beyond, *again)))


def _once(found: tuple[Found, ...]) -> tuple[Found, ...]:
    return tuple({one.path: one for one in reversed(found)}.values())[::-1]


def _sealed(places: Places, seal: Seal, found: Found) -> int:
    """Seal one file, in its place; an editor's copy among the copies, so that it is not read as a month."""
    file = _read(found.path)
    if file is None:
        return 0
    data = seal.close(file.data)
    if found.what == "remembered":
        atomic.write_atomic(found.path, data)
    elif found.what == "stray":
        place = os.path.join(places.backups, backups.ASIDE)
        atomic.make_folder(place)
        _changed(file, data, os.path.join(place, f"{found.name}.{os.urandom(4).hex()}{ENDING}"))
    else:
        _changed(file, data, found.path.removesuffix(ENDING) + ENDING)
    return 1


def open_all(places: Places, seal: Seal) -> tuple[int, tuple[str, ...]]:
    """Open every sealed file and put the key away; count them, and name what no key opens.

    The key stays in its folder under another name, for a file that another machine has sealed meanwhile.

    Raises:
        Closed: when there is something to open, and no key is given.
        NoRoom: when there is none to do it in; nothing is changed.
        NotFinished: when one cannot be written; those before it are open, the others as they were.

    """
    check_room(places)
    stay: list[str] = []
    count = 0
    with alone(places, _not_finished):
        sweep(places)
        for found in tuple(inventory(places)):
            file = _read(found.path) if found.what in {"month", "copy", "remembered"} else None
            if file is None or not is_sealed(file.data):
                continue
            seal.have_key()
            plain = seal.open(file.data)
            if plain is not None:
                count += _opened(found, file, plain)
            elif found.what == "remembered":
                os.unlink(found.path)  # of no use any more
            else:
                stay.append(found.name)
        # What stays sealed needs its own key: this one opens nothing of it, and so keeps nothing locked.
        if not stay or seal.is_of_this_journal:
            _put_key_away(seal)
    return count, tuple(stay)


def _opened(found: Found, file: "_File", plain: bytes) -> int:
    """Open one file in its place; what is only remembered is not counted."""
    if found.what == "remembered":
        atomic.write_atomic(found.path, plain)
        return 0
    _changed(file, plain, found.path.removesuffix(ENDING))
    return 1


def _put_key_away(seal: Seal) -> None:
    if os.path.lexists(seal.path(IDENTITY)):
        os.replace(seal.path(IDENTITY), seal.path(f"{_RETIRED}-{os.urandom(4).hex()}{ENDING}"))
    for name in (RECIPIENT, HINT):
        atomic.discard(seal.path(name))
    if os.path.isdir(seal.folder):
        atomic.sync_folder(seal.folder)


class _File(NamedTuple):
    path: str
    state: month_files.FileState | None
    """What it was before it was read."""
    data: bytes


def _read(path: str) -> _File | None:
    """Read an ordinary file; None for what is none, or could not be a month."""
    state = month_files.file_state(path)
    data = month_files.read_whole(path)
    return None if data is None else _File(path, state, data)


def _changed(file: _File, data: bytes, target: str) -> None:
    """Write ``data``, the other form of a file, and only then remove the file; a name that fits it stays.

    One that a sync client has changed meanwhile stays: what it has is in both.
    """
    place, name = os.path.split(target)
    is_renamed = target != file.path
    if is_renamed and os.path.lexists(target):
        ending = ENDING if name.endswith(ENDING) else ""
        target = os.path.join(place, f"{name[: len('YYYY-MM')]}.{os.urandom(8).hex()}.json{ending}")
    # The other form first: stopped in between, the entries are there twice, and a union reads them once.
    temp = atomic.write_temp(target, data)
    if not is_renamed and month_files.file_state(file.path) != file.state:
        atomic.drop(temp)
        return
    atomic.put_in_place(temp, target)
    if is_renamed and month_files.file_state(file.path) == file.state:
        os.unlink(file.path)
        atomic.sync_folder(os.path.dirname(file.path))


def _not_finished(path: str, error: OSError) -> NotFinished:
    named = error.filename if isinstance(error.filename, str) else path
    return NotFinished(path=named, reason=error)


@contextmanager
def alone(places: Places, refusal: Refusal = not_saved) -> Iterator[None]:
    """Keep every other writer of the month files out, and word what the disk refuses."""
    try:
        atomic.make_folder(places.journal)
        held = lock.take(places.journal, _WAIT)
    except OSError as error:
        raise not_saved(places.journal, error) from error
    if held is None:
        raise Busy(path=places.journal)
    try:
        yield
    except OSError as error:
        raise refusal(places.journal, error) from error
    finally:
        lock.release(held)
