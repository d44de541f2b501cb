"""What the free text of a box means: how the freight is paid, which papers are attached, which seals are named."""

import re

from .. import reading
from ..noting import Notes, Unreadable
from ..values import StatedDocument

_PAYMENTS = (
    ("account", re.compile(r"account|transfer|безнал|перечисл|накталай эмес", re.IGNORECASE)),
    ("cash", re.compile(r"\bcash\b|\bналичн|\bнакталай|\bнал\b", re.IGNORECASE)),
    ("prepaid", re.compile(r"prepaid|by (?:the )?(?:sender|shipper)|отправител|предоплат|\bP[PX]\b", re.IGNORECASE)),
    ("collect", re.compile(r"collect|by (?:the )?consignee|получател|\bCC\b", re.IGNORECASE)),
)
_PAPERS = (
    ("invoice", re.compile(r"invoice|инвойс|сч[её]т", re.IGNORECASE)),
    ("packing_list", re.compile(r"packing|упаковочн", re.IGNORECASE)),
    ("contract", re.compile(r"contract|контракт|договор", re.IGNORECASE)),
    ("certificate_of_origin", re.compile(r"origin|происхожд|ст-?1\b", re.IGNORECASE)),
    ("permit", re.compile(r"permit|licen[cs]e|разрешен|лиценз|сертификат|certificate", re.IGNORECASE)),
    ("previous_declaration", re.compile(r"declaration|деклараци", re.IGNORECASE)),
)
_NUMBER = re.compile(r"(?:no\.?|nr\.?|№|#)?\s*([A-Za-zА-Яа-я0-9][\w./-]*\d[\w./-]*)")
_DATED = re.compile(r"\b(?:of|dated|от)\s+([0-9]{1,4}[.\-/][0-9]{1,2}[.\-/][0-9]{2,4})", re.IGNORECASE)
_SEAL_IN_TEXT = re.compile(
    r"(?:seals?|пломб\w*)\s*(?:no\.?|nos\.?|№)?\s*:?\s*([A-Z]{0,4}[ -]?[0-9]{4,12})", re.IGNORECASE
)
_NO_SEAL = {"none", "no", "нет", "без пломбы", "жок"}


def freight_payment_method(text: str | None) -> str | None:
    """Return what a text says of the payment: cash, account, prepaid, collect, other; None when it is empty.

    The charges codes of an air waybill are understood, too: PP and PX are prepaid, CC is collect.
    """
    if text is None:
        return None
    return next((method for method, pattern in _PAYMENTS if pattern.search(text)), "other")


def papers(text: str | None, path: str, notes: Notes) -> tuple[StatedDocument, ...]:
    """Return the papers that a box names, divided by semicolons, commas or lines: "Invoice XL-26/09 of 20.11.2026"."""
    return tuple(_paper(part, path, notes) for part in re.split(r"[;,\n]", text or "")[:50] if part.strip())


def seals(text: str, path: str, notes: Notes) -> tuple[str, ...] | None:
    """Return the seal numbers of a box of their own; () when it says that there are none."""
    if text.strip().lower() in _NO_SEAL:
        return ()
    return _numbers(re.split(r"[,;\n/]", text), path, notes)


def seals_in_prose(text: str, path: str, notes: Notes) -> tuple[str, ...] | None:
    """Return the seal numbers that instructions name in passing; None when they do not speak of seals."""
    return _numbers([found.replace(" ", "") for found in _SEAL_IN_TEXT.findall(text[:2000])], path, notes)


def _numbers(stated: list[str], path: str, notes: Notes) -> tuple[str, ...] | None:
    numbers = (notes.identifier(number, path, 40) for number in stated)
    return tuple(dict.fromkeys(number for number in numbers if number)) or None


def _paper(part: str, path: str, notes: Notes) -> StatedDocument:
    part = part.strip()[:300]
    kind = next((kind for kind, pattern in _PAPERS if pattern.search(part)), "other")
    dated = _DATED.search(part)
    number = _NUMBER.search(part[: dated.start()] if dated else part)
    try:
        issued_on = reading.day(dated[1]) if dated else None
    except Unreadable:
        issued_on = None
    return StatedDocument(kind, notes.identifier(number[1] if number else None, path, 120), issued_on, path)
