"""What was noted while nobody could read a locked journal, united with its months once somebody can."""

import re
from contextlib import suppress
from typing import Final

from ryggkompis.store import month_files
from ryggkompis.store.atomic import REPLACE_WAIT
from ryggkompis.store.errors import Closed
from ryggkompis.store.places import Places
from ryggkompis.store.saving import Desk, unite
from ryggkompis.store.seal import Seal
from ryggkompis.store.store import utc_now

_NOTED: Final = re.compile(r"\d{4}-\d{2}\.[0-9a-f]{21}\.json\.age", re.ASCII)


def fold(places: Places, seal: Seal) -> None:
    """Unite it, where the key is at hand; what cannot be united now waits for who reads or saves next."""
    if not seal.is_on or seal.is_blind:
        return
    # Nobody waits for it: who is writing just now, folds it as well.
    desk = Desk(places.journal, places.backups, seal, utc_now(), 0, REPLACE_WAIT)
    with suppress(OSError, Closed):
        names = month_files.listing(places.journal, seal)
        for month, beside in names.months.items():
            if any(map(_NOTED.fullmatch, beside)):
                unite(desk, month)
