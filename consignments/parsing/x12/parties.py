"""Parties of X12: N1 with its address, and NM1 for persons and firms in the head."""

from collections.abc import Sequence
from dataclasses import replace

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedAddress, StatedParty
from .splitter import Segment

_ROLES = {
    "SH": "consignor", "SF": "consignor", "EX": "consignor", "CN": "consignee", "IM": "consignee",
    "N1": "notify_party", "N2": "notify_party", "NP": "notify_party", "NI": "notify_party", "CA": "carrier",
    "CB": "declarant", "BR": "declarant", "FW": "freight_forwarder", "SE": "seller", "BY": "buyer",
    "BT": "freight_payer", "PR": "freight_payer", "DR": "driver",
}  # fmt: skip
_FOLLOWERS = {"N2", "N3", "N4", "PER", "G61", "G62", "REF", "DMG"}
_PHONES = {"TE", "CP", "WP"}
_EMAIL = "EM"
_PERSON = "1"


def named_parties(segments: Sequence[Segment], notes: Notes) -> dict[str, StatedParty]:
    """Return the parties by role; the first of each role counts."""
    found: dict[str, StatedParty] = {}
    for position, segment in enumerate(segments):
        role = _ROLES.get(segment.at(1).upper()) if segment.tag in ("N1", "NM1") else None
        if role and role not in found and (party := _party(segment, role, notes)):
            found[role] = _with_followers(party, _following(segments, position), notes)
    return found


def _party(segment: Segment, role: str, notes: Notes) -> StatedParty | None:
    """N1: name, kind of code, code. NM1: 1 for a person, family name, given names, kind of code, code."""
    is_n1 = segment.tag == "N1"
    name = segment.at(2) if is_n1 else " ".join(part for part in map(segment.at, (3, 4, 5)) if part)
    code = notes.identifier(segment.at(4) if is_n1 else segment.at(9), segment.path, 60)
    if not name and not code:
        return None
    return StatedParty(
        role=role,
        name=notes.text(name, segment.path, 500),
        identifier=code,
        identifier_kind=reading.tax_number_kind(code) if code else None,
        is_natural_person=True if not is_n1 and segment.at(2) == _PERSON else None,
    )


def _following(segments: Sequence[Segment], position: int) -> Sequence[Segment]:
    end = position + 1
    while end < len(segments) and segments[end].tag in _FOLLOWERS:
        end += 1
    return segments[position + 1 : end]


def _with_followers(party: StatedParty, followers: Sequence[Segment], notes: Notes) -> StatedParty:
    """Add what N2 (more of the name), N3 (street), N4 (city, state, postcode, country) and PER say."""
    name, street, address = [party.name or ""], [], StatedAddress()
    for segment in followers:
        if segment.tag == "N2":
            name += [segment.at(1), segment.at(2)]
        elif segment.tag == "N3":
            street += [segment.at(1), segment.at(2)]
        elif segment.tag == "N4":
            address = StatedAddress(
                city=notes.text(", ".join(part for part in (segment.at(1), segment.at(2)) if part), segment.path, 120),
                postcode=notes.text(segment.at(3), segment.path, 20),
                country=notes.read(places.country, segment.at(4), segment.path, Severity.WARNING),
            )
        elif segment.tag in ("PER", "G61"):
            party = _with_contact(party, segment, notes)
    lines = ", ".join(part for part in street if part)
    path = followers[0].path if followers else ""
    return replace(
        party,
        name=notes.text(" ".join(part for part in name if part), path, 500),
        address=replace(address, street=notes.text(lines, path, 300)),
    )


def _with_contact(party: StatedParty, segment: Segment, notes: Notes) -> StatedParty:
    for kind in (3, 5, 7):
        value = notes.text(segment.at(kind + 1), segment.path, 200)
        if value and segment.at(kind) == _EMAIL:
            party = replace(party, email=party.email or value)
        elif value and segment.at(kind) in _PHONES:
            party = replace(party, phone=party.phone or value[:60])
    return party
