"""The CNI group of a CUSCAR message: one consignment, from its segments and the head of its message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from decimal import Decimal
from functools import partial

from .. import reading
from ..checking import note_disagreements, numbered_once, sum_of_gross_mass_kg, sum_of_packages
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes, Unreadable
from ..values import StatedConsignment, StatedDocument, StatedEquipment, StatedGoodsItem, StatedParty
from . import cuscar_equipment, cuscar_goods
from . import segment_values as values
from .cuscar_head import PARTY_SEGMENTS, PROCEDURES, ROUTE, Head
from .lexer import TOO_LONG, Segment

_GROUPS = {"NAD": PARTY_SEGMENTS, "GID": cuscar_goods.GROUP_SEGMENTS, "EQD": cuscar_equipment.GROUP_SEGMENTS}

_ROLES = {
    "CZ": "consignor", "OS": "consignor", "EX": "consignor", "CN": "consignee", "UC": "consignee", "N1": "notify_party",
    "NI": "notify_party", "FW": "freight_forwarder", "CA": "carrier", "CF": "carrier", "DR": "driver",
    "DT": "declarant", "SE": "seller", "SU": "seller", "BY": "buyer", "GO": "buyer", "FP": "freight_payer",
}  # fmt: skip
_HOUSE = ("BH", "HWB")
_MASTER = ("MB", "MWB", "BM")
_TRANSPORT_DOCUMENTS = {
    "BM": "bill_of_lading", "BH": "bill_of_lading", "MB": "bill_of_lading", "AWB": "air_waybill", "HWB": "air_waybill",
    "MWB": "air_waybill", "CMR": "cmr", "AAS": "other", "CN": "other",
}  # fmt: skip
_BY_MODE = {"sea": "bill_of_lading", "air": "air_waybill", "road": "cmr", "rail": "smgs"}
_PAPERS = {
    "IV": "invoice",
    "ABT": "previous_declaration",
    "AAE": "previous_declaration",
    "IP": "permit",
    "EX": "permit",
}

_DISPATCH = ("35", "76", "88", "9")  # export country, original loading, receipt, loading
_DESTINATION = ("36", "8", "7", "11")  # destination country, destination, delivery, discharge
_PAYMENT = {"P": "prepaid", "PP": "prepaid", "C": "collect", "CC": "collect", "A": "account", "AC": "account"}
_FREIGHT_AMOUNTS = ("64", "104")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The segments of a consignment: its own, and those of its groups, each with the segment that opens it."""

    own: list[Segment]
    groups: list[tuple[Segment, list[Segment]]]

    def of(self, tag: str) -> Iterator[tuple[Segment, list[Segment]]]:
        return (group for group in self.groups if group[0].tag == tag)

    def first(self, tag: str, qualifiers: Sequence[str]) -> Segment | None:
        """Return the first own segment of this tag with one of the qualifiers, which are tried in order."""
        for qualifier in qualifiers:
            for segment in self.own:
                if segment.tag == tag and segment.at(0, 0) == qualifier:
                    return segment
        return None


def read_consignment(segments: Sequence[Segment], head: Head, local_zone: tzinfo) -> StatedConsignment:
    """Read the segments from one CNI to the next."""
    notes = Notes()
    parts = _parts(segments, notes)
    number, level, master = _numbers(parts, notes)
    origin = cuscar_goods.origin_of(parts.own)
    goods = [
        cuscar_goods.read_goods_item(segment, group, position, origin, notes)
        for position, (segment, group) in enumerate(parts.of("GID"), start=1)
    ]
    issued_on = _issued_on(parts, local_zone, notes)
    route = {**head.places, **{s.at(0): s for s in reversed(parts.own) if s.tag == "LOC"}}
    freight = parts.first("MOA", _FREIGHT_AMOUNTS)
    freight_amount, freight_currency = values.money(freight, notes) if freight else (None, None)
    total = parts.first("MOA", ("39", "77", "44", "43"))
    total_value, total_currency = values.money(total, notes) if total else (None, None)
    if number is None:
        notes.error("document_number_missing", segments[0].path)
    stated = StatedConsignment(
        path=segments[0].path,
        document_number=number,
        identity_date=identity_date(issued_on, head.manifest, local_zone),
        transport_document_kind=_document_kind(parts, head.manifest.mode),
        document_level=level,
        master_document_number=master,
        procedure=_procedure(parts) or head.procedure,
        function=head.manifest.function,
        issued_on=issued_on,
        place_of_loading=_place(route, ("9", "76", "88"), notes),
        place_of_delivery=_place(route, ("7", "8", "11"), notes),
        loading_unlocode=_unlocode(route, ("9", "76", "88")),
        delivery_unlocode=_unlocode(route, ("7", "8", "11")),
        dispatch_country=_country(route, _DISPATCH),
        destination_country=_country(route, _DESTINATION),
        itinerary=_itinerary(route),
        parties=_parties(parts, head, notes),
        goods=numbered_once(goods, segments[0].path, notes),
        equipment=_equipment(parts, goods, head, notes),
        documents=_papers(parts, notes),
        total_value=total_value,
        total_currency=total_currency,
        freight_payment_method=_payment(parts),
        freight_amount=freight_amount,
        freight_currency=freight_currency,
        **_controlled_totals(parts, goods, notes),  # type: ignore[arg-type]
    )
    note_disagreements(stated, notes)
    return replace(stated, problems=tuple(notes.problems))


def _parts(segments: Sequence[Segment], notes: Notes) -> _Parts:
    parts = _Parts([segments[0]], [])
    members: frozenset[str] = frozenset()
    for segment in segments[1:]:
        if segment.tag == TOO_LONG:
            notes.error("edifact_part_left_out", segment.path, value=segment.at(0))
        elif segment.tag in _GROUPS:
            parts.groups.append((segment, []))
            members = _GROUPS[segment.tag]
        elif segment.tag in members:
            parts.groups[-1][1].append(segment)
        else:
            members = frozenset()
            parts.own.append(segment)
    return parts


def _numbers(parts: _Parts, notes: Notes) -> tuple[str | None, str | None, str | None]:
    """Return number, level and master number. CNI may be empty: then a reference segment has the number."""
    house, master = parts.first("RFF", _HOUSE), parts.first("RFF", _MASTER)
    own = parts.own[0].at(1, 0).strip()
    named = house or master or parts.first("RFF", ("AWB", "CMR", "AAS", "CN", "ABE"))
    path = parts.own[0].path if own or named is None else named.path
    number = notes.identifier(own or (named.at(0, 1) if named else ""), path, 120)
    above = notes.identifier(master.at(0, 1), master.path, 120) if master else None
    if house or (above and above != number and master and master.at(0, 0) != "BM"):
        return number, "house", above
    return number, "master" if parts.first("RFF", ("MB", "MWB")) else None, None


def _document_kind(parts: _Parts, mode: str | None) -> str | None:
    named = parts.first("RFF", tuple(_TRANSPORT_DOCUMENTS))
    return _TRANSPORT_DOCUMENTS[named.at(0, 0)] if named else _BY_MODE.get(mode or "")


def _procedure(parts: _Parts) -> str | None:
    return next((PROCEDURES[s.at(0)] for s in parts.own if s.tag == "GIS" and s.at(0) in PROCEDURES), None)


def _issued_on(parts: _Parts, local_zone: tzinfo, notes: Notes) -> date | None:
    segment = parts.first("DTM", ("182", "137", "171"))
    if segment is None:
        return None
    try:
        return values.moment_and_precision(segment, local_zone)[0].date()
    except Unreadable as fault:
        notes.error(fault.code, segment.path, **{"value": segment.at(0, 1), **fault.params})
        return None


def _place(route: dict[str, Segment], qualifiers: Sequence[str], notes: Notes) -> str | None:
    found = next((route[qualifier] for qualifier in qualifiers if qualifier in route), None)
    return notes.text(values.place_name(found), found.path, 200) if found else None


def _unlocode(route: dict[str, Segment], qualifiers: Sequence[str]) -> str | None:
    codes = (values.place_unlocode(route[qualifier]) for qualifier in qualifiers if qualifier in route)
    return next((code for code in codes if code), None)


def _country(route: dict[str, Segment], qualifiers: Sequence[str]) -> str | None:
    codes = (values.place_country(route[qualifier]) for qualifier in qualifiers if qualifier in route)
    return next((code for code in codes if code), None)


def _itinerary(route: dict[str, Segment]) -> tuple[str, ...]:
    countries = [values.place_country(route[qualifier]) for qualifier in ROUTE if qualifier in route]
    return tuple(dict.fromkeys(country for country in countries if country))


def _parties(parts: _Parts, head: Head, notes: Notes) -> tuple[StatedParty, ...]:
    """Return one party per role. A supplier (SU) is the consignor where no other segment names one."""
    found: dict[str, StatedParty] = {}
    for segment, followers in parts.of("NAD"):
        if (role := _ROLES.get(segment.at(0).strip())) and role not in found:
            found[role] = values.party(segment, role, followers, notes)
    if "consignor" not in found and "seller" in found:
        found["consignor"] = replace(found.pop("seller"), role="consignor")
    for party in (head.manifest.carrier, head.manifest.driver, head.manifest.declarant):
        if party:
            found.setdefault(party.role, party)
    return tuple(found.values())


def _equipment(
    parts: _Parts, goods: Sequence[StatedGoodsItem], head: Head, notes: Notes
) -> tuple[StatedEquipment, ...]:
    """Return the equipment in the consignment's own EQD groups, and that of the head which its goods name.

    On the road the load without a container is on the trailers of the head, else on the truck itself.
    """
    found: dict[str, StatedEquipment] = {}
    for segment, group in parts.of("EQD"):
        if equipment := cuscar_equipment.read_equipment(segment, group, notes):
            found.setdefault(equipment.number, equipment)
    for number in (number for item in goods for number in item.equipment_numbers):
        found.setdefault(number, head.equipment.get(number, StatedEquipment("container", number)))
    if not found and head.manifest.mode == "road":
        return tuple(head.equipment.get(body.number, body) for body in load_bodies(head.manifest))
    return tuple(found.values())


def _papers(parts: _Parts, notes: Notes) -> tuple[StatedDocument, ...]:
    return tuple(
        StatedDocument(_PAPERS[s.at(0, 0)], notes.identifier(s.at(0, 1), s.path, 120), path=s.path)
        for s in parts.own
        if s.tag == "RFF" and s.at(0, 0) in _PAPERS
    )


def _payment(parts: _Parts) -> str | None:
    """CPI says prepaid or collect in its last element, or the method in its second."""
    stated = next((s for s in parts.own if s.tag == "CPI"), None)
    if stated is None:
        return None
    code = stated.at(2).strip() or stated.at(1, 0).strip()
    return _PAYMENT.get(code, "other") if code else None


def _controlled_totals(
    parts: _Parts, goods: Sequence[StatedGoodsItem], notes: Notes
) -> dict[str, int | Decimal | None]:
    """Return the totals. CNT is a control figure: where it disagrees with the goods lines, the lines count."""
    packages_control, mass_control = parts.first("CNT", ("8", "11")), parts.first("CNT", ("7",))
    packages = mass = None
    if packages_control:
        packages = notes.read(reading.count, packages_control.at(0, 1), packages_control.path)
    if mass_control:
        factor = values.KILOGRAMS.get(mass_control.at(0, 2), Decimal(1))
        mass = values.number(mass_control.at(0, 1), partial(reading.mass_kg, factor=factor), mass_control.path, notes)
    counted, weighed = sum_of_packages(goods), sum_of_gross_mass_kg(goods)
    if packages_control and None not in (packages, counted) and packages != counted:
        notes.warning("packages_disagree", packages_control.path, stated=packages, found=counted)
        packages = counted
    if mass_control and mass is not None and weighed is not None and mass != weighed:
        notes.warning("gross_mass_disagrees", mass_control.path, stated=mass, found=weighed)
        mass = min(weighed, reading.MAX_MASS_KG)
    return {"total_packages": packages, "total_gross_mass_kg": mass}
