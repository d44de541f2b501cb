"""The boxes of a CMR note: names for the form, numbers for the reader, and the meaning of their free text."""

import re
from dataclasses import dataclass

from .. import reading
from ..noting import Notes, Unreadable
from ..values import StatedDocument


@dataclass(frozen=True, slots=True)
class Box:
    """path: what a problem is addressed to. expected: the CMR Convention, article 6, requires it."""

    path: str
    expected: bool = False


BOXES: dict[str, Box] = {
    "number": Box("number of the note"),
    "entry_post": Box("entry post"),
    "arrives_at": Box("arrives at"),
    "sender": Box("box 1", expected=True),
    "sender_inn": Box("box 1, INN"),
    "consignee": Box("box 2", expected=True),
    "consignee_inn": Box("box 2, INN"),
    "place_of_delivery": Box("box 3", expected=True),
    "place_of_taking_over": Box("box 4", expected=True),
    "taken_over_on": Box("box 4, date", expected=True),
    "documents_attached": Box("box 5"),
    "instructions": Box("box 13"),
    "payment_of_carriage": Box("box 14"),
    "cash_on_delivery": Box("box 15"),
    "carrier": Box("box 16", expected=True),
    "carrier_inn": Box("box 16, INN"),
    "vehicle": Box("vehicle"),
    "vehicle_country": Box("vehicle, country"),
    "trailer": Box("trailer"),
    "container": Box("container"),
    "seals": Box("seals"),
    "driver": Box("driver"),
    "successive_carriers": Box("box 17"),
    "reservations": Box("box 18"),
    "special_agreements": Box("box 19"),
    "freight_amount": Box("box 20"),
    "freight_currency": Box("box 20, currency"),
    "freight_payer": Box("box 20, payer"),
    "established_in": Box("box 21"),
    "established_on": Box("box 21, date", expected=True),
    "sender_signed": Box("box 22"),
    "carrier_signed": Box("box 23"),
    "goods_received": Box("box 24"),
    "tir_carnet": Box("TIR carnet"),
}
GOODS_BOXES: dict[str, Box] = {
    "marks": Box("box 6"),
    "packages": Box("box 7", expected=True),
    "packing": Box("box 8"),
    "description": Box("box 9", expected=True),
    "commodity_code": Box("box 10"),
    "gross_mass_kg": Box("box 11", expected=True),
    "volume_m3": Box("box 12"),
}

_PAYMENTS = (
    ("account", re.compile(r"account|transfer|безнал|перечисл|накталай эмес", re.IGNORECASE)),
    ("cash", re.compile(r"\bcash\b|\bналичн|\bнакталай|\bнал\b", re.IGNORECASE)),
    ("prepaid", re.compile(r"prepaid|by (?:the )?sender|отправител|предоплат", re.IGNORECASE)),
    ("collect", re.compile(r"collect|by (?:the )?consignee|получател", re.IGNORECASE)),
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
    """Return what box 14 says of the payment: cash, account, prepaid, collect, other; None when it is empty."""
    if text is None:
        return None
    return next((method for method, pattern in _PAYMENTS if pattern.search(text)), "other")


def papers(text: str | None, notes: Notes) -> tuple[StatedDocument, ...]:
    """Return the papers that box 5 names, divided by semicolons, commas or lines: "Invoice XL-26/09 of 20.11.2026"."""
    return tuple(_paper(part, notes) for part in re.split(r"[;,\n]", text or "")[:50] if part.strip())


def seals_in_text(seals: str | None, instructions: str | None, notes: Notes) -> tuple[str, ...] | None:
    """Return the seal numbers of their own field, else those that box 13 names; None when neither speaks of seals."""
    if seals is not None:
        if seals.strip().lower() in _NO_SEAL:
            return ()
        stated = re.split(r"[,;\n/]", seals)
    else:
        stated = [found.replace(" ", "") for found in _SEAL_IN_TEXT.findall((instructions or "")[:2000])]
    numbers = (notes.identifier(number, BOXES["seals"].path, 40) for number in stated)
    return tuple(dict.fromkeys(number for number in numbers if number)) or None


def _paper(part: str, notes: Notes) -> StatedDocument:
    part = part.strip()[:300]
    kind = next((kind for kind, pattern in _PAPERS if pattern.search(part)), "other")
    dated = _DATED.search(part)
    number = _NUMBER.search(part[: dated.start()] if dated else part)
    try:
        issued_on = reading.day(dated[1]) if dated else None
    except Unreadable:
        issued_on = None
    path = BOXES["documents_attached"].path
    return StatedDocument(kind, notes.identifier(number[1] if number else None, path, 120), issued_on, path)
