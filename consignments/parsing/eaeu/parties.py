"""Parties of the Union's XML structures: subjects, carriers with their drivers, and "the same as" indicators."""

from dataclasses import replace

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedAddress, StatedParty
from ..xml_nodes import Node

_TRUE = {"1", "true"}
_REGISTRATION_ADDRESS = "1"
_DRIVER_ROLE = "1"


def subject(node: Node | None, role: str, notes: Notes) -> StatedParty | None:
    """Return the party of a subject element; None when the element is missing or says nothing but "the same as"."""
    if node is None:
        return None
    person = _full_name(node)
    name = node.text("SubjectName") or node.text("SubjectBriefName") or person
    tax_number, person_number = node.text("TaxpayerId"), node.text("PersonId")
    identifier = notes.identifier(tax_number or person_number or node.text("CAUniqueCustomsNumberId"), node.path, 60)
    if not name and not identifier:
        return None
    phone, email = _contacts(node, notes)
    kind = "INN" if tax_number else reading.tax_number_kind(identifier) if identifier else None
    return StatedParty(
        role=role,
        name=notes.text(name, node.path, 500),
        identifier=identifier,
        identifier_kind=kind,
        address=_address(node, notes),
        phone=phone,
        email=email,
        is_natural_person=True if person or person_number else None,
    )


def says_same(node: Node | None) -> bool:
    """Return whether the subject is declared equal to its counterpart (casdo:EqualIndicator)."""
    return node is not None and (node.text("EqualIndicator") or "").lower() in _TRUE


def pair(
    first: Node | None, second: Node | None, roles: tuple[str, str], notes: Notes
) -> tuple[StatedParty | None, StatedParty | None]:
    """Return two parties of which either may say that it is the same as the other; what it states itself is kept."""
    one, other = subject(first, roles[0], notes), subject(second, roles[1], notes)
    if says_same(first):
        one = one or same_as(other, roles[0], first, notes)
    if says_same(second):
        other = other or same_as(one, roles[1], second, notes)
    return one, other


def same_as(party: StatedParty | None, role: str, node: Node | None, notes: Notes) -> StatedParty | None:
    if party is None:
        notes.warning("eaeu_equal_to_nobody", node.path if node else "", role=role)
        return None
    return replace(party, role=role)


def driver(carriers: list[Node | None], notes: Notes) -> StatedParty | None:
    """Return the driver among the carriers' representatives: by position, else by role code, else the first."""
    people = [person for carrier in carriers if carrier for person in carrier.all("CarrierRepresentativeDetails")]
    chosen = (
        next((p for p in people if "ВОДИТЕЛ" in (p.text("PositionName") or "").upper()), None)
        or next((p for p in people if p.text("RoleCode") == _DRIVER_ROLE), None)
        or next(iter(people), None)
    )
    if chosen is None:
        return None
    identity = chosen.first("IdentityDocV3Details")
    number = notes.identifier(identity.text("DocId"), identity.path, 60) if identity else None
    return StatedParty(
        role="driver",
        name=notes.text(_full_name(chosen), chosen.path, 200),
        identifier=number,
        identifier_kind="code" if number else None,
        address=StatedAddress(country=_country(identity, notes) if identity else None),
        is_natural_person=True,
    )


def _full_name(node: Node) -> str | None:
    name = node.first("FullNameDetails")
    if name is None:
        return None
    return " ".join(part for part in map(name.text, ("LastName", "FirstName", "MiddleName")) if part) or None


def _address(node: Node, notes: Notes) -> StatedAddress:
    addresses = node.all("SubjectAddressDetails")
    chosen = next((a for a in addresses if a.text("AddressKindCode") == _REGISTRATION_ADDRESS), None)
    chosen = chosen or next(iter(addresses), None)
    if chosen is None:
        return StatedAddress()
    street = ", ".join(part for part in map(chosen.text, ("StreetName", "BuildingNumberId", "RoomNumberId")) if part)
    box = chosen.text("PostOfficeBoxId")
    return StatedAddress(
        street=notes.text(street or (f"PO box {box}" if box else None), chosen.path, 300),
        city=notes.text(chosen.text("CityName") or chosen.text("SettlementName"), chosen.path, 120),
        postcode=notes.text(chosen.text("PostCode"), chosen.path, 20),
        country=_country(chosen, notes),
    )


def _country(node: Node, notes: Notes) -> str | None:
    return notes.read(places.country, node.text("UnifiedCountryCode"), node.path, Severity.WARNING)


def _contacts(node: Node, notes: Notes) -> tuple[str | None, str | None]:
    phone = email = None
    for contact in node.all("CommunicationDetails"):
        value = contact.text("CommunicationChannelId")
        if contact.text("CommunicationChannelCode") == "EM" or "@" in (value or ""):
            email = email or notes.text(value, contact.path, 200)
        else:
            phone = phone or notes.text(value, contact.path, 60)
    return phone, email
