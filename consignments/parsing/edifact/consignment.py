"""One consignment, from its segments and the head of its message."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo
from decimal import Decimal
from functools import partial

from .. import reading
from ..checking import note_disagreements, numbered_once, sum_of_gross_mass_kg, sum_of_packages
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes, Unreadable
from ..values import StatedConsignment, StatedDocument, StatedEquipment, StatedGoodsItem, StatedParty
from . import equipment, goods
from . import segment_values as values
from .head import Head, procedure_of
from .lexer import Segment
from .numbers import TRANSPORT_DOCUMENTS, document_kind, numbers
from .party import ROLES, party
from .route import locations, route_of
from .segment_groups import Parts, parts_of

_PAPERS = {
    "IV": "invoice",
    "ABT": "previous_declaration",
    "AAE": "previous_declaration",
    "IP": "permit",
    "EX": "permit",
}
_PAYMENT = {"P": "prepaid", "PP": "prepaid", "C": "collect", "CC": "collect", "A": "account", "AC": "account"}
_FREIGHT_AMOUNTS = ("64", "104")
_TOTAL_AMOUNTS = ("39", "77", "44", "43")
_ISSUED = ("182", "137", "171")  # document issued, message composed, date of the reference
_TAKEN_OVER = ("200",)
_ON_THE_VEHICLE_ITSELF = {"109", "215"}  # code lists of SGP: the company's number and the plate of a vehicle


def read_consignment(
    segments: Sequence[Segment], head: Head, local_zone: tzinfo, *, path: str | None = None
) -> StatedConsignment:
    """Read the segments of one consignment, of which the first opens it: CNI, or BGM where the message is its document.

    path: where it begins, when that is not its first segment.
    """
    notes = Notes()
    parts = parts_of(segments, head.profile.party_segments, notes)
    number, level, master = numbers(parts, head, notes)
    lines = _goods(parts, head, notes)
    issued_on = _date(parts, _ISSUED, local_zone, notes)
    freight_amount, freight_currency = _money(parts, _FREIGHT_AMOUNTS, head, notes)
    total_value, total_currency = _money(parts, _TOTAL_AMOUNTS, head, notes)
    path = path or segments[0].path
    if number is None:
        notes.error("document_number_missing", path)
    stated = StatedConsignment(
        path=path,
        document_number=number,
        identity_date=identity_date(issued_on, head.manifest, local_zone),
        transport_document_kind=document_kind(parts, head),
        document_level=level,
        master_document_number=master,
        procedure=procedure_of(parts.own) or head.procedure,
        function=head.manifest.function,
        issued_on=issued_on,
        taken_over_on=_date(parts, _TAKEN_OVER, local_zone, notes),
        **route_of({**head.places, **locations(parts.own)}, notes),
        parties=_parties(parts, head, notes),
        goods=numbered_once(lines, path, notes),
        equipment=_equipment(parts, lines, head, notes),
        documents=_papers(parts, head, notes),
        total_value=total_value,
        total_currency=total_currency,
        freight_payment_method=_payment(parts),
        freight_amount=freight_amount,
        freight_currency=freight_currency,
        **_controlled_totals(parts, lines, notes),  # type: ignore[arg-type]
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _goods(parts: Parts, head: Head, notes: Notes) -> list[StatedGoodsItem]:
    origin = goods.origin_of(parts.own)
    return [
        goods.read_goods_item(segment, group, position, notes, origin_country=origin, currency=head.profile.currency)
        for position, (segment, group) in enumerate(parts.of("GID"), start=1)
    ]


def _date(parts: Parts, qualifiers: Sequence[str], local_zone: tzinfo, notes: Notes) -> date | None:
    segment = parts.first("DTM", qualifiers)
    if segment is None or not segment.at(0, 1).strip():
        return None
    try:
        return values.moment_and_precision(segment, local_zone)[0].date()
    except Unreadable as fault:
        notes.error(fault.code, segment.path, **{"value": segment.at(0, 1), **fault.params})
        return None


def _money(parts: Parts, qualifiers: Sequence[str], head: Head, notes: Notes) -> tuple[Decimal | None, str | None]:
    segment = parts.first("MOA", qualifiers)
    amount, currency = values.money(segment, notes) if segment else (None, None)
    return amount, (currency or head.profile.currency) if amount is not None else None


def _parties(parts: Parts, head: Head, notes: Notes) -> tuple[StatedParty, ...]:
    """Return one party per role, those of the head where the consignment names none.

    A supplier (SU) is the consignor where no other segment names one.
    """
    found: dict[str, StatedParty] = {}
    for segment, followers in parts.of("NAD"):
        if (role := ROLES.get(segment.at(0).strip())) and role not in found:
            found[role] = party(segment, role, followers, notes)
    for role, of_all in head.parties.items():
        found.setdefault(role, of_all)
    if head.manifest.carrier:
        found.setdefault("carrier", head.manifest.carrier)
    if "consignor" not in found and "seller" in found:
        found["consignor"] = replace(found.pop("seller"), role="consignor")
    return tuple(found.values())


def _equipment(parts: Parts, lines: Sequence[StatedGoodsItem], head: Head, notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return the equipment in the consignment's own EQD groups, and that of the head which its goods name.

    On the road the load without a container is on the trailers of the head, else on the truck itself.
    """
    found: dict[str, StatedEquipment] = {}
    for segment, group in parts.of("EQD"):
        if box := equipment.read_equipment(segment, group, notes):
            found.setdefault(box.number, box)
    vehicles = {s.at(0, 0).strip() for _, group in parts.of("GID") for s in group if _names_a_vehicle(s)}
    named = [number for item in lines for number in item.equipment_numbers]
    if head.profile.names_equipment_by_reference:
        named += _referenced_equipment(parts, notes)
    for number in named:
        kind = "trailer" if number in vehicles or number == head.manifest.conveyance_id else "container"
        found.setdefault(number, head.equipment.get(number, StatedEquipment(kind, number)))
    if not found and head.manifest.mode == "road":
        return tuple(head.equipment.get(body.number, body) for body in load_bodies(head.manifest))
    return tuple(found.values())


def _names_a_vehicle(segment: Segment) -> bool:
    return segment.tag == "SGP" and segment.at(0, 1) in _ON_THE_VEHICLE_ITSELF


def _referenced_equipment(parts: Parts, notes: Notes) -> list[str]:
    segments = [*parts.own, *(s for _, group in parts.of("GID") for s in group)]
    numbers = [notes.identifier(s.at(0, 1), s.path, 40) for s in segments if s.tag == "RFF" and s.at(0, 0) == "AAQ"]
    return [number for number in numbers if number]


def _papers(parts: Parts, head: Head, notes: Notes) -> tuple[StatedDocument, ...]:
    """Return the papers that RFF names; where BGM has the number, the transport documents beside it are among them."""
    opening = parts.own[0]
    kinds = _PAPERS | (dict.fromkeys(TRANSPORT_DOCUMENTS, "other") if opening.tag == "BGM" else {})
    named = [
        (kinds[s.at(0, 0)], s.at(0, 1), s)
        for s in parts.own
        if s.tag == "RFF" and s.at(0, 0) in kinds and s.at(0, 1) != opening.at(1, 0)
    ]
    if head.profile.cni_names == "declaration" and opening.at(1, 0).strip():
        named.insert(0, ("previous_declaration", opening.at(1, 0), opening))
    return tuple(StatedDocument(kind, notes.identifier(number, s.path, 120), path=s.path) for kind, number, s in named)


def _payment(parts: Parts) -> str | None:
    """CPI says prepaid or collect in its last element, or the method in its second; TOD says it in its second."""
    stated = next((s for s in parts.own if s.tag == "CPI"), None) or parts.first("TOD", ("1", "2", "3", "4", "5"))
    if stated is None:
        return None
    code = (stated.at(2).strip() if stated.tag == "CPI" else "") or stated.at(1, 0).strip()
    return _PAYMENT.get(code, "other") if code else None


def _controlled_totals(parts: Parts, lines: Sequence[StatedGoodsItem], notes: Notes) -> dict[str, int | Decimal | None]:
    """Return the totals. CNT is a control figure: where it disagrees with the goods lines, the lines count."""
    packages_control, mass_control = parts.first("CNT", ("8", "11")), parts.first("CNT", ("7",))
    packages = mass = None
    if packages_control:
        packages = notes.read(reading.count, packages_control.at(0, 1), packages_control.path)
    if mass_control:
        factor = values.KILOGRAMS.get(mass_control.at(0, 2), Decimal(1))
        mass = values.number(mass_control.at(0, 1), partial(reading.mass_kg, factor=factor), mass_control.path, notes)
    counted, weighed = sum_of_packages(lines), sum_of_gross_mass_kg(lines)
    if packages_control and None not in (packages, counted) and packages != counted:
        notes.warning("packages_disagree", packages_control.path, stated=packages, found=counted)
        packages = counted
    if mass_control and mass is not None and weighed is not None and mass != weighed:
        notes.warning("gross_mass_disagrees", mass_control.path, stated=mass, found=weighed)
        mass = min(weighed, reading.MAX_MASS_KG)
    return {"total_packages": packages, "total_gross_mass_kg": mass}
