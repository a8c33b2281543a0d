"""Locking and unlocking a whole journal: every file is sealed, or opened, to the byte, one after the other.

Of each file the new form is durable before the old one goes, so whenever this stops, everything is there; the
next run goes on where it stopped. Copies on this machine are sealed too: what is locked lies nowhere open.
"""

# ruff: noqa: PTH108, PTH116, PTH118, PTH119, PTH123 - pathlib costs more than a whole save
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.store import atomic, backups, lock, month_files
from ryggkompis.store.errors import not_saved
from ryggkompis.store.months import LIMIT
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.files import open_remembered, seal_remembered
from ryggkompis.store.seal import ENDING, HINT, IDENTITY, RECIPIENT, Seal, is_sealed, wrapped_identity

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

_WAIT: Final = 10.0
_RETIRED: Final = "retired"


class Busy(ExpectedError):
    """Another writer has the journal."""

    says = N_("Another program is writing to the journal in {path}. Try again in a moment.")
    status: ClassVar[int] = 3


def set_passphrase(places: Places, seal: Seal, identity: "Identity", passphrase: str, hint: str = "") -> None:
    """Let ``passphrase`` guard ``identity``, new or in use; from now on whatever is written is sealed.

    Raises:
        NoCrypto, NotSaved, Busy: when the key cannot be kept; then all is as it was.

    """
    secret = wrapped_identity(identity, passphrase)
    with alone(places):
        atomic.make_folder(places.key)
        atomic.write_atomic(seal.path(HINT), f"{hint}\n".encode())
        atomic.write_atomic(seal.path(IDENTITY), secret)
        atomic.write_atomic(seal.path(RECIPIENT), f"{identity.to_public()}\n".encode())
    seal.adopt(identity)


def seal_all(places: Places, seal: Seal) -> int:
    """Seal every file of the journal and of its copies that is not yet; count them.

    Raises:
        NotSaved: when one cannot be; those before it are sealed, the others as they were.

    """
    with alone(places):
        seal_remembered(places, seal)
        return sum(
            _changed(file, seal.close(file.data), file.path + ENDING)
            for file in _files(places, want_sealed=False)
        )


def open_all(places: Places, seal: Seal) -> tuple[int, tuple[str, ...]]:
    """Open every sealed file and put the key away; count them, and name what no key opens.

    The key stays in its folder under another name, for a file that another machine has sealed meanwhile.

    Raises:
        NotSaved: when one cannot be written; those before it are open, the others as they were.

    """
    stay: list[str] = []
    count = 0
    with alone(places):
        for file in _files(places, want_sealed=True):
            plain = seal.open(file.data)
            if plain is None:
                stay.append(os.path.basename(file.path))
            else:
                count += _changed(file, plain, file.path.removesuffix(ENDING))
        open_remembered(places, seal)
        # A file that stays sealed needs the key that it is sealed to.
        if not stay:
            _put_key_away(seal)
    return count, tuple(stay)


def _put_key_away(seal: Seal) -> None:
    if os.path.lexists(seal.path(IDENTITY)):
        os.replace(seal.path(IDENTITY), seal.path(f"{_RETIRED}-{os.urandom(4).hex()}{ENDING}"))  # noqa: PTH105
    for name in (RECIPIENT, HINT):
        atomic.discard(seal.path(name))
    if os.path.isdir(seal.folder):  # noqa: PTH112
        atomic.sync_folder(seal.folder)


class _File(NamedTuple):
    path: str
    state: month_files.FileState
    """What it was before it was read."""
    data: bytes


def _files(places: Places, *, want_sealed: bool) -> Iterator[_File]:
    """Give every month and copy that is, or is not, sealed."""
    for place in (places.journal, *backups.folders(places.backups)):
        names = month_files.listing(place, Seal(""))
        months = [month_files.month_file(month) for month in names.months]
        for name in sorted({*months, *(name for beside in names.months.values() for name in beside)}):
            file = _read(os.path.join(place, name))
            if file is not None and is_sealed(file.data) == want_sealed:
                yield file


def _read(path: str) -> _File | None:
    """Read an ordinary file; None for what is none, or could not be a month."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode) or about.st_size > 2 * LIMIT:
            return None
        with open(path, "rb") as file:
            return _File(path, month_files.state_of(about), file.read())
    except FileNotFoundError:
        return None


def _changed(file: _File, data: bytes, target: str) -> int:
    """Write ``data``, the other form of a file, beside it, and only then remove the file; count it.

    One that a sync client has changed meanwhile stays: what it has is in both.
    """
    place, name = os.path.split(target)
    if os.path.lexists(target) or target == file.path:
        ending = ENDING if name.endswith(ENDING) else ""
        target = os.path.join(place, f"{name[: len('YYYY-MM')]}.{os.urandom(8).hex()}.json{ending}")
    # The other form first: stopped in between, the entries are there twice, and a union reads them once.
    atomic.put_in_place(atomic.write_temp(target, data), target)
    if month_files.file_state(file.path) == file.state:
        # Where the file is a link, what it names would stay behind in the open.
        for path in {file.path, os.path.realpath(file.path)}:
            os.unlink(path)
        atomic.sync_folder(place)
    return 1


@contextmanager
def alone(places: Places) -> Iterator[None]:
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
        raise not_saved(places.journal, error) from error
    finally:
        lock.release(held)
