"""Letters that the fonts of printed sheets have: Latin, Cyrillic (Kyrgyz Ң Ө Ү, Uzbek, Tajik) and Greek.

Other scripts, such as a consignor's name in Chinese, are written in Latin letters, as on the consignment note.
"""

import re
import unicodedata

from anyascii import anyascii

# Latin to Cyrillic, Latin with further marks, then punctuation, the euro, the numero sign, arrows and comparisons.
KNOWN = re.compile(
    r"[\n\t\u0020-\u007e\u00a0-\u024f\u0300-\u04ff\u1e00-\u1eff"
    r"\u2010-\u2027\u202f-\u2040\u20ac\u2116\u2190-\u2193\u2212\u2260-\u2265]"
)
CONTROL = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def printable(text: str) -> str:
    """Return the text with what the fonts lack transcribed; marks that turn the writing direction are left out."""
    composed = CONTROL.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    return "".join(letter if KNOWN.match(letter) else anyascii(letter) for letter in composed)
