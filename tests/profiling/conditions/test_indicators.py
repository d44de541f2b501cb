"""Each indicator of the catalogue: facts on which it hits, its innocent twin, and what it cannot answer."""

import pytest

from profiling.conditions.catalogue import FACTS
from profiling.conditions.definition import stored_definition
from profiling.conditions.explaining import explain
from profiling.conditions.indicators import INDICATORS
from tests.profiling.conditions import cases_of_papers_boxes_journeys, cases_of_traders_places_goods
from tests.profiling.conditions.frozen import empty_tables, freeze

GROUPS = {
    "A": "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17",
    "B": "01 02 03 04 05 06 07 08 09 10 11 12 13",
    "C": "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22",
    "D": "01 02 03 04 05 06 07 08 09 10 11",
    "E": "01 02 03 04 05 06 07 08 09 10 11 12",
    "F": "01 02 03 04 05 06 07",
    "G": "01 02 03 04 05 06 07 08",
    "H": "01 02 03 04 05 06 07 08",
    "I": "01 02 03 04 05 06 07",
}
CODES = [group + number for group, numbers in GROUPS.items() for number in numbers.split()]

CHEAP = {"value": 2.1, "median": 11.4, "mad": 2.2, "n": 214}

# code: (facts that hit, the sentence of its evidence, facts of the innocent twin); facts of one goods item under items
CASES = {
    "A01": (
        {"consignee_seen_365d": 0},
        "Earlier consignments of the consignee in 365 days: 0.",
        {"consignee_seen_365d": 1},
    ),
    "A02": (
        {"consignor_seen_365d": 12, "pair_seen_365d": 0},
        "Earlier consignments in 365 days: consignor 12, pair 0.",
        {"consignor_seen_365d": 12, "pair_seen_365d": 3},
    ),
    "A03": (
        {
            "party_list_score": 93.5,
            "party_list_exact": False,
            "evidence": {
                "party_list_score": {"stated": "Nur Kiim", "listed": "Нур-Кийим", "score": 93.5, "agreed": "name"}
            },
        },
        "“Nur Kiim” is like the listed “Нур-Кийим”: 93.5 of 100, agreed: name.",
        {"party_list_score": 71.0, "party_list_exact": False},
    ),
    "A05": (
        {"consignee_to_order": True, "evidence": {"consignee_to_order": {"consignee": "TO ORDER"}}},
        "The consignee reads “TO ORDER”.",
        {"consignee_to_order": False},
    ),
    "A06": (
        {
            "notify_differs_abroad": True,
            "consignee_country": "KG",
            "evidence": {"notify_differs_abroad": {"notify_party": "Silk Way", "notify_country": "AE"}},
        },
        "Notify party “Silk Way” (AE), consignee in KG.",
        {"notify_differs_abroad": False},
    ),
    "A07": (
        {"consignee_is_forwarder": True, "evidence": {"consignee_is_forwarder": {"consignee": "Osh Logistics"}}},
        "The consignee reads “Osh Logistics”.",
        {"consignee_is_forwarder": False},
    ),
    "A08": (
        {
            "party_is_placeholder": True,
            "evidence": {"party_is_placeholder": {"role": "notify_party", "text": "xxx"}},
        },
        "The notify party reads “xxx”.",
        {"party_is_placeholder": False},
    ),
    "A09": (
        {
            "party_address_incomplete": True,
            "evidence": {"party_address_incomplete": {"role": "consignee", "address": ""}},
        },
        "The consignee has no address.",
        {"party_address_incomplete": False},
    ),
    "A14": (
        {
            "crew_in_seizure": True,
            "evidence": {"crew_in_seizure": {"who": "driver, carrier", "month": "2026-03"}},
        },
        "Together in a seizure of 2026-03: driver, carrier.",
        {"crew_in_seizure": False},
    ),
    "A15": (
        {"consignee_is_person": True, "gross_mass_kg": 1200.0},
        "The consignee is an individual; the gross mass is 1 200 kg.",
        {"consignee_is_person": True, "gross_mass_kg": 40.0},
    ),
    "B02": (
        {"route_countries": ["AF", "UZ", "KG"]},
        "Countries of the route: AF, UZ, KG.",
        {"route_countries": ["CN", "KG"]},
    ),
    "B03": (
        {"onward_countries": ["TJ", "AF"], "items": {"hs_chapter": "29"}},
        "Item 1 is of chapter 29; countries ahead: TJ, AF.",
        {"onward_countries": ["TJ", "AF"], "items": {"hs_chapter": "61"}},
    ),
    "B05": (
        {
            "route_changed": True,
            "evidence": {"route_changed": {"field": "destination", "before": "KG", "after": "KZ"}},
        },
        "destination: before “KG”, now “KZ”.",
        {"route_changed": False},
    ),
    "B07": (
        {
            "third_country_at_bilateral_post": True,
            "evidence": {
                "third_country_at_bilateral_post": {"nationality": "TR", "post": "KAIRAGACH", "open_to": "KG, TJ"}
            },
        },
        "The vehicle is from TR; the post KAIRAGACH is open to KG, TJ only.",
        {"third_country_at_bilateral_post": False},
    ),
    "C01": (
        {
            "items": {
                "description_is_vague": True,
                "evidence": {"description_is_vague": {"term": "parts", "text": "parts, various"}},
            }
        },
        "Item 1 reads “parts, various”: “parts” is on the list of vague terms.",
        {"items": {"description_is_vague": False, "description": "brake parts for kamaz 5320"}},
    ),
    "C02": (
        {
            "items": {
                "description_is_meaningless": True,
                "evidence": {"description_is_meaningless": {"why": "file_name", "text": "list.xlsx"}},
            }
        },
        "Item 1 reads “list.xlsx”: a file name.",
        {"items": {"description_is_meaningless": False}},
    ),
    "C04": (
        {
            "items": {
                "commodity_code_faulty": True,
                "evidence": {"commodity_code_faulty": {"code": "38099", "why": "length"}},
            }
        },
        "Item 1: commodity code “38099”, not 4, 6, 8 or 10 digits long.",
        {"items": {"commodity_code_faulty": False}},
    ),
    "C05": (
        {"items": {"control_lists": ["precursor"], "hs6": "291524"}},
        "Item 1, code 291524, is on: precursors.",
        {"items": {"control_lists": [], "hs6": "291521"}},
    ),
    "C07": (
        {
            "items": {
                "value_deviations": -4.3,
                "hs6": "620342",
                "origin_country": "CN",
                "evidence": {"value_deviations": CHEAP},
            }
        },
        "Item 1: 2.10 USD/kg against a median of 11.4 for 620342 from CN; -4.30 deviations, 214 consignments.",
        {"items": {"value_deviations": -1.9, "hs6": "620342", "origin_country": "CN"}},
    ),
    "C08": (
        {
            "items": {
                "mass_per_package_implausible": True,
                "evidence": {"mass_per_package_implausible": {"kg": 90.5, "low": 2, "high": 40, "chapter": "61"}},
            }
        },
        "Item 1: 90.5 kg per package; usual for chapter 61: 2 to 40 kg.",
        {"items": {"mass_per_package_implausible": False}},
    ),
    "C10": (
        {
            "gross_above_maximum": False,
            "items": {
                "net_exceeds_gross": True,
                "evidence": {"net_exceeds_gross": {"net": 520.0, "gross": 500.0}},
            },
        },
        "Item 1: net 520 kg, gross 500 kg.",
        {"gross_above_maximum": False, "items": {"net_exceeds_gross": False}},
    ),
    "C11": (
        {"gross_mass_is_round": False, "same_mass_streak": 3, "gross_mass_kg": 15640.0},
        "Gross mass 15 640 kg; of the last three consignments as heavy: 3.",
        {"gross_mass_is_round": False, "same_mass_streak": 1, "gross_mass_kg": 15640.0},
    ),
    "C13": (
        {"route_countries": ["TJ", "KG", "RU"], "items": {"hs4": "5205"}},
        "Item 1 is of heading 5205; countries of the route: TJ, KG, RU.",
        {"route_countries": ["CN", "KG"], "items": {"hs4": "5205"}},
    ),
    "C17": (
        {"onward_countries": ["KZ", "RU"], "items": {"control_lists": ["chpl"], "hs6": "854231"}},
        "Item 1, code 854231; countries ahead: KZ, RU.",
        {"onward_countries": [], "items": {"control_lists": ["chpl"], "hs6": "854231"}},
    ),
    "C22": (
        {
            "empty_but_heavy": True,
            "evidence": {"empty_but_heavy": {"number": "MSKU1234565", "kg": 9800.0, "empty_at_most": 4200}},
        },
        "MSKU1234565 is declared empty, with 9 800 kg; empty at most 4 200 kg.",
        {"empty_but_heavy": False},
    ),
    "D01": (
        {
            "documents_differ": True,
            "evidence": {
                "documents_differ": {
                    "field": "gross_mass",
                    "one": "transport_document",
                    "one_number": "CMR-1",
                    "one_states": "15640",
                    "other": "invoice",
                    "other_number": "17",
                    "other_states": "16920",
                }
            },
        },
        "gross mass: the transport document CMR-1 states “15640”, the invoice 17 “16920”.",
        {"documents_differ": False},
    ),
    "D02": (
        {
            "required_document_missing": True,
            "evidence": {"required_document_missing": {"item": 1, "list": "precursor", "permit": "precursor_permit"}},
        },
        "Item 1 is on the list of precursors and needs: a permit for precursors; none was handed in.",
        {"required_document_missing": False},
    ),
    "D03": (
        {
            "amended_key_field": True,
            "evidence": {"amended_key_field": {"fields": "gross mass, seals", "before": "15640", "after": "16920"}},
        },
        "Changed: gross mass, seals; before “15640”, now “16920”.",
        {"amended_key_field": False},
    ),
    "D04": (
        {
            "document_number_reused": True,
            "evidence": {"document_number_reused": {"count": 2, "month": "2026-02"}},
        },
        "The number stands on 2 other consignments, last in 2026-02.",
        {"document_number_reused": False},
    ),
    "D05": (
        {
            "permit_faulty": True,
            "evidence": {"permit_faulty": {"number": "P-7", "why": "quantity", "kg": 900.0, "permitted_kg": 500.0}},
        },
        "Permit P-7: more than it permits, 900 kg on it of 500 kg.",
        {"permit_faulty": False},
    ),
    "D07": (
        {
            "dates_impossible": True,
            "evidence": {"dates_impossible": {"first": "invoice 2026-03-05", "second": "taken over 2026-03-01"}},
        },
        "invoice 5 Mar 2026, but taken over 1 Mar 2026.",
        {"dates_impossible": False},
    ),
    "D09": (
        {
            "certificate_does_not_fit": True,
            "evidence": {
                "certificate_does_not_fit": {"number": "C-1", "what": "origin", "certified": "CN", "against": "VN"}
            },
        },
        "Certificate C-1, origin: “CN” certified, “VN” stated.",
        {"certificate_does_not_fit": False},
    ),
    "E01": (
        {
            "container_number_invalid": True,
            "evidence": {"container_number_invalid": {"number": "MSKU1234560", "why": "check_digit"}},
        },
        "Container number MSKU1234560: the check digit is wrong.",
        {"container_number_invalid": False},
    ),
    "E03": (
        {
            "seen_in_two_places": True,
            "evidence": {
                "seen_in_two_places": {
                    "number": "MSKU1234565",
                    "first_place": "DEHAM",
                    "first_at": "24.11.2026 06:00",
                    "second_place": "IRKESHTAM",
                    "second_at": "24.11.2026 11:00",
                }
            },
        },
        "MSKU1234565 was at DEHAM, 24.11.2026 06:00, and at IRKESHTAM, 24.11.2026 11:00.",
        {"seen_in_two_places": False},
    ),
    "E04": (
        {"seal_missing": True, "evidence": {"seal_missing": {"number": "MSKU1234565", "listed": 1, "announced": 2}}},
        "MSKU1234565 is loaded; seals listed: 1, announced: 2.",
        {"seal_missing": False},
    ),
    "E05": (
        {"seal_duplicated": True, "evidence": {"seal_duplicated": {"seal": "HX204418", "month": "2026-01"}}},
        "Seal HX204418 was seen before, in 2026-01.",
        {"seal_duplicated": False},
    ),
    "E06": (
        {
            "seal_differs_on_arrival": True,
            "evidence": {
                "seal_differs_on_arrival": {
                    "number": "MSKU1234565",
                    "stated": "HX204512",
                    "condition": "not there",
                    "place": "IRKESHTAM",
                    "at": "24.11.2026 06:00",
                }
            },
        },
        "MSKU1234565: the seal was found missing at IRKESHTAM, 24.11.2026 06:00.",
        {"seal_differs_on_arrival": False},
    ),
    "E07": (
        {
            "seal_changed_en_route": True,
            "evidence": {
                "seal_changed_en_route": {
                    "number": "MSKU1234565",
                    "before": "A1",
                    "before_month": "2026-11",
                    "after": "B2",
                    "after_place": "IRKESHTAM",
                    "after_at": "24.11.2026 06:00",
                }
            },
        },
        "MSKU1234565 bore seal A1, later B2.",
        {"seal_changed_en_route": False},
    ),
    "E08": (
        {
            "equipment_in_seizure": True,
            "evidence": {"equipment_in_seizure": {"number": "01KG730BHC", "month": "2025-09"}},
        },
        "01KG730BHC was in a seizure in 2025-09.",
        {"equipment_in_seizure": False},
    ),
    "E10": (
        {
            "weighed_deviation_percent": -18.5,
            "evidence": {
                "weighed_deviation_percent": {
                    "number": "01KG730BHC",
                    "weighed": 29000,
                    "declared": 20000,
                    "low": 10000,
                    "high": 16300,
                    "place": "IRKESHTAM",
                    "at": "24.11.2026 06:00",
                }
            },
        },
        "01KG730BHC weighed 29 000 kg at IRKESHTAM, 24.11.2026 06:00: a load of 10 000 to 16 300 kg; "
        "declared: 20 000 kg.",
        {"weighed_deviation_percent": 9.5},
    ),
    "E11": (
        {
            "scan_shows_anomaly": True,
            "evidence": {"scan_shows_anomaly": {"number": "MSKU1234565", "month": "2026-11"}},
        },
        "A scan of MSKU1234565 in 2026-11 shows an anomaly.",
        {"scan_shows_anomaly": False},
    ),
    "F01": (
        {
            "freight_in_cash": True,
            "freight_payer_is_third_party": None,
            "evidence": {"freight_in_cash": {"method": "cash"}},
        },
        "Freight payment: cash.",
        {"freight_in_cash": False, "freight_payer_is_third_party": False},
    ),
    "F04": (
        {
            "payment_changed_late": True,
            "evidence": {"payment_changed_late": {"before": "prepaid", "after": "cash", "hours": 3.0}},
        },
        "Before “prepaid”, now “cash”; 3 h before arrival.",
        {"payment_changed_late": False},
    ),
    "G01": (
        {"hours_before_arrival": 0.5},
        "Received 0.50 hours before arrival (below 0: after it); 2 are due.",
        {"hours_before_arrival": 5.0},
    ),
    "G02": (
        {
            "arrival_at_night": True,
            "consignee_night_share": 0.04,
            "evidence": {"arrival_at_night": {"arrival": "03:30", "from": 22, "to": 6}},
        },
        "Arrives at 03:30; share of the consignee's arrivals at night: 0.04.",
        {"arrival_at_night": True, "consignee_night_share": 0.6},
    ),
    "I01": (
        {
            "trader_hit_rate_ratio": 2.4,
            "evidence": {"trader_hit_rate_ratio": {"positive": 4, "examined": 9, "unit_rate": 0.09}},
        },
        "4 of 9 examinations found something, the unit's rate is 0.09; 2.40 times the unit's, shrunk.",
        {"trader_hit_rate_ratio": 0.8},
    ),
    "I02": (
        {
            "open_warning": True,
            "evidence": {"open_warning": {"reference": "W-26-0417", "from": "Bishkek", "value": "MSKU1234565"}},
        },
        "Warning W-26-0417 of Bishkek names MSKU1234565.",
        {"open_warning": False},
    ),
    "I03": (
        {"trader_is_trusted": True},
        "The consignee is in the register of trusted traders.",
        {"trader_is_trusted": False},
    ),
    "I06": (
        {
            "seizure_hops": 2,
            "evidence": {"seizure_hops": {"path": "01KG730BHC, Nur-Kiyim, phone", "hops": 2, "month": "2026-03"}},
        },
        "A seizure of 2026-03 is 2 steps away, by: 01KG730BHC, Nur-Kiyim, phone.",
        {"seizure_hops": 3},
    ),
    "I07": ({"is_drawn": True}, "Drawn at random, whatever the profiles say.", {"is_drawn": False}),
}

CASES |= cases_of_traders_places_goods.CASES | cases_of_papers_boxes_journeys.CASES


def reason(cursor, code, facts):
    """Return what the indicator, with its usual condition, says of these facts."""
    empty_tables(cursor)
    item = facts.get("items")
    stated = {name: value for name, value in facts.items() if name != "items"}
    facts_id = freeze(cursor, [item] if item is not None else [{}], **stated)
    definition = stored_definition({"indicators": [{"code": code, "points": 5}], "threshold": 5, "lane": "red"})
    (found,) = explain([definition], cursor, [facts_id])[facts_id]
    return found


def test_the_catalogue_is_whole():
    assert list(INDICATORS) == CODES
    assert sorted(CASES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_it_hits_and_says_the_value_against_the_norm(cursor, code):
    found = reason(cursor, code, CASES[code][0])
    assert (found.answer, found.points) == ("hit", 5)
    assert found.evidence.replace("\u202f", " ") == CASES[code][1]


@pytest.mark.parametrize("code", CODES)
def test_the_innocent_twin_is_no_hit(cursor, code):
    found = reason(cursor, code, CASES[code][2])
    assert (found.answer, found.points) == ("no_hit", 0)
    assert found.evidence.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_without_facts_it_cannot_be_evaluated_and_names_what_is_missing(cursor, code):
    found = reason(cursor, code, {})
    assert (found.answer, found.points) == ("not_evaluable", 5)
    unknown = [name for name, value in found.values.items() if value in (None, [None])]
    assert str(FACTS[unknown[0]].label) in found.evidence


@pytest.mark.parametrize("code", CODES)
def test_evidence_without_its_figures_is_still_a_sentence(cursor, code):
    facts = {name: value for name, value in CASES[code][0].items() if name != "evidence"}
    if "items" in facts:
        facts["items"] = {name: value for name, value in facts["items"].items() if name != "evidence"}
    found = reason(cursor, code, facts)
    assert found.evidence.endswith(".")
    assert "%" not in found.evidence


def test_the_sentence_of_an_indicator_ends_and_its_label_does_not():
    for indicator in INDICATORS.values():
        assert str(indicator.sentence).endswith(".")
        assert not str(indicator.label).endswith(".")
        assert all(str(template).endswith(".") for template in indicator.evidence)
