"""Cases of the indicators that compare traders, places and goods: facts that hit, the sentence, the innocent twin."""

from typing import Any

Case = tuple[dict[str, Any], str, dict[str, Any]]


def _of_item(column: str, sentence: str, /, **evidence: Any) -> Case:
    """A hit of one goods item by a yes-or-no fact with its evidence."""
    return (
        {"items": {column: True, "evidence": {column: evidence}}},
        sentence,
        {"items": {column: False}},
    )


def _of_consignment(column: str, sentence: str, /, **evidence: Any) -> Case:
    return {column: True, "evidence": {column: evidence}}, sentence, {column: False}


CASES: dict[str, Case] = {
    "A04": _of_consignment(
        "contact_of_offender",
        "The same phone as “Offender OsOO”, whose goods were seized in 2026-03.",
        why="same_phone",
        other="Offender OsOO",
        month="2026-03",
    ),
    "A10": (
        {
            "address_shared_by": 12,
            "phone_shared_by": 1,
            "evidence": {"address_shared_by": {"shared_with": "Shell 1, Shell 2"}},
        },
        "Others at the address: 12, behind the phone: 1; Shell 1, Shell 2.",
        {"address_shared_by": 7, "phone_shared_by": 3},
    ),
    "A11": (
        {
            "chapter_habit_share": 0.0,
            "activity_does_not_fit": None,
            "evidence": {"chapter_habit_share": {"chapter": "84", "of_last": 40}},
        },
        "Chapter 84 was in 0 of the consignee's last 40 consignments (1: all).",
        {"chapter_habit_share": 0.1, "activity_does_not_fit": False},
    ),
    "A12": (
        {
            "consignee_registered_days": 21.0,
            "evidence": {"consignee_registered_days": {"firm": "Nur OsOO", "registered": "2026-02-20"}},
        },
        "“Nur OsOO” was registered on 2026-02-20, 21 days before.",
        {"consignee_registered_days": 3000.0},
    ),
    "A13": (
        {
            "consignee_idle_days": 400.0,
            "gross_mass_kg": 18000.0,
            "evidence": {"consignee_idle_days": {"last": "2025-02"}},
        },
        "Last seen in 2025-02, 400 days ago; now 18 000 kg.",
        {"consignee_idle_days": 400.0, "gross_mass_kg": 300.0},
    ),
    "A16": _of_consignment(
        "resembles_known_trader",
        "“Altyn Keruen OsOO” (tax number 02203201810099) resembles the known “ОсОО Алтын Керуен” (01203201810045).",
        stated="Altyn Keruen OsOO",
        number="02203201810099",
        known="ОсОО Алтын Керуен",
        known_number="01203201810045",
    ),
    "A17": _of_consignment(
        "tax_number_faulty",
        "Tax number 91203201810045 of the consignee (KG): no number of that country has this form.",
        role="consignee",
        number="91203201810045",
        country="KG",
        why="tax_number_form",
    ),
    "B01": (
        {
            "detour_ratio": 2.4,
            "detour_against_lane": 2.2,
            "evidence": {
                "detour_ratio": {"way": "CN – IR – TR – KG", "times": 2.4},
                "detour_against_lane": {"usual": 1.1, "lane_n": 50},
            },
        },
        "CN – IR – TR – KG is 2.40 times the straight way; usual on the lane: 1.10, 50 consignments.",
        {"detour_ratio": 2.4, "detour_against_lane": 1.0},
    ),
    "B04": _of_item(
        "origin_implausible",
        "Item 1 of code 291521 is said to be made in TZ, which is no producer of it.",
        origin="TZ",
        code="291521",
    ),
    "B06": (
        {
            "entry_post": "KULUNDU",
            "entry_post_share": 0.02,
            "evidence": {"entry_post_share": {"of_last": 50}},
        },
        "KULUNDU: share of the consignee's last 50 consignments 0.02.",
        {"entry_post_share": 0.5, "carrier_entry_post_share": 0.4},
    ),
    "B08": _of_consignment(
        "hub_without_sense",
        "From CN to KG by AE: 2.10 times the straight way.",
        hub="AE",
        origin="CN",
        destination="KG",
        times=2.1,
    ),
    "B09": (
        {
            "delivery_distance_km": 430.0,
            "evidence": {"delivery_distance_km": {"delivery": "Batken", "address": "Bishkek", "km": 430}},
        },
        "Delivered at Batken, the consignee is at Bishkek: 430 km.",
        {"delivery_distance_km": 20.0},
    ),
    "B10": _of_consignment(
        "exit_post_illogical",
        "IRKESHTAM leads to CN, the destination is RU.",
        post="IRKESHTAM",
        beyond="CN",
        destination="RU",
    ),
    "B11": (
        {
            "procedure": "transit",
            "transit_open_days": 14.0,
            "evidence": {"transit_open_days": {"arrived": "2026-02-27", "days": 14}},
        },
        "Arrived on 2026-02-27, 14 days ago; no exit is recorded.",
        {"procedure": "import", "transit_open_days": None},
    ),
    "B12": _of_consignment(
        "goods_return",
        "MSKU1234565 carried such goods the other way in 2026-02.",
        number="MSKU1234565",
        month="2026-02",
    ),
    "B13": _of_consignment("delivery_near_border", "Delivered at Samarkandek.", place="Samarkandek"),
    "C03": _of_item(
        "description_conflicts",
        "Item 1 reads “Картофель свежий”, where “Картофель” is not of chapter 84 (code 8431).",
        word="Картофель",
        text="Картофель свежий",
        code="8431",
        chapter="84",
    ),
    "C06": (
        {
            "onward_countries": ["TJ", "AF"],
            "items": {"cover_chemical": True, "evidence": {"cover_chemical": {"named": "acetic acid"}}},
        },
        "Item 1 is “acetic acid”; countries ahead: TJ, AF.",
        {"onward_countries": ["KZ", "RU"], "items": {"cover_chemical": True}},
    ),
    "C09": (
        {
            "volume_exceeds_equipment": False,
            "items": {
                "density_implausible": True,
                "evidence": {"density_implausible": {"density": 24200.0, "low": 25, "high": 9000, "chapter": "84"}},
            },
        },
        "Item 1: 24 200 kg per m³; usual for chapter 84: 25 to 9 000.",
        {"volume_exceeds_equipment": False, "items": {"density_implausible": False}},
    ),
    "C12": (
        {
            "freight_value_ratio": 2.0,
            "route_km": 4200.0,
            "evidence": {"freight_value_ratio": {"freight": 11000, "goods_value": 5500}},
        },
        "Freight 11 000 USD for goods of 5 500 USD, over 4 200 km.",
        {"freight_value_ratio": 2.0, "route_km": 300.0},
    ),
    "C14": (
        {
            "goods_sections": 5,
            "items": {
                "description_is_vague": True,
                "evidence": {"description_is_vague": {"term": "parts", "text": "parts, various"}},
            },
        },
        "Goods of 5 sections; item 1 reads “parts, various”.",
        {"goods_sections": 2, "items": {"description_is_vague": True}},
    ),
    "C15": _of_consignment(
        "excise_data_missing",
        "Item 1 of heading 2402: tobacco under a TIR carnet.",
        item=1,
        code="2402",
        why="tir",
    ),
    "C16": _of_consignment(
        "tobacco_licence_missing",
        "Item 1 is “acetate tow”; no licence for tobacco in force for “Nur OsOO”.",
        item=1,
        named="acetate tow",
        consignee="Nur OsOO",
    ),
    "C18": _of_item(
        "beyond_destination_level",
        "Item 1 of code 848620 goes to TJ, where no plant uses such equipment.",
        code="848620",
        destination="TJ",
    ),
    "C19": (
        {
            "route_countries": ["TJ", "KG", "RU"],
            "items": {"used_or_scrap": True, "evidence": {"used_or_scrap": {"why": "scrap", "code": "720430"}}},
        },
        "Item 1, code 720430: scrap; countries of the route: TJ, KG, RU.",
        {"route_countries": ["KZ", "KG"], "items": {"used_or_scrap": True}},
    ),
    "C20": (
        {
            "items": {
                "brand_named": True,
                "brand_origin_unusual": True,
                "evidence": {
                    "brand_named": {"brand": "Velmora"},
                    "brand_origin_unusual": {"origin": "CN", "made_in": "IT, PT"},
                },
            }
        },
        "Item 1 names “Velmora”, made in IT, PT, and comes from CN.",
        {"items": {"brand_named": True, "brand_origin_unusual": False, "value_deviations": -0.4}},
    ),
    "C21": _of_item(
        "un_number_faulty",
        "Item 1, code 291524, has UN number 2789; expected: 1715.",
        why="other_substance",
        number="2789",
        code="291524",
        expected="1715",
    ),
}  # fmt: skip
