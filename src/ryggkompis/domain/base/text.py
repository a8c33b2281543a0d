"""Text on its way in and on its way out; the two places where control characters are stopped."""

from typing import Final

TEXT_LIMIT: Final = 4_000
"""The longest free text of one field, in characters."""

_GAP: Final = 0xFFFD
_KEPT: Final = (0x09, 0x0A)
_CONTROLS: Final = (*range(0x20), *range(0x7F, 0xA0))
# Stored as they are, since a name may need them; shown, they could make a line read as another.
_BIDI: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CLEAN: Final = {code: None for code in _CONTROLS if code not in _KEPT}
# A tab is the patient's own and allowed in, but would move the cursor: one blank stands for it.
_SHOWN: Final = {code: _GAP for code in (*_CONTROLS, *_BIDI) if code not in _KEPT} | {0x09: 0x20}


def clean(text: str) -> str:
    r"""Give ``text`` as it may be stored: no controls but ``\n`` and ``\t``, and no half characters."""
    return _whole(text).replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)


def shown(text: str) -> str:
    r"""Give stored ``text`` as it may reach a terminal: what could steer it, but ``\n``, is made visible."""
    return _whole(text).translate(_SHOWN)


def shown_name(name: str) -> str:
    """Give a name, as of a file, as it may stand in a sentence: nothing in it begins another line."""
    return shown(name).replace("\n", chr(_GAP))


def _whole(text: str) -> str:
    """Join surrogate pairs and replace the lone ones, which no file and no terminal can take."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
