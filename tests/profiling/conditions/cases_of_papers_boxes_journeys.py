"""Cases of the indicators D to I that look at papers, boxes, terms, timing, vehicles and the record of a trader."""

from typing import Any

TAGGED = {"on": "24.11.2026", "reason": "same stamp as Osh-Tekstil"}


def tagged(kind: str) -> tuple[dict[str, Any], str, dict[str, Any]]:
    return {kind: True, "evidence": {kind: TAGGED}}, "Tagged on 24.11.2026: “same stamp as Osh-Tekstil”.", {kind: False}


# code: (facts that hit, the sentence of its evidence, facts of the innocent twin)
CASES: dict[str, tuple[dict[str, Any], str, dict[str, Any]]] = {
    "D06": (
        {
            "carnet_faulty": True,
            "evidence": {
                "carnet_faulty": {"number": "XB71234567", "valid_until": "2026-03-01", "arrival": "2026-03-09"}
            },
        },
        "Carnet XB71234567: valid until 2026-03-01, arrival on 2026-03-09.",
        {"carnet_faulty": False},
    ),
    "D08": (
        {"house_data_missing": True, "evidence": {"house_data_missing": {"text": "consolidated cargo"}}},
        "The master document holds “consolidated cargo”, and no house bill names it.",
        {"house_data_missing": False},
    ),
    "D10": tagged("template_shared"),
    "D11": tagged("copy_only"),
    "E02": (
        {
            "owner_prefix_unknown": False,
            "box_is_shippers_own": False,
            "owner_new_to_carrier": True,
            "evidence": {"owner_new_to_carrier": {"new_box": "QQQU1234560", "prefix": "QQQU", "of_last": 34}},
        },
        "QQQU1234560: none of the carrier's last 34 boxes bore QQQU.",
        {"owner_prefix_unknown": False, "box_is_shippers_own": False, "owner_new_to_carrier": False},
    ),
    "E09": (
        {
            "equipment_unsuited": True,
            "evidence": {
                "equipment_unsuited": {"number": "MSKU1234565", "type": "22T6", "kind": "tank", "chapter": "61"}
            },
        },
        "MSKU1234565 is of type 22T6 (a tank); the goods are of chapter 61.",
        {"equipment_unsuited": False},
    ),
    "E12": (
        {"body_altered": True, "evidence": {"body_altered": {"number": "MSKU1234565", "month": "2026-03"}}},
        "An examination in 2026-03 found MSKU1234565 altered.",
        {"body_altered": False},
    ),
    "F02": (
        {
            "freight_in_cash": True,
            "value_usd": 90_000.0,
            "lane_cash_share": 0.02,
            "evidence": {"lane_cash_share": {"lane": "CN-KG", "n": 140}},
        },
        "Goods of 90 000 USD, freight in cash; in cash on CN-KG: 0.02 of 140.",
        {"freight_in_cash": True, "value_usd": 90_000.0, "lane_cash_share": 0.6},
    ),
    "F03": (
        {
            "freight_deviations": 6.2,
            "freight_per_kg_usd": 1.9,
            "freight_value_ratio": 0.2,
            "evidence": {"freight_deviations": {"freight_per_kg_usd": 1.9, "median": 0.31, "lane": "CN-KG", "n": 140}},
        },
        "Freight 1.90 USD/kg, usually 0.31 on CN-KG; 6.20 deviations, 140 consignments.",
        {"freight_deviations": 1.1, "freight_value_ratio": 0.2},
    ),
    "F05": (
        {
            "currency_habit_share": 0.0,
            "incoterm_habit_share": None,
            "evidence": {"currency_habit_share": {"currency": "TRY", "usual_currency": "USD", "currency_n": 31}},
        },
        "Now TRY, usually USD; consignments of the pair: 31.",
        {"currency_habit_share": 0.9, "incoterm_habit_share": 1.0},
    ),
    "F06": (
        {
            "items": {
                "mirror_value_ratio": 0.2,
                "evidence": {
                    "mirror_value_ratio": {
                        "stated": 1.2,
                        "usual": 6.1,
                        "heading": "6203",
                        "partner": "CN",
                        "month": "2026-07",
                    }
                },
            }
        },
        "Item 1: 1.20 USD/kg; CN states 6.10 for 6203 in 2026-07.",
        {"items": {"mirror_value_ratio": 0.9}},
    ),
    "F07": (
        {
            "intermediaries": 4,
            "odd_intermediaries": 1,
            "evidence": {"odd_intermediaries": {"party": "Salon Ajar", "activities": "96.02"}},
        },
        "Intermediaries: 4; “Salon Ajar” is registered for 96.02.",
        {"intermediaries": 4, "odd_intermediaries": 0},
    ),
    "G03": (
        {
            "transit_deviations": 7.4,
            "evidence": {"transit_deviations": {"transit_days": 31.0, "median": 9.0, "lane": "CN-KG", "n": 212}},
        },
        "31 days on the way, usually 9 on CN-KG; 212 consignments.",
        {"transit_deviations": -0.7},
    ),
    "G04": (
        {
            "pair_seen_14d": 4,
            "mass_against_pair": 0.2,
            "evidence": {"mass_against_pair": {"mass_kg": 900, "usual_kg": 4500}},
        },
        "Others of the pair in 14 days: 4; 900 kg against the pair's usual 4 500 kg.",
        {"pair_seen_14d": 4, "mass_against_pair": 1.0},
    ),
    "G05": tagged("urgency_asked"),
    "G06": (
        {
            "unclaimed_days": 44.0,
            "evidence": {"unclaimed_days": {"number": "MSKU1234565", "came": "01.10.2026"}},
        },
        "MSKU1234565 came on 01.10.2026 and has stood 44 days.",
        {"unclaimed_days": 2.0},
    ),
    "G07": (
        {
            "items": {
                "out_of_season": True,
                "evidence": {
                    "out_of_season": {"heading": "080930", "origin": "UZ", "month": "1", "months": "5, 6, 7, 8, 9, 10"}
                },
            }
        },
        "Item 1: heading 080930 from UZ in month 1; usual months: 5, 6, 7, 8, 9, 10.",
        {"items": {"out_of_season": False}},
    ),
    "G08": (
        {
            "volume_against_year": 6.5,
            "evidence": {"volume_against_year": {"month_kg": 91_000, "usual_kg": 14_000, "n": 33}},
        },
        "91 000 kg in 30 days, usually 14 000 kg: 6.50 times; consignments before: 33.",
        {"volume_against_year": 1.4},
    ),
    "H01": (
        {
            "plates_new_together": True,
            "moved_with_another": None,
            "evidence": {
                "plates_new_together": {
                    "vehicle": "01KG730BHC",
                    "trailer": "011187P",
                    "vehicle_seen": 12,
                    "trailer_seen": 7,
                }
            },
        },
        "01KG730BHC was here 12 times and 011187P 7 times, never together before.",
        {"plates_new_together": False, "moved_with_another": False},
    ),
    "H02": (
        {
            "carrier_licence_missing": True,
            "evidence": {
                "carrier_licence_missing": {"carrier": "Tez Jol", "number": "P-17", "valid_until": "2025-12-31"}
            },
        },
        "The licence P-17 of Tez Jol ended on 2025-12-31.",
        {"carrier_licence_missing": False},
    ),
    "H03": (
        {
            "driver_listed": False,
            "driver_off_route": True,
            "evidence": {
                "driver_off_route": {"driver_country": "MD", "vehicle_country": "UZ", "route": "UZ, KG"},
            },
        },
        "The driver is from MD, the vehicle from UZ; the route: UZ, KG.",
        {"driver_listed": False, "driver_off_route": False},
    ),
    "H04": (
        {
            "empty_entries_90d": 5,
            "procedure": "export",
            "evidence": {"empty_entries_90d": {"number": "01KG730BHC", "at": "20.11.2026 06:10", "place": "DOSTUK"}},
        },
        "01KG730BHC was read empty 5 times in 90 days, last at DOSTUK, 20.11.2026 06:10.",
        {"empty_entries_90d": 5, "procedure": "import"},
    ),
    "H05": tagged("vehicle_modified"),
    "H06": (
        {
            "wagon_number_invalid": True,
            "mode": "rail",
            "seal_changed_en_route": None,
            "evidence": {"wagon_number_invalid": {"number": "52104581", "why": "check_digit"}},
        },
        "Wagon number 52104581: the check digit is wrong.",
        {"wagon_number_invalid": False, "mode": "road", "seal_changed_en_route": True},
    ),
    "H07": (
        {
            "value_usd": 120_000.0,
            "carrier_registered_days": 30.0,
            "carrier_vehicles": None,
            "evidence": {"carrier_registered_days": {"carrier": "Tez Jol", "registered": "2026-10-20"}},
        },
        "Goods of 120 000 USD; the carrier Tez Jol is registered since 2026-10-20.",
        {"value_usd": 120_000.0, "carrier_registered_days": 3_000.0, "carrier_vehicles": 9},
    ),
    "H08": (
        {
            "moved_with_another": True,
            "successive_carriers_stated": False,
            "evidence": {
                "moved_with_another": {
                    "piece": "011187P",
                    "stated": "01KG730BHC",
                    "seen_with": "02KG111AAA",
                    "at": "20.11.2026 06:10",
                }
            },
        },
        "011187P was seen behind 02KG111AAA, 20.11.2026 06:10; the document states 01KG730BHC and no other carrier.",
        {"moved_with_another": True, "successive_carriers_stated": True},
    ),
    "I04": (
        {"clean_run": 3.8, "evidence": {"clean_run": {"examined": 5, "month": "2026-10"}}},
        "5 examinations in a row found nothing, the last in 2026-10; aged: 3.80.",
        {"clean_run": 1.6},
    ),
    "I05": (
        {
            "similar_seizures": 2,
            "evidence": {
                "similar_seizures": {
                    "heading": "6203",
                    "origin": "CN",
                    "lane": "CN-KG",
                    "packing": "CT",
                    "count": 2,
                    "month": "2026-05",
                }
            },
        },
        "Heading 6203 from CN on CN-KG in CT: seizures 2, last in 2026-05.",
        {"similar_seizures": 0},
    ),
}
