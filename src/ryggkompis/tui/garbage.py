"""A start makes much that stays, so no garbage is looked for before the window is seen (`__main__`)."""

import gc


def collect_from_now_on() -> None:
    """Collect garbage again; what the start has made is not looked through each time."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
