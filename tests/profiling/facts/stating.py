"""Consignments to ask facts of: a plain one that hits nothing, and ways to change it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from profiling.facts.document_facts import Facts, consignment_facts
from profiling.facts.known import (
    Circumstances,
    KnownConsignment,
    KnownDocument,
    KnownEquipment,
    KnownGoodsItem,
    KnownParty,
    KnownPost,
)

CIRCUMSTANCES = Circumstances(
    usd_rates={"USD": Decimal(1), "CNY": Decimal("0.14")}, local_zone=ZoneInfo("Asia/Bishkek"), night_hours=(22, 6)
)
KYZYL_BEL = KnownPost("KYZYL_BEL", "TJ")
KAIRAGACH = KnownPost("KAIRAGACH", "TJ", bilateral_only=True)

CONSIGNOR = KnownParty("consignor", "Yiwu Hongda Trade Co Ltd", address="Yiwu, Chouzhou road 12", country="CN")
CONSIGNEE = KnownParty("consignee", "ОсОО Береке", street="ул. Ленина 12", city="Ош", country="KG")
NOTIFY = KnownParty("notify_party", "Nur Agro LLC", country="KG")

SHIRTS = KnownGoodsItem(
    number=1, commodity_code="6109100000", description="Футболки трикотажные хлопковые", packages=100,
    gross_mass_kg=Decimal(1210), net_mass_kg=Decimal(1100), value=Decimal(5500), currency="USD", origin_country="CN",
)  # fmt: skip
BOX = KnownEquipment("container", "CSQU3054383", "CSQU3054383", fullness="full", seals=("KG001",))

PLAIN = KnownConsignment(
    document_kind="json_manifest",
    known_at=datetime(2026, 3, 1, 6, tzinfo=UTC),
    document_number="CMR-1",
    mode="road",
    arrival_at=datetime(2026, 3, 2, 6, tzinfo=UTC),  # noon in Bishkek
    taken_over_on=date(2026, 2, 25),
    dispatch_country="CN",
    destination_country="KG",
    entry_post=KnownPost("IRKESHTAM", "CN"),
    conveyance_id="01KG123ABC",
    freight_payment_method="prepaid",
    parties=(CONSIGNOR, CONSIGNEE),
    goods=(SHIRTS,),
    equipment=(BOX,),
    documents=(KnownDocument("invoice", "17", date(2026, 2, 20)),),
)


def stated(**changes: Any) -> KnownConsignment:
    """The plain consignment, changed. `item`, `box`, `consignor`, `consignee`: changes within the one there is."""
    within = {
        "item": lambda change: {"goods": (replace(SHIRTS, **change),)},
        "box": lambda change: {"equipment": (replace(BOX, **change),)},
        "consignor": lambda change: {"parties": (replace(CONSIGNOR, **change), CONSIGNEE)},
        "consignee": lambda change: {"parties": (CONSIGNOR, replace(CONSIGNEE, **change))},
    }
    for name, change in within.items():
        if name in changes:
            changes |= change(changes.pop(name))
    return replace(PLAIN, **changes)


def facts_of(**changes: Any) -> Facts:
    return consignment_facts(stated(**changes), CIRCUMSTANCES)


def answer(column: str, **changes: Any) -> Any:
    """The answer of a column for the plain consignment, changed."""
    return facts_of(**changes).values[column]


def item_answer(column: str, **changes: Any) -> Any:
    """The answer of a goods item's column for the plain item, changed."""
    kind = changes.pop("document_kind", PLAIN.document_kind)
    return facts_of(item=changes, document_kind=kind).items[0].values[column]
