"""Parties of the Union's XML structures: subjects, carriers with their drivers, and "the same as" indicators.

The Russian album has names of its own for what a subject states; they are read beside those of the Union.
"""

from collections.abc import Iterable
from dataclasses import replace

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedAddress, StatedParty
from ..xml_nodes import Node

_TRUE = {"1", "true"}
_REGISTRATION_ADDRESS = "1"
_DRIVER_ROLE = "1"
_REPRESENTATIVES = ("CarrierRepresentativeDetails", "ESADout_CUDriverInformation")
# The numbers of tax payers of Kyrgyzstan, Russia, Belarus, Kazakhstan (firm, person) and Armenia in the album.
_TAX_NUMBERS = ("KGINN", "INN", "UNP", "BIN", "IIN", "UNN")


def subject(node: Node | None, role: str, notes: Notes) -> StatedParty | None:
    """Return the party of a subject element; None when the element is missing or says nothing but "the same as"."""
    if node is None:
        return None
    person = _full_name(node)
    name = node.text_of("SubjectName", "SubjectBriefName", "OrganizationName", "ShortName") or person
    tax_number, person_number = node.text("TaxpayerId") or _tax_number(node), node.text("PersonId")
    identifier = notes.identifier(
        tax_number or person_number or node.text_of("CAUniqueCustomsNumberId", "UITN"), node.path, 60
    )
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


def party(node: Node | None, role: str, notes: Notes, counterpart: StatedParty | None) -> StatedParty | None:
    """Return the party of a subject; what it does not state itself but declares the same, from its counterpart."""
    stated = subject(node, role, notes)
    return same_as(counterpart, role, node, notes) if stated is None and says_same(node) else stated


def pair(
    first: Node | None, second: Node | None, roles: tuple[str, str], notes: Notes
) -> tuple[StatedParty | None, StatedParty | None]:
    """Return two parties of which either may say that it is the same as the other; what it states itself is kept."""
    one, other = subject(first, roles[0], notes), subject(second, roles[1], notes)
    if one is None and says_same(first):
        one = same_as(other, roles[0], first, notes)
    if other is None and says_same(second):
        other = same_as(one, roles[1], second, notes)
    return one, other


def same_as(party: StatedParty | None, role: str, node: Node | None, notes: Notes) -> StatedParty | None:
    if party is None:
        notes.warning("eaeu_equal_to_nobody", node.path if node else "", role=role)
        return None
    return replace(party, role=role)


def driver(carriers: Iterable[Node], notes: Notes) -> StatedParty | None:
    """Return the driver among the carriers' representatives: by position, else by role code, else the first."""
    people = [person for carrier in carriers for person in carrier.all_of(*_REPRESENTATIVES)]
    chosen = (
        next((p for p in people if "ВОДИТЕЛ" in (p.text_of("PositionName", "PersonPost") or "").upper()), None)
        or next((p for p in people if p.text("RoleCode") == _DRIVER_ROLE), None)
        or next(iter(people), None)
    )
    if chosen is None:
        return None
    identity = chosen.any("IdentityDocV3Details", "IdentityCard")
    number = notes.identifier(identity.text_of("DocId", "IdentityCardNumber"), identity.path, 60) if identity else None
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
    parts = (
        map(name.text, ("LastName", "FirstName", "MiddleName"))
        if name
        else map(node.text, ("PersonSurname", "PersonName", "PersonMiddleName"))
    )
    return " ".join(part for part in parts if part) or None


def _tax_number(node: Node) -> str | None:
    features = (one for one in node.children() if one.name.endswith("OrganizationFeatures"))
    return next((number for one in features if (number := one.text_of(*_TAX_NUMBERS))), None)


def _address(node: Node, notes: Notes) -> StatedAddress:
    addresses = node.all_of("SubjectAddressDetails", "Address")
    chosen = next((a for a in addresses if a.text("AddressKindCode") == _REGISTRATION_ADDRESS), None)
    chosen = chosen or next(iter(addresses), None)
    if chosen is None:
        return StatedAddress()
    parts = (
        chosen.text_of("StreetName", "StreetHouse"),
        chosen.text_of("BuildingNumberId", "House"),
        chosen.text_of("RoomNumberId", "Room"),
    )
    street = ", ".join(part for part in parts if part)
    box = chosen.text("PostOfficeBoxId")
    return StatedAddress(
        text=notes.text(chosen.text("AddressText"), chosen.path, 500),
        street=notes.text(street or (f"PO box {box}" if box else None), chosen.path, 300),
        city=notes.text(chosen.text_of("CityName", "SettlementName", "City", "Town"), chosen.path, 120),
        postcode=notes.text(chosen.text_of("PostCode", "PostalCode"), chosen.path, 20),
        country=_country(chosen, notes),
    )


def _country(node: Node, notes: Notes) -> str | None:
    # CounryName is how the album spells its element.
    stated = node.text_of("UnifiedCountryCode", "CountryCode", "CountryA2Code", "CounryName", "CountryName")
    return notes.read(places.country, stated, node.path, Severity.WARNING)


def _contacts(node: Node, notes: Notes) -> tuple[str | None, str | None]:
    phone = email = None
    for contact in node.all_of("CommunicationDetails", "Contact"):
        phone = phone or notes.text(contact.text("Phone"), contact.path, 60)
        email = email or notes.text(contact.text("E_mail"), contact.path, 200)
        value = contact.text("CommunicationChannelId")
        if contact.text("CommunicationChannelCode") == "EM" or "@" in (value or ""):
            email = email or notes.text(value, contact.path, 200)
        else:
            phone = phone or notes.text(value, contact.path, 60)
    return phone, email
