"""The Central-Asia packs J1 to J6: what is known to move through Osh and Batken, as profiles.

How the points are chosen: what one document kind or another cannot say (commodity code, value, seal, hour of arrival)
stays, taken together, below the threshold, so that a sparse document of an ordinary trader is left alone; what makes
such a document suspect lifts it to the threshold, and then its silence does not pay.
"""

from .profile import (
    NIGHT_WITHOUT_HABIT,
    SOUTH,
    SURELY_TRUSTED,
    StarterProfile,
    counts,
    item_has_any,
    item_of_chapters,
    surely,
    surely_of_an_item,
)

PUBLIC_REPORTS = (
    "Public reports on the region, not confirmed by results of the unit: watch its hit rate from the start."
)

# What a weighbridge, driver and fuel explain is less.
WEIGHED_HEAVIER = surely("weighed_deviation_percent", "gt", 10)
DRUG_ROUTE_SCRAP = {
    "all": [
        {"fact": "route_countries", "op": "has_any", "value": ["AF", "TJ", "UZ", "TM", "PK", "IR"]},
        surely_of_an_item("used_or_scrap"),
    ]
}
SPLIT_ORDER = {"all": [surely("pair_seen_14d", "ge", 3), surely("mass_against_pair", "lt", 0.5)]}
UNRELATED_AND_VAGUE = {
    "all": [surely("goods_sections", "ge", 4), {"any_item": {"fact": "description_is_vague", "op": "is_true"}}]
}
BRAND_OUT_OF_PLACE = {
    "any_item": {
        "all": [
            surely("brand_named"),
            {"any": [surely("brand_origin_unusual"), surely("value_deviations", "lt", -2.5)]},
        ]
    }
}
TOBACCO = {
    "any_item": {
        "any": [
            {"fact": "hs_chapter", "op": "eq", "value": "24"},
            *[
                {"fact": "description", "op": "contains", "value": word}
                for word in ("сигарет", "табак", "тамеки", "cigarette", "tobacco")
            ],
        ]
    }
}

PACKS = (
    StarterProfile(
        code="PR-001",
        title="Northern route: opiates and methamphetamine",
        title_ru="Северный маршрут: опиаты и метамфетамин",
        title_ky="Түндүк багыт: опиаттар жана метамфетамин",
        category="drugs",
        origin=f"Pack J1. {PUBLIC_REPORTS} Cover loads seen: yarn, cotton, potatoes, machinery parts.",
        definition={
            "scope": {
                "any": [
                    {"fact": "dispatch_country", "op": "in", "value": SOUTH},
                    {"fact": "route_countries", "op": "has_any", "value": ["AF"]},
                ]
            },
            "indicators": [
                counts("B02", 30, {"fact": "route_countries", "op": "has_any", "value": ["AF"]}),
                counts("A01", 15),
                counts("A02", 10),
                counts("A08", 15),
                counts("C01", 10),
                counts("C11", 5),
                counts("C13", 10),
                counts("E04", 8),
                counts("F01", 5),
                counts("G02", 15, NIGHT_WITHOUT_HABIT),
                counts("A04", 15, surely("contact_of_offender")),
                counts("A14", 20, surely("crew_in_seizure")),
                counts("C19", 10, DRUG_ROUTE_SCRAP),
                counts("E08", 20, surely("equipment_in_seizure")),
                counts("E10", 10, WEIGHED_HEAVIER),
                counts("H01", 5, surely("plates_new_together")),
                counts("H05", 20, surely("vehicle_modified")),
                counts("I05", 10, surely("similar_seizures", "ge", 1)),
                counts("I06", 10, surely("seizure_hops", "le", 1)),
                counts("I03", -15, SURELY_TRUSTED),
            ],
            "threshold": 45,
            "lane": "red",
            "when_not_evaluable": "yellow",
        },
    ),
    StarterProfile(
        code="PR-002",
        title="Precursors towards the south",
        title_ru="Прекурсоры в южном направлении",
        title_ky="Түштүк багытындагы прекурсорлор",
        category="precursors",
        origin=f"Pack J2. {PUBLIC_REPORTS} Acetic anhydride, ammonia water, acids, ephedrine.",
        definition={
            "scope": {
                "any": [
                    {"fact": "destination_country", "op": "in", "value": SOUTH},
                    {"fact": "onward_countries", "op": "has_any", "value": SOUTH},
                ]
            },
            "indicators": [
                counts("C05", 35, item_has_any("precursor")),
                counts("B03", 15, item_of_chapters("28", "29", "38"), "Chemicals towards the south"),
                counts("A01", 10),
                counts("A02", 5),
                counts("A08", 15),
                counts("C01", 10),
                counts("C04", 5),
                counts("B04", 15, surely_of_an_item("origin_implausible")),
                counts("C06", 25, surely_of_an_item("cover_chemical"), "May pass as a precursor"),
                counts("C21", 10, surely_of_an_item("un_number_faulty")),
                counts("D02", 15, surely("required_document_missing")),
                counts("D05", 25, surely("permit_faulty")),
                counts("D03", 5),
                counts("F01", 5),
            ],
            "threshold": 50,
            "lane": "red",
            "when_not_evaluable": "yellow",
        },
    ),
    StarterProfile(
        code="PR-003",
        title="Dual-use goods for re-export",
        title_ru="Товары двойного назначения на реэкспорт",
        title_ky="Реэкспортко кош багыттагы товарлар",
        category="security",
        origin=f"Pack J3. Common High Priority List by HS6. {PUBLIC_REPORTS}",
        disabled_because=(
            "National law decides which of these goods are controlled and by whom. Switch it on only after the legal "
            "basis and the competent authority are written into its origin."
        ),
        definition={
            "scope": {"fact": "dispatch_country", "op": "in", "value": ["CN", "TR", "AE", "DE", "PL", "LT"]},
            "indicators": [
                counts("C17", 30),
                counts("A01", 15),
                counts("A02", 10),
                counts("A07", 15),
                counts("A12", 20, surely("consignee_registered_days", "lt", 180)),
                counts("C07", 10),
                counts("C18", 10, surely_of_an_item("beyond_destination_level")),
                counts("F07", 10, surely("odd_intermediaries", "ge", 1)),
                counts("G08", 10, surely("volume_against_year", "ge", 3)),
                counts("I03", -15, SURELY_TRUSTED),
            ],
            "threshold": 45,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
    StarterProfile(
        code="PR-004",
        title="Tobacco across the border",
        title_ru="Табачные изделия через границу",
        title_ky="Чек ара аркылуу тамеки буюмдары",
        category="tobacco",
        origin=f"Pack J4. {PUBLIC_REPORTS} Tobacco under TIR is excluded by a UNECE note of 2008.",
        definition={
            "scope": TOBACCO,
            "indicators": [
                counts("C15", 25, {"fact": "transport_document_kind", "op": "eq", "value": "tir"}, "Tobacco under TIR"),
                counts("C15", 8, {"fact": "procedure", "op": "eq", "value": "transit"}, "Tobacco in transit"),
                counts(
                    "B13", 8, {"fact": "dispatch_country", "op": "in", "value": ["TJ", "UZ"]}, "From across the border"
                ),
                counts("B13", 4, surely("delivery_near_border")),
                counts("A04", 10, surely("contact_of_offender")),
                counts("C16", 40, surely("tobacco_licence_missing")),
                counts("E08", 15, surely("equipment_in_seizure")),
                counts("E10", 10, WEIGHED_HEAVIER),
                counts("I05", 10, surely("similar_seizures", "ge", 1)),
                counts("A01", 15),
                counts("A02", 10),
                counts("A15", 10),
                counts("C08", 5),
                counts("C01", 10),
                counts("F01", 5),
                counts("G02", 10, NIGHT_WITHOUT_HABIT),
            ],
            "threshold": 40,
            "lane": "red",
            "when_not_evaluable": "yellow",
        },
    ),
    StarterProfile(
        code="PR-005",
        title="Undervalued consumer goods from China",
        title_ru="Заниженная стоимость потребительских товаров из Китая",
        title_ky="Кытайдан келген керектөө товарларынын төмөндөтүлгөн баасы",
        category="revenue",
        origin=f"Pack J5. Value norms of the unit by HS6 and origin. {PUBLIC_REPORTS}",
        definition={
            "scope": {
                "any": [
                    {"fact": "dispatch_country", "op": "eq", "value": "CN"},
                    {"any_item": {"fact": "origin_country", "op": "eq", "value": "CN"}},
                ]
            },
            "indicators": [
                counts(
                    "C07",
                    30,
                    {"any_item": {"fact": "value_deviations", "op": "lt", "value": -3.5}},
                    "Value per kg far below the norm",
                ),
                counts(
                    "C07",
                    20,
                    surely_of_an_item("value_deviations", "lt", -6),
                    "Value per kg extremely low",
                ),
                counts("A01", 15),
                counts("A02", 5),
                counts("A15", 10),
                counts("C01", 10),
                counts("C08", 5),
                counts("C14", 15, UNRELATED_AND_VAGUE),
                counts("C20", 25, BRAND_OUT_OF_PLACE),
                counts("D01", 15, surely("documents_differ")),
                counts("F06", 20, surely_of_an_item("mirror_value_ratio", "lt", 0.4)),
                counts("D03", 10),
                counts("I03", -15, SURELY_TRUSTED),
            ],
            "threshold": 50,
            "lane": "red",
            "when_not_evaluable": "yellow",
        },
    ),
    StarterProfile(
        code="PR-006",
        title="Wildlife, timber and medicinal plants",
        title_ru="Дикие животные, древесина и лекарственные растения",
        title_ky="Жапайы жаныбарлар, жыгач жана дары өсүмдүктөр",
        category="environment",
        origin=f"Pack J6. {PUBLIC_REPORTS} Permits are not in the documents: the papers must be asked for.",
        definition={
            "scope": {
                "any": [
                    item_has_any("cites"),
                    item_of_chapters("01", "05", "41", "43", "44"),
                    {"any_item": {"fact": "hs4", "op": "in", "value": ["0301", "1211", "1604", "9601", "9705"]}},
                ]
            },
            "indicators": [
                counts("C05", 20, item_has_any("cites")),
                counts("A01", 10),
                counts("A02", 5),
                counts("A15", 10),
                counts("C01", 10),
                counts("C08", 5),
                counts("B05", 10, surely("route_changed")),
                counts("D02", 10, surely("required_document_missing")),
                counts("D05", 25, surely("permit_faulty")),
                counts("D09", 10, surely("certificate_does_not_fit")),
                counts("G04", 15, SPLIT_ORDER),
                counts("D03", 5),
                counts("D04", 10),
            ],
            "threshold": 30,
            "lane": "yellow",
            "when_not_evaluable": "ask",
        },
    ),
)
