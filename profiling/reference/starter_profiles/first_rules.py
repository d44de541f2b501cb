"""Cheap, strong first rules: what the documents alone show to be wrong, whatever the route."""

from .profile import NIGHT_WITHOUT_HABIT, StarterProfile, counts

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
SURELY_EMPTY_BUT_HEAVY = {"all": [{"known": "empty_but_heavy"}, {"fact": "empty_but_heavy", "op": "is_true"}]}
SURELY_ABOVE_BASELINE = {
    "all": [{"known": "trader_hit_rate_ratio"}, {"fact": "trader_hit_rate_ratio", "op": "ge", "value": 1.5}]
}

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
                counts("A01", 20),
                counts("A02", 10),
                counts("A15", 10),
                counts("C01", 20),
                counts("C02", 30),
                counts("C04", 10),
                counts("G02", 10, NIGHT_WITHOUT_HABIT),
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
                counts("I01", 15, SURELY_ABOVE_BASELINE),
            ],
            "threshold": 30,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
)
