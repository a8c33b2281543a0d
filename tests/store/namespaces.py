"""Disks and networks of one's own, as Linux gives them to anyone."""

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


def _can(*flags: str) -> bool:
    if sys.platform != "linux":
        return False
    try:
        return subprocess.run(["unshare", *flags, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


CAN_MOUNT: Final = _can("-rm")
HAS_NETWORKS: Final = _can("-rn")


def on_a_disk(folder: Path, mount: str, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run ``command``, with ``folder`` as its last argument, where ``mount`` is on ``folder``."""
    words = [*command, str(folder)]
    script = f"mount {mount} {shlex.quote(str(folder))} && exec {shlex.join(words)}"
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
