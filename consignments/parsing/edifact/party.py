"""The party of a NAD segment: name and address in the three layouts that are met, with its contacts and tax number."""

import re
from collections.abc import Sequence

from .. import party_text, places, reading
from ..noting import Notes, Unreadable, storable
from ..values import Severity, StatedAddress, StatedParty
from .lexer import Segment

PARTY_SEGMENTS = frozenset({"CTA", "COM", "RFF"})
ROLES = {
    "CZ": "consignor", "OS": "consignor", "EX": "consignor", "CN": "consignee", "UC": "consignee", "N1": "notify_party",
    "NI": "notify_party", "FW": "freight_forwarder", "CA": "carrier", "CF": "carrier", "DR": "driver",
    "DT": "declarant", "SE": "seller", "SU": "seller", "BY": "buyer", "GO": "buyer", "FP": "freight_payer",
}  # fmt: skip

_TAX_NUMBERS = ("VA", "AHP", "GN", "FC", "TC")
_PHONES = ("TE", "AL", "MO")
_LINES_OF_A_NAME = 2  # where more stand in C080 and no address beside it, the address is among them
_LINE = 35  # characters: a line of exactly this length goes on in the next
_FREE_LINES, _NAME, _STREET, _CITY, _POSTCODE, _COUNTRY = 2, 3, 4, 5, 7, 8

# Possessive, so that a long run of digits cannot make the search start over.
_LIKE_A_STREET = re.compile(
    r"^\d++[\w/-]*+[\s,]++\S|\b(?:str|street|road|rd|ave|avenue|lane|blvd|highway|ул|улица|проспект|көчөсү)\b",
    re.IGNORECASE,
)
_CODE_AFTER_POSTCODE = re.compile(r"[0-9] +([A-Z]{2})$")


def party(segment: Segment, role: str, followers: Sequence[Segment], notes: Notes) -> StatedParty:
    """Return the party of a NAD segment; CTA, COM and RFF segments that follow it add contacts and tax number."""
    name, address = _name_and_address(segment, notes)
    identifier = notes.identifier(segment.at(1, 0), segment.path, 60)
    kind = reading.tax_number_kind(identifier) if identifier else None
    phone = email = None
    for follower in followers:
        if follower.tag == "COM" and follower.at(0, 1) in _PHONES:
            phone = phone or notes.text(follower.at(0, 0), follower.path, 60)
        elif follower.tag == "COM" and follower.at(0, 1) == "EM":
            email = email or notes.text(follower.at(0, 0), follower.path, 200)
        elif follower.tag == "RFF" and follower.at(0, 0) in _TAX_NUMBERS:
            identifier, kind = notes.identifier(follower.at(0, 1), follower.path, 60), "INN"
    return StatedParty(
        role=role,
        name=name,
        identifier=identifier,
        identifier_kind=kind,
        address=address,
        phone=phone,
        email=email,
        is_natural_person=True if role == "driver" else None,
    )


def _name_and_address(segment: Segment, notes: Notes) -> tuple[str | None, StatedAddress]:
    """C080 has the name and C059 the street, or C058 has all of it in free lines, or C058 the name and C080 the street.

    Some senders swap name and street, which is seen and mended.
    """
    free_lines, name_lines = _components(segment, _FREE_LINES), _components(segment, _NAME)
    if len(name_lines) > _LINES_OF_A_NAME and not any(free_lines) and not any(map(any, segment.elements[_STREET:])):
        free_lines, name_lines = name_lines, []
    lines = [storable(line) for line in _joined_at_the_margin(free_lines)]
    lines = [line for line in lines if line]
    name = storable(" ".join(_joined_at_the_margin(name_lines)))
    street = storable(" ".join(_joined_at_the_margin(_components(segment, _STREET))))
    if name and street and _LIKE_A_STREET.search(name) and not _LIKE_A_STREET.search(street):
        notes.notice("edifact_name_and_street_swapped", segment.path)
        name, street = street, name
    elif lines and name and not street and _LIKE_A_STREET.search(name):
        name, street = lines.pop(0), name
    text = ""
    if not name and lines:
        name, text = party_text.split_name(lines[0]) if len(lines) == 1 else (lines[0], ", ".join(lines[1:]))
    elif lines:  # beside a name in C080 they can only be the address
        text = ", ".join(lines)
    country = notes.read(places.country, segment.at(_COUNTRY), segment.path, Severity.WARNING)
    address = StatedAddress(
        text=notes.text(text, segment.path, 700),
        street=notes.text(street, segment.path, 300),
        city=notes.text(segment.at(_CITY), segment.path, 120),
        postcode=notes.text(segment.at(_POSTCODE), segment.path, 20),
        country=country
        or (party_text.country_at_end(text) if text else None)
        or _country_code_at_end(text)
        or _country_code_at_end(street),
    )
    return notes.text(name, segment.path, 500), address


def _components(segment: Segment, element: int) -> list[str]:
    return segment.elements[element][:5] if len(segment.elements) > element else []


def _joined_at_the_margin(lines: Sequence[str]) -> list[str]:
    """Return the lines, each that the sender's program cut at its margin joined with what it cut off."""
    if len(lines) < 2:
        return list(lines)
    whole: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line.strip():
            whole[-1] += line
        else:
            whole.append(line)
        goes_on = len(line) == _LINE
    return whole


def _country_code_at_end(address: str) -> str | None:
    """Return the country code after the postcode that an address ends in, such as 1682 ZA."""
    code = _CODE_AFTER_POSTCODE.search(address)
    try:
        return places.country_code(code[1]) if code else None
    except Unreadable:
        return None
