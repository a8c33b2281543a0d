"""A locked journal as a test needs one.

Making a key and opening it take a second each, to slow guessing. The two in ``data/keys`` are what ``lock``
makes, but for the cost, which such a file names itself (scrypt, 2^2): they open at once.
"""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from pyrage.x25519 import Identity

from ryggkompis.store.seal import Seal
from ryggkompis.store.sealing import seal_all
from ryggkompis.store.store import Store
from tests.store.journals import home

KEYS = Path(__file__).parents[1] / "data" / "keys"
PASSPHRASE = "tre gule støvler"
ANOTHER = "fire røde votter"
_FOLDERS = {PASSPHRASE: "first", ANOTHER: "other"}
HINT = "what stands in the hall"


def give_key(folder: Path, passphrase: str = PASSPHRASE) -> None:
    """Give the journal in ``folder`` a key, as ``lock`` does first."""
    shutil.copytree(KEYS / _FOLDERS[passphrase], home(folder).key, dirs_exist_ok=True)


def lock(folder: Path, passphrase: str = PASSPHRASE) -> None:
    """Lock the journal in ``folder``."""
    give_key(folder, passphrase)
    seal_all(home(folder), Seal(home(folder).key))


def knowing(passphrase: str = PASSPHRASE) -> Callable[[Seal], None]:
    """Answer whoever asks for the passphrase."""
    return lambda seal: seal.unlock(passphrase)


def seal_of(folder: Path, passphrase: str | None = PASSPHRASE) -> Seal:
    """Give the seal of a journal, for one who knows the passphrase, or, with None, does not."""
    return Seal(home(folder).key, knowing(passphrase) if passphrase else None)


def locked_store(folder: Path, passphrase: str | None = PASSPHRASE) -> Store:
    """Open a store whose reader knows the passphrase, or, with None, does not."""
    return Store(home(folder), lock_wait=0.05, replace_wait=0.05, seal=seal_of(folder, passphrase))


@cache
def _identity() -> Identity:
    seal = Seal(str(KEYS / _FOLDERS[PASSPHRASE]))
    seal.unlock(PASSPHRASE)
    return seal.identity


def open_seal(folder: Path) -> Seal:
    """Give the seal of a journal whose passphrase has been given already, at no cost."""
    return Seal(home(folder).key, lambda seal: seal.adopt(_identity()))


def open_store(folder: Path) -> Store:
    """Open a store whose passphrase has been given already, at no cost."""
    return Store(home(folder), lock_wait=0.05, replace_wait=0.05, seal=open_seal(folder))
