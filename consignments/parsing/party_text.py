"""Name, address and country out of one free text, such as "Kashi Xinlan Co., Ltd, 88 Renmin Rd, Kashi, CN"."""

import re

from . import places
from .noting import Unreadable

_LEGAL_FORMS = re.compile(
    r"(?:co\.?\s*)?(?:ltd|llc|inc|limited|corp|gmbh|s\.?a\.?|s\.?r\.?l\.?|pte|plc|a\.?s\.?"
    r"|осоо|ооо|оао|зао|жчк|тоо)\.?",
    re.IGNORECASE,
)


def split_name(text: str) -> tuple[str, str]:
    """Return name and address, split at the first comma or line break that no legal form follows."""
    name, *rest = (part.strip() for part in re.split(r"[,\n]", text))
    while rest and _LEGAL_FORMS.fullmatch(rest[0]):
        name += f", {rest.pop(0)}"
    return name, ", ".join(part for part in rest if part)


def country_at_end(address: str) -> str | None:
    """Return the country that the last part of an address names; None when it names none."""
    last = re.split(r"[,\n]", address.rstrip(" ,.\n"))[-1]
    try:
        return places.country(last)
    except Unreadable:
        return None
