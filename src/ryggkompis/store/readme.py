"""The note that lies beside the journal, for whoever opens the folder in ten years."""

# ruff: noqa: PTH118 - pathlib costs more than a whole save
import os
from typing import Final

from ryggkompis.store import atomic

NAME: Final = "LES MEG.txt"
_TEXT: Final = """\
Dette er dagboken din fra Ryggkompis. I mappen «journal» ligger én fil per måned, én linje per notat.
Filene er ren tekst (JSON, UTF-8): åpne dem i et hvilket som helst redigeringsprogram, også uten Ryggkompis.
Mappen kan trygt kopieres, sikkerhetskopieres og synkroniseres; legg den samme på en ny maskin, så er alt der.
Har du låst dagboken, ender filene på .age: programmet «age» åpner dem med gjenopprettingsnøkkelen din.
Endrer du noe for hånd, sier Ryggkompis fra hvis det ikke kan leses, og rører ikke filen.
Det som står her er helseopplysninger om deg. Del det bare med dem du vil.

This is your diary from Ryggkompis. The folder “journal” has one file a month, and in it one line an entry.
The files are plain text (JSON, UTF-8): open them in any editor, with or without Ryggkompis.
The folder can safely be copied, backed up and synchronised; put it on a new computer and everything is there.
If you have locked the diary, the files end in .age: the program “age” opens them with your recovery key.
Should you change something by hand, Ryggkompis tells you if it cannot be read, and leaves the file alone.
What is in here is about your health. Share it only with those you choose.
"""


def introduce(data: str) -> None:
    """Leave the note in the folder ``data``, once; without it nothing is lost, so a failure is let pass."""
    path = os.path.join(data, NAME)
    try:
        if not os.path.lexists(path):
            atomic.write_atomic(path, _TEXT.encode())
    except OSError:
        return
