"""Makes the name of a stranger's file harmless: no path, no hidden characters, an ending that says what it is."""

import re
import unicodedata
from pathlib import PurePosixPath

from consignments.media_types import SUFFIXES

LONGEST = 120
_SEPARATORS = re.compile(r"[\\/:]")
# Control, formatting (bidirectional marks among them), surrogates, private use, not assigned, line ends.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_UNFIT = re.compile(r'[<>"|?*%;\s]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def clean_file_name(name: str, media_type: str, otherwise: str = "file") -> str:
    """Return the last part of `name` without what a path, a header or an eye may take for something else, at most
    LONGEST characters, with an ending of `media_type`; `otherwise` where nothing is left of it."""
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    seen = "".join(character for character in last if unicodedata.category(character) not in _HIDDEN)
    clean = _UNFIT.sub(" ", seen).strip(" .")
    if not clean or _RESERVED.fullmatch(clean):
        clean = otherwise
    endings = SUFFIXES.get(media_type, (".bin",))
    if PurePosixPath(clean).suffix.lower() in endings:
        stem, ending = clean[: -len(PurePosixPath(clean).suffix)], PurePosixPath(clean).suffix.lower()
    else:
        stem, ending = clean, endings[0]
    return stem[: LONGEST - len(ending)].rstrip(" .") + ending
