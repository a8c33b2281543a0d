"""A secret key as an age file that a passphrase opens, and as the patient has it on paper."""

import re
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

from ryggkompis.store.errors import MistypedKey, NoCrypto, TooBusyToOpen

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

_KEY_BEGINS: Final = "AGE-SECRET-KEY-1"
_COST: Final = rb"-> scrypt \S+ ([0-9]+)\n"
LEAST_COST: Final = 17
"""The power of two of the work that a guess takes; a machine of our days does it in half a second."""
_MADE_AGAIN: Final = 3
_TRIES: Final = 50
_TOO_SLOW: Final = "Excessive work"
"""How a refusal begins where opening would take long, as fast as this machine seems to be."""


def wrapped(identity: "Identity", passphrase: str) -> bytes:
    """Give the file of ``identity``; it takes about a second to open, to slow guessing."""
    secret = f"{identity}\n".encode()
    return dearest(lambda: bytes(age().passphrase.encrypt(secret, as_one(passphrase))))


def dearest(make: Callable[[], bytes]) -> bytes:
    """Make a file again where opening it would cost little, and give the one that costs most.

    How much work a second holds is timed anew for each: a machine that is busy just then seems to be slow.
    """
    made = make()
    for _again in range(_MADE_AGAIN):
        if _cost(made) >= LEAST_COST:
            break
        made = max(made, make(), key=_cost)
    return made


def _cost(file: bytes) -> int:
    found = re.search(_COST, file)
    return int(found[1]) if found else 0


def unwrapped(file: bytes, passphrase: str) -> "Identity | None":
    """Give the key that ``file`` holds; None where ``passphrase`` does not open it.

    Raises:
        TooBusyToOpen: where that cannot be tried.

    """
    # Each try times the machine anew, for a moment: one that was busy just then seems to be far too slow.
    for _try in range(_TRIES):
        try:
            return identity_of(age().passphrase.decrypt(file, passphrase).decode().strip())
        except (UnicodeDecodeError, MistypedKey):
            return None
        except age().DecryptError as error:
            if not str(error).startswith(_TOO_SLOW):
                return None
    raise TooBusyToOpen


def as_recovery_key(typed: str) -> str | None:
    """Give a recovery key as it is written, however it was typed; None where it is none."""
    key = "".join(typed.split()).upper()
    return key if key.startswith(_KEY_BEGINS) else None


def identity_of(text: str) -> "Identity":
    """Give the key that is written as ``text``, or raise MistypedKey."""
    pyrage = age()
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise MistypedKey from error


def as_one(passphrase: str) -> str:
    """Let å be å however a keyboard composes it."""
    import unicodedata  # noqa: PLC0415 - hardly ever needed

    return unicodedata.normalize("NFC", passphrase)


def age() -> ModuleType:
    """Give the library that reads and writes age files, or raise NoCrypto."""
    try:
        return import_module("pyrage")
    except ImportError as error:
        raise NoCrypto from error
