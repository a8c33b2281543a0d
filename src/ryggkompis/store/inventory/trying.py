"""Whether a key opens everything that is sealed, without changing any of it."""

from ryggkompis.store import month_files
from ryggkompis.store.errors import NotReadable
from ryggkompis.store.inventory.found import inventory
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal, is_sealed


def try_key(places: Places, seal: Seal) -> tuple[int, tuple[str, ...]]:
    """Open every sealed file and write nothing: count those that open, and name those that do not.

    Raises:
        NotReadable: when one cannot be read.

    """
    stay: list[str] = []
    count = 0
    for found in inventory(places):
        try:
            data = month_files.read_whole(found.path) if found.what in {"month", "copy"} else None
        except OSError as error:
            raise NotReadable(path=found.path, reason=error) from error
        if data is not None and is_sealed(data):
            is_open_to_it = seal.open(data) is not None
            count += is_open_to_it
            stay += [] if is_open_to_it else [found.path]
    return count, tuple(stay)
