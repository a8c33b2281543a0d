"""The journal behind a passphrase: files in the age format, to one key that the passphrase opens.

Writing needs only the public half of the key, so noting something never asks; reading asks once.
"""

# ruff: noqa: PTH118, PTH208 - pathlib costs more than a whole save
import errno
import os
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Final

from ryggkompis.store import atomic, bundle
from ryggkompis.store.errors import KeyIsGone, Sealed, WrongPassphrase

if TYPE_CHECKING:
    from pyrage.x25519 import Identity, Recipient

RECIPIENT: Final = "recipient.txt"
"""The public half; where it or the secret one is, whatever is written is sealed."""
IDENTITY: Final = "identity.age"
"""The secret half, itself an age file that the passphrase opens."""
HINT: Final = "hint.txt"
ENDING: Final = ".age"
READ_FROM: Final = "RYGGKOMPIS_PASSPHRASE_FILE"
"""The variable that names the file a script keeps the passphrase in."""
HINT_LONGEST: Final = 200
_HEADER: Final = b"age-encryption.org/v1\n"
_LIMIT: Final = 1 << 16


def is_sealed(data: bytes) -> bool:
    """Tell whether ``data`` is an age file, or several in one, whatever it is called."""
    return data.startswith((_HEADER, bundle.BEGINS))


def _age() -> ModuleType:
    from ryggkompis.store.keys.wrapping import age  # noqa: PLC0415 - who has no lock needs none of it

    return age()


class Seal:
    """Closes what is written and opens what is read, where the journal is locked; else does nothing."""

    def __init__(self, folder: str, need: "Callable[[Seal], None] | None" = None) -> None:
        """Use the keys in ``folder``; ``need`` is called when reading needs a passphrase, and unlocks."""
        self.folder = folder
        self.need = need
        self._identities: list[Identity] = []
        self._wrapped: bytes | None = None

    @property
    def is_on(self) -> bool:
        """What is written now is sealed."""
        # Either half will do: a sync client may bring them one by one, and nothing may lie open meanwhile.
        return any(_may_be_there(self.path(name)) for name in (RECIPIENT, IDENTITY))

    @property
    def is_blind(self) -> bool:
        """It can write, and cannot read before it is unlocked."""
        return self.is_on and not self._identities

    @property
    def ending(self) -> str:
        """What the name of a file that is written now ends in."""
        return ENDING if self.is_on else ""

    @property
    def hint(self) -> str:
        """The patient's own reminder of the passphrase; empty when there is none."""
        return (self._read(HINT) or b"").decode("utf-8", "replace").strip()

    def path(self, name: str) -> str:
        """Give the path of a file of keys."""
        return os.path.join(self.folder, name)

    def close(self, data: bytes) -> bytes:
        """Give ``data`` as it is to be written.

        Raises:
            NoCrypto, Sealed: when it has to be sealed and cannot be.

        """
        if not self.is_on:
            return data
        sealed: bytes = _age().encrypt(data, [self._recipient()])
        return sealed

    def open(self, data: bytes) -> bytes | None:
        """Give what ``data`` holds; None when no key of this journal opens it.

        Nobody is asked for the key of a file that lies sealed in a journal that is not: it may be anybody's.

        Raises:
            NoCrypto, Sealed, WrongPassphrase: when a passphrase is needed and none was given.

        """
        if not is_sealed(data):
            return data
        if not (self.is_on or self._identities):
            return None
        self.have_key()
        opened = self._opened(data)
        if opened is None and self._read(IDENTITY) != self._wrapped:
            # Another program has given the journal another key since.
            self.forget()
            self.have_key()
            opened = self._opened(data)
        return opened

    def _opened(self, data: bytes) -> bytes | None:
        return bundle.united([self._part(part) for part in bundle.apart(data)])

    def _part(self, data: bytes) -> bytes | None:
        pyrage = _age()
        try:
            return bytes(pyrage.decrypt(data, self._identities))
        except pyrage.DecryptError:
            return None

    def unlock(self, passphrase: str) -> None:
        """Remember the keys that ``passphrase`` opens; the recovery key itself will do too.

        Raises:
            WrongPassphrase, TooBusyToOpen, KeyIsGone, NoCrypto: when it opens none.

        """
        from ryggkompis.store.keys.wrapping import (  # noqa: PLC0415 - who has no lock needs none of it
            as_one,
            as_recovery_key,
            identity_of,
            unwrapped,
        )

        _age()
        self._wrapped = self._read(IDENTITY)
        passphrase = as_one(passphrase)
        if typed := as_recovery_key(passphrase):
            self._identities = [identity_of(typed)]
            return
        kept = [data for name in self._names() if (data := self._read(name)) and is_sealed(data)]
        if not kept:
            raise KeyIsGone(path=self.folder)
        found = [identity for data in kept if (identity := unwrapped(data, passphrase))]
        if not found:
            raise WrongPassphrase
        self._identities = found

    def adopt(self, identity: "Identity") -> None:
        """Use a key that was just made."""
        self._identities = [identity, *self._identities]
        self._wrapped = self._read(IDENTITY)

    def forget(self) -> None:
        """Know no secret key any more; who reads next is asked again."""
        self._identities = []

    @property
    def identity(self) -> "Identity":
        """The secret key in use; the passphrase is asked for when it is not known yet."""
        self.have_key()
        return self._identities[0]

    @property
    def is_of_this_journal(self) -> bool:
        """Tell whether the secret key in use belongs to the public half that is written with."""
        return str(self.identity.to_public()) == self._written

    def _names(self) -> Sequence[str]:
        """Name the files of secret keys, the one in use first; a sync client may have added another."""
        try:
            names = [name for name in os.listdir(self.folder) if name.endswith(ENDING)]
        except OSError:
            return ()
        return sorted(names, key=lambda name: (name != IDENTITY, name))

    def have_key(self) -> None:
        """Ask for the passphrase where the secret key is not known yet, or raise Closed."""
        if self._identities:
            return
        if self.need is None:
            raise Sealed
        self.need(self)

    def _recipient(self) -> "Recipient":
        pyrage = _age()
        try:
            return pyrage.x25519.Recipient.from_str(self._written)
        except pyrage.RecipientError:
            self._check_there()
            # Damaged or gone: the secret half knows it.
            return self.identity.to_public()

    def _check_there(self) -> None:
        """Raise OSError where nobody can tell whether there is a key: no passphrase helps with that."""
        if not self._identities and not any(
            atomic.is_there(self.path(name)) for name in (RECIPIENT, IDENTITY)
        ):
            raise OSError(errno.EIO, os.strerror(errno.EIO), self.folder)

    @property
    def _written(self) -> str:
        return (self._read(RECIPIENT) or b"").decode("ascii", "replace").strip()

    def _read(self, name: str) -> bytes | None:
        try:
            with open(self.path(name), "rb", opener=atomic.open_to_read) as file:
                return file.read(_LIMIT)
        except OSError:
            return None


def _may_be_there(path: str) -> bool:
    """Tell whether something is, or might be: where we may not look, nothing is written openly either."""
    try:
        return atomic.is_there(path)
    except OSError:
        return True
