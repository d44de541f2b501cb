"""Groups A and B: who stands behind the goods, and which way they take."""

# ruff: noqa: E501  a table reads better in rows

from tests.scenarios.acts import examined, firm, goods, groupage, listed, manifest
from tests.scenarios.story import Scenario, instead, without

KNOWN = firm("ОсОО «Нур-Кийим Импорт»", "02709202010417", phone="+996 555 010203")
STRANGER = firm("ОсОО «Чоң-Жар Соода»", "01103202410633", street="ул. Курманжан Датка 40", phone="+996 555 010203")
SHARED_PHONE = "+996 700 414243"

PARTIES_AND_PLACES = (
    Scenario(
        "A01", "a consignee whom a unit of long memory has never seen",
        [groupage(80, 210), manifest(30), manifest(consignee=KNOWN | {"identifier": "02709202010499"})],
        "0",
        "the one who came last month", instead("consignee.identifier", KNOWN["identifier"]),
        without("consignee"), "earlier consignments",
    ),
    Scenario(
        "A03", "a name of the list in the spelling of a foreign clerk",
        [listed("ОсОО «Кара-Дөбө Трейд»"), manifest(consignee=firm("Kara-Dobo Treid OsOO", "01203201910018"))],
        "Кара-Дөбө",
        "another firm", instead("consignee.name", "Ak-Jol Tekstil OsOO"),
    ),
    Scenario(
        "A04", "the telephone of one whose goods were seized",
        [manifest(40), examined("seizure", 39), manifest(consignee=STRANGER)],
        "phone",
        "a telephone of its own", instead("consignee.phone", "+996 772 909090"),
    ),
    Scenario(
        "A05", "goods to order, and nobody to be told",
        [manifest(consignee={"name": "TO ORDER OF SHIPPER"})],
        "TO ORDER",
        "a bank's consignment, with a firm to be told", instead("notify_party", KNOWN),
        without("consignee"), "order",
    ),
    Scenario(
        "A06", "somebody in Dubai is told of goods for Osh",
        [manifest(notify_party=firm("Gulf Star Trading LLC", country="AE", city="Dubai", street="Deira 4"))],
        "Gulf Star",
        "the buyer's office in Osh is told", instead("notify_party.address.country", "KG"),
        without("notify_party.address.country"), "otify",
    ),
    Scenario(
        "A07", "a forwarder receives what is somebody else's",
        [manifest(consignee=firm("Silk Line Logistics LLC", "02709202010417"))],
        "Silk Line",
        "a shop receives its own", instead("consignee.name", "Silk Line Textile LLC"),
    ),
    Scenario(
        "A08", "a private person without a name",
        [manifest(consignee=KNOWN | {"name": "частное лицо"})],
        "частное лицо",
        "a firm with one", instead("consignee.name", KNOWN["name"]),
        without("consignee.name"), "laceholder",
    ),
    Scenario(
        "A10", "five firms of five owners behind one telephone",
        [
            groupage(80, 210),
            *(
                manifest(20 - n, consignee=firm(f"ОсОО «Бирлик {n}»", f"0150320201{n}500", street=f"ул. {n}", phone=SHARED_PHONE))
                for n in range(5)
            ),
            manifest(consignee=STRANGER | {"phone": SHARED_PHONE}),
        ],
        "5",
        "a firm with a telephone of its own", instead("consignee.phone", "+996 555 777000"),
    ),
    Scenario(
        "A13", "fifteen tonnes for one who brought nothing for ten months",
        [manifest(300), manifest()],
        "300",
        "samples for one who begins again", instead("goods", goods(gross_mass_kg=180, net_mass_kg=171, packages=8)),
        without("consignee"), "onsignee",
    ),
    Scenario(
        "A15", "a person who buys trousers by the lorry",
        [manifest(consignee=firm("Асанова Гүлнара", "21203197810018", is_natural_person=True))],
        "individual",
        "a person who buys for the household",
        instead("goods", goods(gross_mass_kg=64, net_mass_kg=60, packages=3)),
    ),
    Scenario(
        "A17", "a tax number with a thirteenth month",
        [manifest(consignee=KNOWN | {"identifier": "02713202010417"})],
        "02713202010417",
        "the number as it was allotted", instead("consignee.identifier", KNOWN["identifier"]),
        without("consignee.identifier"), "ax number",
    ),
    Scenario(
        "B02", "out of Afghanistan by way of Tajikistan",
        [manifest(itinerary=["AF", "CN", "KG"])],
        "AF",
        "straight from China", instead("itinerary", ["CN", "KG"]),
    ),
    Scenario(
        "B04", "bananas that are said to have grown in Kazakhstan",
        [manifest(goods=goods(commodity_code="0803901000", description="Bananas, fresh", origin_country="KZ"))],
        "KZ",
        "bananas of Ecuador", instead("goods.0.origin_country", "EC"),
        without("goods.0.origin_country"), "rigin",
    ),
    Scenario(
        "B05", "the destination changes after lodging",
        [manifest(0.2, document_number="CMR-77", issued_on="2026-06-08"),
         manifest(document_number="CMR-77", issued_on="2026-06-08", destination_country="TJ", itinerary=["CN", "KG"])],
        "TJ",
        "an amendment that leaves the way as it was", instead("destination_country", "KG"),
    ),
    Scenario(
        "B07", "a Kazakh truck where only the two neighbours may pass",
        [manifest(truck={"entry_post": "KENG_SAY", "conveyance": {"id": "T 17", "nationality": "KZ"}}, dispatch_country="UZ")],
        "KZ",
        "an Uzbek one", instead("truck.conveyance.nationality", "UZ"),
        without("truck.conveyance.nationality"), "ehicle",
    ),
    Scenario(
        "B08", "from Kashgar to Osh by way of Dubai",
        [manifest(itinerary=["CN", "AE", "KG"])],
        "AE",
        "by way of Kazakhstan", instead("itinerary", ["CN", "KZ", "KG"]),
    ),
    Scenario(
        "B09", "goods of an importer in Osh, delivered in Bishkek",
        [manifest(place_of_delivery="Бишкек")],
        "Bishkek",
        "delivered at home", instead("place_of_delivery", "Ош"),
        without("place_of_delivery"), "deliver",
    ),
    Scenario(
        "B10", "for Russia, and out by the road to Tajikistan",
        [manifest(truck={"exit_post": "BOR_DOBO"}, procedure="transit", destination_country="RU", itinerary=["CN", "KG", "RU"])],
        "RU",
        "for Tajikistan by that road", instead("destination_country", "TJ"),
        without("truck.exit_post"), "xit",
    ),
    Scenario(
        "B13", "delivered at the bazaar by the border",
        [manifest(place_of_delivery="Кара-Суу")],
        "Kara-Suu",
        "delivered in the capital of the region", instead("place_of_delivery", "Ош"),
    ),
)  # fmt: skip
