"""Groups E to I: boxes and seals, payment, hours, trucks and crews, and what came before."""

# ruff: noqa: E501  a table reads better in rows

from tests.scenarios.acts import (
    ORDINARY,
    box,
    examined,
    firm,
    goods,
    groupage,
    listed,
    manifest,
    night,
    reading,
    register,
    repeated,
    warning,
)
from tests.scenarios.story import Scenario, instead, without

BOX = "KSHU6182408"
GRAPES = goods(commodity_code="0806101000", description="Table grapes, fresh", package_kind="CR", packages=1600,
               gross_mass_kg=12800, net_mass_kg=12200, value=10900, origin_country="UZ")  # fmt: skip

WAGON = {"kind": "wagon", "number": "52831062"}
WITHOUT_TRAILER = {"conveyance": {"id": "01KG730BHC", "nationality": "KG"}}
OTHER_TRUCK = {
    "conveyance": {"id": "02KG222BBB", "nationality": "KG", "trailers": ["015555PC"]},
    "carrier": firm("ОсОО «Кербен-Транс»", "01503201510077", street="ул. Алиева 9"),
}
OTHER = firm("ОсОО «Бирлик»", "01203201510011", street="ул. Фрунзе 1")
OTHER_ABROAD = firm("Yiwu Jinma Toys Co., Ltd", country="CN", city="Yiwu", street="Chouzhou Road 5")
FARHOD = firm("Турсунов Фарҳод", "22208197010035", is_natural_person=True, street="ул. Шакирова 2")

JOURNEYS_AND_THE_PAST = (
    Scenario(
        "E01", "a box whose check digit cannot be",
        [manifest(equipment=[box("KSHU6182401")])], "KSHU6182401",
        "the box as it is painted", instead("equipment.0.number", BOX),
    ),
    Scenario(
        "E02", "a box that belongs to a shipper",
        [register("owners", {"prefix": "KSHU", "owner": "Kashi Boxes", "country": "CN", "kind": "shipper"}),
         groupage(30, 25, in_boxes=True), manifest()],
        "Kashi Boxes",
        "the box of a line", instead("rows.0.kind", "line", act=0),
    ),
    Scenario(
        "E03", "one box at two ends of the south within minutes",
        [manifest(0.1, equipment=[box(BOX)]),
         reading(0.09, event="gate_in", equipment_kind="container", equipment_number=BOX, place="KULUNDU"),
         reading(0.085, event="gate_in", equipment_kind="container", equipment_number=BOX, place="IRKESHTAM")],
        BOX,
        "twice at the same post", instead("place", "IRKESHTAM", act=1),
    ),
    Scenario(
        "E04", "a loaded box that the papers leave without a seal",
        [manifest(equipment=[box(seals=[])])], "0",
        "a sealed one", instead("equipment.0.seals", ["HX1"]),
    ),
    Scenario(
        "E05", "a seal that another box bore last week",
        [manifest(7, equipment=[box("KSHU6182016", seals=["HX1000"])]), manifest(equipment=[box(seals=["HX1000"])])],
        "HX1000",
        "a seal of its own", instead("equipment.0.seals", ["HX1001"]),
    ),
    Scenario(
        "E06", "another seal at the gate than on the note",
        [manifest(truck=WITHOUT_TRAILER, equipment=[box(BOX, seals=["HX204512"])]),
         reading(event="gate_in", equipment_kind="container", equipment_number=BOX, seals=["ZZ99001"], place="IRKESHTAM")],
        "ZZ99001",
        "the seal of the note", instead("seals", ["HX204512"]),
        without("seals"), "eal",
    ),
    Scenario(
        "E08", "a box in which something was found",
        [manifest(60, equipment=[box(BOX)]), examined("seizure", 59), manifest(equipment=[box(BOX)])], BOX,
        "a box in which nothing was", instead("outcome", "nil", act=1),
    ),
    Scenario(
        "E09", "trousers in a tank",
        [manifest(equipment=[box(size_type="22T1")])], "22T1",
        "trousers in a box", instead("equipment.0.size_type", "45G1"),
        without("equipment.0.size_type"), "type",
    ),
    Scenario(
        "E10", "twelve tonnes too many on the weighbridge",
        [manifest(equipment=[box(BOX)]),
         reading(event="weighed", equipment_kind="container", equipment_number=BOX, gross_mass_kg=31000, place="IRKESHTAM")],
        "31",
        "as heavy as declared", instead("gross_mass_kg", 19000),
    ),
    Scenario(
        "E11", "a dark place in the scan",
        [manifest(equipment=[box(BOX)]),
         reading(event="scanned", equipment_kind="container", equipment_number=BOX, scan_shows_anomaly=True)],
        BOX,
        "a clear image", instead("scan_shows_anomaly", False),
        without("scan_shows_anomaly"), "scan",
    ),
    Scenario(
        "F01", "carriage in cash",
        [manifest(freight_payment_method="cash", freight_payer=ORDINARY["consignee"])], "cash",
        "carriage on account", instead("freight_payment_method", "account"),
        without("freight_payment_method"), "reight",
    ),
    Scenario(
        "F03", "carriage at two thirds of the value",
        [groupage(30, 25), night(1), manifest(goods=goods(value=3600))], "Freight",
        "goods worth carrying", instead("goods.0.value", 146200),
        without("freight_amount"), "reight",
    ),
    Scenario(
        "F06", "a quarter of what the partner says such goods cost",
        [register("mirror", {"hs4": "6203", "partner_country": "CN", "month": "2026-04", "usd_per_kg": "41"}), manifest()],
        "41",
        "as the partner's statistics have it", instead("rows.0.usd_per_kg", "11", act=0),
    ),
    Scenario(
        "G01", "told of when it stands at the barrier",
        [manifest(truck={"arrival_at": "2026-06-10T10:30:00+06:00"})], "0.5",
        "told of in time", instead("truck.arrival_at", "2026-06-10T16:30:00+06:00"),
        instead("truck.arrival_at", None), "before arrival",
    ),
    Scenario(
        "G02", "three at night, by one who comes at noon",
        [*repeated(6, truck={}), manifest(truck={"arrival_at": "2026-06-11T02:40:00+06:00"})], "night",
        "at noon, as ever", instead("truck.arrival_at", "2026-06-11T12:40:00+06:00"),
        instead("truck.arrival_at", None), "night",
    ),
    Scenario(
        "G04", "a lorry's load in parcels",
        [groupage(80, 210), *repeated(6, every_days=20, until=20), *repeated(3, every_days=2, until=2, goods=goods(gross_mass_kg=2100, net_mass_kg=2000)),
         manifest(goods=goods(gross_mass_kg=2100, net_mass_kg=2000))],
        "14 days",
        "the usual load", instead("goods", goods()),
    ),
    Scenario(
        "G07", "table grapes of Uzbekistan in early spring",
        [manifest(truck={"arrival_at": "2027-03-01T12:00:00+06:00"}, goods=GRAPES, dispatch_country="UZ", itinerary=["UZ", "KG"])],
        "month",
        "in September", instead("truck.arrival_at", "2026-09-01T12:00:00+06:00"),
        without("goods.0.origin_country"), "season",
    ),
    Scenario(
        "H01", "the trailer came behind another truck than the note says",
        [*repeated(3), manifest(),
         reading(event="seen", equipment_kind="trailer", equipment_number="011187PA", conveyance_id="02KG999ZZZ")],
        "02KG999ZZZ",
        "behind the truck of the note", instead("conveyance_id", "01KG730BHC"),
        without("conveyance_id"), "nother vehicle",
    ),
    Scenario(
        "H02", "a carrier whose licence ran out",
        [register("licences", {"inn": "01203201810045", "kind": "carriage", "number": "K-7", "valid_until": "2026-01-31"}),
         manifest()],
        "K-7",
        "one whose licence is in force", instead("rows.0.valid_until", "2027-01-31", act=0),
        without("truck.carrier"), "licence",
    ),
    Scenario(
        "H03", "a driver of the list",
        [listed("Қодиров Ғайрат Саидович"),
         manifest(truck={"driver": firm("Kodirov Gayrat Saidovich", is_natural_person=True)})],
        "Kodirov",
        "another driver", instead("truck.driver.name", "Asanov Bakyt"),
    ),
    Scenario(
        "H06", "a wagon sealed anew where the gauge changes",
        [manifest(truck={"mode": "rail", "entry_post": "OSH_RAIL", "conveyance": {"id": WAGON["number"]}}, transport_document_kind="smgs",
                  dispatch_country="UZ", itinerary=["UZ", "KG"], equipment=[WAGON | {"seals": ["UZ7711"]}]),
         reading(0, event="gate_out", equipment_kind="wagon", equipment_number=WAGON["number"], seals=["UZ7711"], place="Andijon"),
         reading(event="gate_in", equipment_kind="wagon", equipment_number=WAGON["number"], seals=["UZ9900"], place="OSH_RAIL")],
        "UZ9900",
        "the seal that it left with", instead("seals", ["UZ7711"]),
        without("seals"), "eal",
    ),
    Scenario(
        "H07", "a firm of one lorry with goods of a hundred thousand dollars",
        [*repeated(4), manifest()], "1",
        "with goods of a thousand", instead("goods.0.value", 1460),
    ),
    Scenario(
        "I02", "a colleague warns of the box",
        [warning("container", BOX), manifest(equipment=[box(BOX)])], "Bishkek",
        "a box that nobody named", instead("equipment.0.number", "KSHU6182016"),
    ),
    Scenario(
        "I03", "a trusted trader",
        [listed("ОсОО «Нур-Кийим Импорт»", purpose="trusted", identifier="02709202010417"), manifest()], "trusted",
        "a namesake with another number", instead("consignee.identifier", "01104201810999"),
    ),
    Scenario(
        "I04", "four times opened, four times clean",
        [act for n in (5, 4, 3, 2) for act in (manifest(7 * n), examined("nil", 7 * n - 1))] + [manifest()], "4",
        "something was found the last time", instead("outcome", "documentary", act=-2),
    ),
    Scenario(
        "I05", "as another's goods that were seized",
        [manifest(20, consignee=firm("ОсОО «Бирлик»", "01203201510011", street="ул. Фрунзе 1")), examined("seizure", 19), manifest()],
        "6203",
        "goods of another heading", instead("goods", goods(commodity_code="6907210000", description="Ceramic floor tiles")),
    ),
    Scenario(
        "I06", "the driver of a seizure, in another truck for other people",
        [manifest(20, truck=OTHER_TRUCK | {"driver": FARHOD}, consignee=OTHER, consignor=OTHER_ABROAD), examined("seizure", 19),
         manifest(truck={"driver": FARHOD})],
        "steps away",
        "a driver of no story", instead("truck.driver", firm("Асанов Бакыт", "21203197810018", is_natural_person=True)),
    ),
)  # fmt: skip
