"""What one system has and another has not: a test that needs it is left out elsewhere, and says why."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

IS_WINDOWS: Final = sys.platform == "win32"
IS_ROOT: Final = not IS_WINDOWS and os.geteuid() == 0
"""Who may read and write everywhere, whatever a file's rights are."""


def _is_wine() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - only there

    return hasattr(ctypes.windll.ntdll, "wine_get_version")


IS_WINE: Final = _is_wine()
"""The Windows that is imitated on other systems."""


def is_private(path: Path) -> bool:
    """Tell whether nobody else can read a file; the rights of Windows are of another kind."""
    return IS_WINDOWS or not path.stat().st_mode & 0o077


def at_home(folder: Path) -> dict[str, str]:
    """Give what names ``folder`` as the place where this system keeps what is somebody's own."""
    return {"HOME": str(folder), "LOCALAPPDATA": str(folder)}


def set_time(path: Path, at: datetime) -> None:
    """Give a file, or a link itself where there can be one, the time ``at``."""
    follows = os.utime not in os.supports_follow_symlinks
    os.utime(path, (at.timestamp(), at.timestamp()), follow_symlinks=follows)


def _can_link() -> bool:
    with TemporaryDirectory() as folder:
        try:
            (link := Path(folder, "link")).symlink_to("nowhere")
        except OSError:
            return False
        return link.is_symlink()


CAN_LINK: Final = _can_link()
"""Windows lets only developers make links, and Wine 8 makes such as it does not know again."""


def needs_links() -> None:
    """Leave out the test that has come here and needs links, where none can be made."""
    if not CAN_LINK:
        pytest.skip("nobody can make links here")


links = pytest.mark.skipif(not CAN_LINK, reason="nobody can make links here")


def posix(what: str) -> pytest.MarkDecorator:
    """Mark a test that needs ``what``, which Windows has not."""
    return pytest.mark.posix(what)


def needs_posix(what: str) -> None:
    """Leave out the test that has come here and needs ``what``, which Windows has not."""
    if IS_WINDOWS:
        pytest.skip(f"Windows has no {what}")


def windows(what: str) -> pytest.MarkDecorator:
    """Mark a test that needs ``what``, which only Windows has."""
    return pytest.mark.skipif(not IS_WINDOWS, reason=f"only Windows has {what}")


def not_under_wine(why: str) -> pytest.MarkDecorator:
    """Mark a test that Windows would pass, and Wine does not, with what of Wine is to blame."""
    return pytest.mark.skipif(IS_WINE, reason=f"Wine is not Windows: {why}")


def leave_out_elsewhere(item: pytest.Item) -> None:
    """Leave ``item`` out where this system has not what it is marked to need."""
    for mark in item.iter_markers("posix"):
        needs_posix(*mark.args)


@contextmanager
def a_full_disk() -> Iterator[None]:
    """Let no file of this process grow, as on a disk without room."""
    needs_posix("limit on the size of a file")
    import resource  # noqa: PLC0415 - only there

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
