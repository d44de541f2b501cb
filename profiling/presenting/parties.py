"""Names of parties, vehicles and goods as a row or a head shows them, from fetched records; nothing is looked up."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from consignments.models import ConsignmentParty, GoodsItem, TransportEquipment
from profiling.presenting.quantities import dotted_code


def in_role(parties: Iterable[ConsignmentParty], role: str) -> ConsignmentParty | None:
    return next((party for party in parties if party.role == role), None)


def name_of(party: ConsignmentParty | None) -> str:
    """Return the name as stated, or that none is: a missing name is a fact an officer should see."""
    return (party.name if party else "") or _("not stated")


def name_and_country(party: ConsignmentParty | None) -> str:
    name = name_of(party)
    return f"{name}, {party.country}" if party and party.country else name


def boxes(equipment: Sequence[TransportEquipment], conveyance_id: str = "") -> str:
    """Return the first piece of equipment that is not the vehicle itself, and how many more there are."""
    others = [piece.number for piece in equipment if piece.number != conveyance_id]
    if not others:
        return ""
    return f"{others[0]} +{len(others) - 1}" if len(others) > 1 else others[0]


def goods_in_short(goods: Sequence[GoodsItem]) -> tuple[str, str]:
    """Return (description, HS code) of the first line, and whether there are more."""
    if not goods:
        return _("no goods stated"), ""
    code = dotted_code(goods[0].commodity_code)
    if len(goods) > 1:
        code = _("%(code)s and more") % {"code": code}
    return goods[0].description or _("no description"), code.strip()
