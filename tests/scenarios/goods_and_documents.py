"""Groups C and D: what the goods are said to be, and what the papers say of them."""

# ruff: noqa: E501  a table reads better in rows

from tests.scenarios.acts import box, goods, groupage, manifest, night, paper, register, repeated, tag
from tests.scenarios.story import Scenario, instead, without

ACETIC_ANHYDRIDE = goods(
    commodity_code="2915240000", description="Acetic anhydride", package_kind="DR", packages=30, gross_mass_kg=6900,
    net_mass_kg=6600, value=9100, un_number="1715",
)  # fmt: skip
CIGARETTES = goods(
    commodity_code="2402209000", description="Cigarettes containing tobacco", packages=400, gross_mass_kg=4400,
    net_mass_kg=4100, value=52000,
)  # fmt: skip
TIMBER = goods(
    commodity_code="1211908609", description="Liquorice root, dried", packages=80, package_kind="BL", gross_mass_kg=3600,
    net_mass_kg=3500, value=5600, origin_country="KG",
)  # fmt: skip

SEALED = box("KSHU6182408", seals=["HX204512"])

GOODS_AND_DOCUMENTS = (
    Scenario(
        "C01", "general cargo",
        [manifest(goods=goods(description="GENERAL CARGO"))], "GENERAL CARGO",
        "trousers", instead("goods.0.description", "Men's trousers of cotton"),
        without("goods"), "escription",
    ),
    Scenario(
        "C02", "a file name in place of goods",
        [manifest(goods=goods(description="IMG_2041.jpg"))], "IMG_2041.jpg",
        "trousers", instead("goods.0.description", "Men's trousers of cotton"),
    ),
    Scenario(
        "C03", "bananas under the code of trousers",
        [manifest(goods=goods(description="Bananas, fresh"))], "anana",
        "trousers under their own", instead("goods.0.description", "Men's trousers of cotton"),
    ),
    Scenario(
        "C04", "a code that is in no nomenclature",
        [manifest(goods=goods(commodity_code="9899123400"))], "9899123400",
        "one that is", instead("goods.0.commodity_code", "6203423500"),
    ),
    Scenario(
        "C05", "acetic anhydride",
        [manifest(goods=goods(commodity_code="2915240000", description="Raw material, liquid"))], "precursor",
        "washing powder", instead("goods.0.commodity_code", "3402500000"),
    ),
    Scenario(
        "C06", "acetic acid that goes on towards Afghanistan",
        [manifest(itinerary=["CN", "KG", "TJ"],
                  goods=goods(commodity_code="2915210000", description="Acetic acid, glacial", un_number="2789"))],
        "TJ",
        "acetic acid for a dairy in Osh", instead("itinerary", ["CN", "KG"]),
    ),
    Scenario(
        "C07", "trousers at a tenth of the price",
        [groupage(30, 30), night(1), manifest(goods=goods(value=14600))], "median",
        "trousers at what trousers cost", instead("goods.0.value", 146200),
        without("goods.0.value"), "alue",
    ),
    Scenario(
        "C08", "cartons of a tonne and a half",
        [manifest(goods=goods(packages=10))], "1",
        "cartons of twenty-four kilograms", instead("goods.0.packages", 618),
        without("goods.0.packages"), "ackage",
    ),
    Scenario(
        "C10", "more net than gross",
        [manifest(goods=goods(net_mass_kg=15900))], "15",
        "net as it should be", instead("goods.0.net_mass_kg", 14120.5),
    ),
    Scenario(
        "C11", "fifteen tonnes to the kilogram",
        [*repeated(3, goods=goods(gross_mass_kg=13120)), groupage(80, 210), manifest(goods=goods(gross_mass_kg=15000))], "15",
        "as the scales say", instead("goods.0.gross_mass_kg", 14840),
    ),
    Scenario(
        "C15", "cigarettes under a TIR carnet",
        [manifest(transport_document_kind="tir", goods=CIGARETTES)], "TIR",
        "cigarettes under a CMR note for the shop", instead("transport_document_kind", "cmr"),
    ),
    Scenario(
        "C16", "cigarette filters for one without a licence",
        [register("licences", {"inn": "01010201510010", "kind": "tobacco", "number": "T-1"}),
         manifest(goods=goods(commodity_code="5601229000", description="Cigarette filter rods"))],
        "licence",
        "for one who has it", instead("rows.0.inn", "02709202010417", act=0),
    ),
    Scenario(
        "C20", "a brand from where nobody makes it",
        [register("brands", {"word": "Alpendor", "holder": "Alpendor SpA", "origin_countries": "IT PT"}),
         groupage(30, 30), night(1), manifest(goods=goods(description="Trousers ALPENDOR"))],
        "Alpendor",
        "from where it is made", instead("rows.0.origin_countries", "IT CN", act=0),
    ),
    Scenario(
        "C21", "acetic anhydride without its UN number",
        [manifest(goods=[{k: v for k, v in ACETIC_ANHYDRIDE[0].items() if k != "un_number"} | {"un_number": "1202"}])],
        "1202",
        "with it", instead("goods.0.un_number", "1715"),
    ),
    Scenario(
        "C22", "an empty box of nineteen tonnes",
        [manifest(equipment=[box(fullness="empty", tare_mass_kg=3800)])], "empty",
        "a full one", instead("equipment.0.fullness", "full"),
        without("equipment.0.fullness"), "mpty",
    ),
    Scenario(
        "D01", "an invoice over another mass",
        [manifest(), paper(kind="invoice", number="XL-2611/09", gross_mass_kg="19840")], "19",
        "an invoice that agrees", instead("gross_mass_kg", "14840"),
    ),
    Scenario(
        "D03", "eleven tonnes more, once it was lodged",
        [manifest(0.2, document_number="CMR-78", issued_on="2026-06-08", equipment=[SEALED]),
         manifest(document_number="CMR-78", issued_on="2026-06-08", equipment=[SEALED], goods=goods(gross_mass_kg=18840))],
        "14",
        "the same again", instead("goods.0.gross_mass_kg", 14840),
    ),
    Scenario(
        "D04", "the number of last week's note",
        [manifest(3, document_number="CMR-551"), manifest(document_number="CMR-551")], "1",
        "a number of its own", instead("document_number", "CMR-552"),
    ),
    Scenario(
        "D05", "a permit that ran out in spring",
        [manifest(procedure="export", goods=TIMBER),
         paper(kind="permit", permit_sort="cites", number="KG-114", valid_until="2026-04-01")],
        "2026",
        "one that is in force", instead("valid_until", "2026-12-01"),
    ),
    Scenario(
        "D06", "a carnet whose number has no such form",
        [manifest(transport_document_kind="tir", tir_carnet_number="QQ1")], "QQ1",
        "a carnet as they are printed", instead("tir_carnet_number", "XM71234567"),
    ),
    Scenario(
        "D07", "taken over after it crossed the border",
        [manifest(taken_over_on="2026-06-25")], "2026",
        "taken over the day before", instead("taken_over_on", "2026-06-09"),
    ),
    Scenario(
        "D09", "a certificate of another country's origin",
        [manifest(), paper(kind="certificate_of_origin", number="C-1", origin_country="TR")], "TR",
        "a certificate that agrees", instead("origin_country", "CN"),
    ),
    Scenario(
        "D10", "an officer sees the same hand on papers of strangers",
        [manifest(), tag("template_shared")], "barrier",
        "an officer notes that it is urgent", instead("kind", "urgency_asked"),
    ),
)  # fmt: skip
