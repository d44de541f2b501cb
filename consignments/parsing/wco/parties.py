"""Parties of the WCO Data Model, by the names of their elements."""

from collections.abc import Iterable

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedAddress, StatedParty
from ..xml_nodes import Node

_EMAIL = "EM"


def party(node: Node | None, role: str, notes: Notes) -> StatedParty | None:
    """Return the party of an element; None when it is missing or says neither name nor identifier."""
    if node is None:
        return None
    name, identifier = node.text("Name"), notes.identifier(node.text("ID"), f"{node.path}/ID", 60)
    if not name and not identifier:
        return None
    phone, email = _communication(node, notes)
    return StatedParty(
        role=role,
        name=notes.text(name, f"{node.path}/Name", 500),
        identifier=identifier,
        identifier_kind=reading.tax_number_kind(identifier) if identifier else None,
        address=_address(node.first("Address"), notes),
        phone=phone,
        email=email,
    )


def first_party(role: str, nodes: Iterable[Node | None], notes: Notes) -> StatedParty | None:
    """Return the party of the first of the elements that states one."""
    return next((found for node in nodes if (found := party(node, role, notes))), None)


def _address(node: Node | None, notes: Notes) -> StatedAddress:
    if node is None:
        return StatedAddress()
    street = ", ".join(text for text in (line.text() for line in node.all("Line")) if text)
    country = node.text("CountryCode")
    return StatedAddress(
        street=notes.text(street or None, f"{node.path}/Line", 300),
        city=notes.text(node.text("CityName"), f"{node.path}/CityName", 120),
        postcode=notes.text(node.text("PostcodeID"), f"{node.path}/PostcodeID", 20),
        country=notes.read(places.country, country, f"{node.path}/CountryCode", Severity.WARNING),
    )


def _communication(node: Node, notes: Notes) -> tuple[str | None, str | None]:
    phone = email = None
    contacts = [
        *node.all("Communication"),
        *(c for contact in node.all("Contact") for c in contact.all("Communication")),
    ]
    for one in contacts:
        value = one.text("ID")
        kind = one.text("TypeCode") or one.text("TypeID")
        if kind == _EMAIL or "@" in (value or ""):
            email = email or notes.text(value, one.path, 200)
        else:
            phone = phone or notes.text(value, one.path, 60)
    return phone, email
