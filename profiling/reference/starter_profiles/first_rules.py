"""Cheap, strong first rules: what the documents alone show to be wrong, whatever the route."""

from .profile import NIGHT_WITHOUT_HABIT, SURELY_TRUSTED, StarterProfile, counts, surely, surely_of_an_item

TRADE_KNOWLEDGE = (
    "Common knowledge of the trade; false alarms are mostly typing errors, so it asks for the papers first."
)

# A box by sea or rail must have a number; a truck without one is just a truck, unless the document had to say so.
IN_A_BOX_OR_UNDER_TIR = {
    "any": [
        {"all": [{"known": "containers"}, {"fact": "containers", "op": "ge", "value": 1}]},
        {"all": [{"not": {"known": "containers"}}, {"fact": "mode", "op": "in", "value": ["sea", "rail"]}]},
        {
            "all": [
                {"not": {"known": "containers"}},
                {"fact": "document_kind", "op": "eq", "value": "json_manifest"},
            ]
        },
        {
            "all": [
                {"known": "transport_document_kind"},
                {"fact": "transport_document_kind", "op": "eq", "value": "tir"},
            ]
        },
    ]
}

# Few documents say whether a box is full or empty; those that do not say so are not asked.
SURELY_EMPTY_BUT_HEAVY = surely("empty_but_heavy")
SURELY_ABOVE_BASELINE = surely("trader_hit_rate_ratio", "ge", 1.5)

# What is stated as transit; where the procedure is not stated, what goes on to another country.
IN_TRANSIT = {
    "any": [
        surely("procedure", "eq", "transit"),
        {"all": [{"not": {"known": "procedure"}}, surely("destination_country", "ne", "KG")]},
    ]
}

# Namesakes who have both been here for long are just namesakes.
NEW_UNDER_A_KNOWN_NAME = {"all": [surely("resembles_known_trader"), surely("consignee_seen_365d", "lt", 1)]}

FIRST_RULES = (
    StarterProfile(
        code="PR-007",
        title="Container, seal and weight",
        title_ru="Контейнер, пломба и вес",
        title_ky="Контейнер, пломба жана салмак",
        category="security",
        origin=f"ISO 6346 check digit, seals as listed, empty but heavy. {TRADE_KNOWLEDGE}",
        definition={
            "scope": IN_A_BOX_OR_UNDER_TIR,
            "indicators": [
                counts("E01", 25),
                counts("E04", 25),
                counts("E05", 25),
                counts("E08", 30),
                counts("C22", 30, SURELY_EMPTY_BUT_HEAVY),
                counts("C10", 15),
                counts("C11", 5),
                counts("C09", 15, surely("volume_exceeds_equipment")),
                counts("E03", 30, surely("seen_in_two_places")),
                counts("E06", 30, surely("seal_differs_on_arrival")),
                counts("E07", 20, surely("seal_changed_en_route")),
                counts("E09", 15, surely("equipment_unsuited")),
                counts("E10", 25, surely("weighed_deviation_percent", "gt", 10)),
                counts("E11", 40, surely("scan_shows_anomaly")),
                counts("E12", 30, surely("body_altered")),
                counts("D03", 5),
            ],
            "threshold": 25,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
    StarterProfile(
        code="PR-008",
        title="Third-country vehicle at a bilateral post",
        title_ru="Транспорт третьей страны на двустороннем пункте",
        title_ky="Эки тараптуу өткөрүү пунктундагы үчүнчү өлкөнүн унаасы",
        category="security",
        origin="Status of the posts in the reference data. Agreements change: verify the list of bilateral posts.",
        definition={
            "modes": ["road"],
            "indicators": [counts("B07", 30)],
            "threshold": 30,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
    StarterProfile(
        code="PR-009",
        title="Vague goods for a newcomer",
        title_ru="Неясное описание товара для нового получателя",
        title_ky="Жаңы алуучуга бүдөмүк сүрөттөлгөн товар",
        category="",
        origin=f"Vague or meaningless description, and a consignee or pair never seen before. {TRADE_KNOWLEDGE}",
        definition={
            "indicators": [
                counts("A01", 10),
                counts("A02", 5),
                counts("A15", 5),
                counts("C01", 25),
                counts("C02", 35),
                counts("C04", 5),
                counts("G02", 5, NIGHT_WITHOUT_HABIT),
            ],
            "threshold": 40,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
    StarterProfile(
        code="PR-010",
        title="Hidden parties and listed names",
        title_ru="Скрытые стороны и имена из списков",
        title_ky="Жашырылган тараптар жана тизмедеги ысымдар",
        category="",
        origin=f"Placeholders, consignments to order, likeness to watch lists, earlier results. {TRADE_KNOWLEDGE}",
        definition={
            "indicators": [
                counts("A03", 40),
                counts("A08", 30),
                counts("A05", 15),
                counts("A07", 8),
                counts("A06", 4),
                counts("A09", 5),
                counts("D04", 15),
                counts("F01", 6),
                counts("A04", 20, surely("contact_of_offender")),
                counts("A16", 30, NEW_UNDER_A_KNOWN_NAME),
                counts("A17", 20, surely("tax_number_faulty")),
                counts("H03", 20, surely("driver_listed")),
                counts("I01", 15, SURELY_ABOVE_BASELINE),
            ],
            "threshold": 30,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
    StarterProfile(
        code="PR-011",
        title="Transit that does not add up",
        title_ru="Транзит, который не сходится",
        title_ky="Дал келбеген транзит",
        category="security",
        origin=f"Post of exit against destination, free zones off the way, carnet and dates. {TRADE_KNOWLEDGE}",
        definition={
            "scope": IN_TRANSIT,
            "indicators": [
                counts("B10", 30),
                counts("B05", 15, surely("route_changed")),
                counts("B08", 15, surely("hub_without_sense")),
                counts("B11", 30, surely("transit_open_days", "gt", 10)),
                counts("D06", 20, surely("carnet_faulty")),
                counts("D07", 15, surely("dates_impossible")),
                counts("G03", 10, surely("transit_deviations", "gt", 3.5)),
                counts("H08", 15, surely("moved_with_another")),
            ],
            "threshold": 30,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
    StarterProfile(
        code="PR-012",
        title="Goods are not what they are called",
        title_ru="Товар не то, чем он назван",
        title_ky="Товар аталышына дал келбейт",
        category="revenue",
        origin=f"Words against the code, origin, season, UN number, papers against each other. {TRADE_KNOWLEDGE}",
        definition={
            "indicators": [
                counts("C03", 30, surely_of_an_item("description_conflicts")),
                counts("B04", 30, surely_of_an_item("origin_implausible")),
                counts("C09", 20, surely_of_an_item("density_implausible")),
                counts("C21", 10, surely_of_an_item("un_number_faulty")),
                counts("D01", 30, surely("documents_differ")),
                counts("D09", 15, surely("certificate_does_not_fit")),
                counts("G07", 15, surely_of_an_item("out_of_season")),
                counts("A01", 5, surely("consignee_seen_365d", "lt", 1)),
                counts("I03", -15, SURELY_TRUSTED),
            ],
            "threshold": 30,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
)
