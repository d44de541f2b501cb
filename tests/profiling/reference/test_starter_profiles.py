"""The shipped profiles: readable, three-lingual, each with a suspect it finds and an innocent twin it leaves alone."""

import pytest
from django.db import connection

from profiling.conditions.definition import read_definition
from profiling.conditions.planning import HIT, NO_HIT, OUT_OF_SCOPE, Candidate, Plan, of_facts
from profiling.reference.starter_profiles import STARTER_PROFILES
from profiling.reference.starter_profiles.instructions import INSTRUCTIONS
from tests.profiling.conditions.frozen import empty_tables, freeze, put_up_tables

CODES = [profile.code for profile in STARTER_PROFILES]
DEFINITIONS = {profile.code: read_definition(profile.definition)[0] for profile in STARTER_PROFILES}

# A truck of a known trader, all said: EAEU preliminary information from China.
RICH_TRUCK = {
    "document_kind": "eaeu_road_preliminary",
    "mode": "road",
    "procedure": "import",
    "transport_document_kind": "cmr",
    "entry_post": "IRKESHTAM",
    "dispatch_country": "CN",
    "destination_country": "KG",
    "route_countries": ["CN", "KG"],
    "onward_countries": [],
    "consignor_country": "CN",
    "consignee_country": "KG",
    "conveyance_nationality": "KG",
    "gross_mass_kg": 15640.0,
    "value_usd": 31150.0,
    "packages": 618,
    "goods_items": 1,
    "amendments": 0,
    "consignee_seen_365d": 12,
    "consignor_seen_365d": 30,
    "pair_seen_365d": 9,
    "same_mass_streak": 0,
    "consignee_night_share": 0.1,
    "party_list_score": 0.0,
    "party_list_exact": False,
    "consignee_to_order": False,
    "notify_differs_abroad": False,
    "consignee_is_forwarder": False,
    "party_is_placeholder": False,
    "party_address_incomplete": False,
    "consignee_is_person": False,
    "third_country_at_bilateral_post": False,
    "gross_above_maximum": False,
    "gross_mass_is_round": False,
    "amended_key_field": False,
    "document_number_reused": False,
    "dates_impossible": False,
    "seal_missing": False,
    "seal_duplicated": False,
    "equipment_in_seizure": False,
    "freight_in_cash": False,
    "freight_payer_is_third_party": False,
    "arrival_at_night": False,
    "hours_before_arrival": 6.0,
}
GARMENTS = {
    "hs_chapter": "61",
    "hs4": "6109",
    "hs6": "610910",
    "origin_country": "CN",
    "description": "t-shirts of cotton, knitted",
    "description_is_vague": False,
    "description_is_meaningless": False,
    "commodity_code_faulty": False,
    "mass_per_package_implausible": False,
    "net_exceeds_gross": False,
    "value_deviations": -0.4,
    "control_lists": [],
}
# What a CMR note often leaves out: commodity code, value, seal, freight, notify party, address, hour of arrival.
UNSAID = (
    "value_usd", "seal_missing", "seal_duplicated", "freight_in_cash", "freight_payer_is_third_party",
    "notify_differs_abroad", "party_address_incomplete", "arrival_at_night", "hours_before_arrival", "exit_post",
    "procedure",
)  # fmt: skip
UNSAID_OF_GOODS = ("hs_chapter", "hs4", "hs6", "commodity_code_faulty", "mass_per_package_implausible",
                   "net_exceeds_gross", "value_deviations", "control_lists")  # fmt: skip
SPARSE_GOODS = {name: value for name, value in GARMENTS.items() if name not in UNSAID_OF_GOODS} | {
    "control_lists": [None]
}
SPARSE_TRUCK = {name: value for name, value in RICH_TRUCK.items() if name not in UNSAID}

ORDINARY = {
    "a truck from China, all said": (RICH_TRUCK, GARMENTS),
    "a truck from China on a sparse note": (SPARSE_TRUCK, SPARSE_GOODS),
    "a truck from Uzbekistan on a sparse note": (
        SPARSE_TRUCK | {"dispatch_country": "UZ", "route_countries": ["UZ", "KG"], "entry_post": "DOSTUK"},
        SPARSE_GOODS | {"origin_country": "UZ", "description": "tomatoes, fresh"},
    ),
    "a box by rail from a cargo report": (
        SPARSE_TRUCK
        | {
            "mode": "rail",
            "containers": 1,
            "container_number_invalid": False,
            "seal_missing": False,
            "seal_duplicated": False,
        },
        SPARSE_GOODS,
    ),
    "cotton of a known trader towards Russia": (
        RICH_TRUCK
        | {
            "dispatch_country": "TJ",
            "destination_country": "RU",
            "route_countries": ["TJ", "KG", "RU"],
            "onward_countries": ["KZ", "RU"],
            "procedure": "transit",
            "exit_post_illogical": False,
            "arrival_at_night": True,
        },
        GARMENTS | {"hs_chapter": "52", "hs4": "5205", "hs6": "520512", "origin_country": "TJ"},
    ),
}

NEWCOMER = {"consignee_seen_365d": 0, "pair_seen_365d": 0, "consignee_night_share": None}
FROM_TAJIKISTAN = {
    "dispatch_country": "TJ", "destination_country": "RU", "route_countries": ["TJ", "KG", "RU"],
    "onward_countries": ["KZ", "RU"],
}  # fmt: skip
SOUTHWARDS = {
    "destination_country": "TJ", "route_countries": ["CN", "KG", "TJ"], "onward_countries": ["TJ"],
    "procedure": "transit",
}  # fmt: skip
THROUGH = {
    "procedure": "transit", "destination_country": "RU", "route_countries": ["CN", "KG", "RU"],
    "onward_countries": ["RU"],
}  # fmt: skip
YARN = {"hs_chapter": "52", "hs4": "5205", "hs6": "520512"}
PRECURSOR = {"hs_chapter": "29", "hs4": "2915", "hs6": "291524", "control_lists": ["precursor"]}
IVORY = {"hs_chapter": "96", "hs4": "9601", "hs6": "960110", "control_lists": ["cites"]}
CIGARETTES = {"hs_chapter": "24", "hs4": "2402", "hs6": "240220", "description": "cigarettes"}
CHIPS = {"hs_chapter": "85", "hs4": "8542", "hs6": "854231", "control_lists": ["chpl"]}

# code: (what is changed in the ordinary truck, and in its goods, to make a suspect; then its innocent twin)
SUSPECTS = {
    "PR-001": (
        (FROM_TAJIKISTAN | NEWCOMER | {"arrival_at_night": True}, YARN),
        (FROM_TAJIKISTAN | {"arrival_at_night": True}, YARN),
    ),
    "PR-002": ((SOUTHWARDS, PRECURSOR), ({}, PRECURSOR)),
    "PR-003": ((NEWCOMER | {"onward_countries": ["KZ", "RU"]}, CHIPS), (NEWCOMER, CHIPS)),
    "PR-004": (
        (FROM_TAJIKISTAN | NEWCOMER | {"procedure": "transit"}, CIGARETTES),
        (FROM_TAJIKISTAN | {"procedure": "transit"}, CIGARETTES),
    ),
    "PR-005": ((NEWCOMER, {"value_deviations": -4.3}), (NEWCOMER, {"value_deviations": -2.0})),
    "PR-006": ((NEWCOMER, IVORY), ({}, IVORY)),
    "PR-007": (
        ({"containers": 1, "container_number_invalid": True}, {}),
        ({"containers": 1, "container_number_invalid": False}, {}),
    ),
    "PR-008": (({"third_country_at_bilateral_post": True}, {}), ({}, {})),
    "PR-009": ((NEWCOMER, {"description_is_vague": True}), ({}, {"description_is_vague": True})),
    "PR-010": (({"party_is_placeholder": True}, {}), ({"notify_differs_abroad": True}, {})),
    "PR-011": ((THROUGH | {"exit_post_illogical": True}, {}), (THROUGH | {"exit_post_illogical": False}, {})),
    "PR-012": (({}, {"description_conflicts": True}), ({}, {"description_conflicts": False})),
}

# Where a fact is left out on purpose two answers remain: a truck without a box is just a truck.
# What is worked out of words that are not there is asked for by PR-009.
MAY_BE_SILENT = {("PR-007", "containers"), ("PR-012", "description_conflicts")}


@pytest.fixture
def cursor(db):
    with connection.cursor() as cursor:
        put_up_tables(cursor)
        yield cursor


def answers(cursor, facts, goods, codes=tuple(CODES)):
    """Return what the profiles answer, by code."""
    empty_tables(cursor)
    facts_id = freeze(cursor, [goods], **facts)
    plan = Plan.of([Candidate(code, DEFINITIONS[code]) for code in codes])
    (evaluation,) = plan.evaluate(cursor, of_facts([facts_id]))
    return dict(zip(codes, evaluation.answers, strict=True))


def test_there_are_twelve_and_each_can_be_read():
    assert CODES == [f"PR-{number:03d}" for number in range(1, 13)] == list(INSTRUCTIONS) == list(SUSPECTS)
    for profile in STARTER_PROFILES:
        assert read_definition(profile.definition)[1] == []


def test_only_dual_use_is_shipped_disabled_and_says_why():
    assert [profile.code for profile in STARTER_PROFILES if profile.disabled_because] == ["PR-003"]


def test_all_speak_three_languages_and_fit_their_columns():
    for profile in STARTER_PROFILES:
        texts = [profile.title, profile.title_ru, profile.title_ky]
        assert len(set(texts)) == 3
        assert all(0 < len(text) <= 160 for text in texts)
        assert len({profile.instruction, profile.instruction_ru, profile.instruction_ky}) == 3
        assert profile.origin


def test_instructions_seen_in_the_yard_name_no_source():
    for profile in STARTER_PROFILES:
        text = f"{profile.instruction} {profile.instruction_ru} {profile.instruction_ky}".lower()
        for word in ("profile", "профил", "source", "источник", "intelligence", "report", "list j", "score", "балл"):
            assert word not in text, (profile.code, word)


def test_silence_pays_in_none_of_them():
    for definition in DEFINITIONS.values():
        assert definition.when_not_evaluable == ("yellow" if definition.lane == "red" else "ask") or (
            definition.lane == "yellow" and definition.when_not_evaluable == "yellow"
        )


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_traffic_is_left_alone(cursor, name):
    put_up = {code for code, said in answers(cursor, *ORDINARY[name]).items() if said not in (NO_HIT, OUT_OF_SCOPE)}
    assert put_up == set()


@pytest.mark.parametrize("code", CODES)
def test_the_suspect_is_found_and_the_innocent_twin_is_not(cursor, code):
    (facts, goods), (twin_facts, twin_goods) = SUSPECTS[code]
    assert answers(cursor, RICH_TRUCK | facts, GARMENTS | goods)[code] == HIT
    assert answers(cursor, RICH_TRUCK | twin_facts, GARMENTS | twin_goods)[code] in (NO_HIT, OUT_OF_SCOPE)


@pytest.mark.parametrize("code", CODES)
def test_a_suspect_who_leaves_one_thing_out_is_still_put_up(cursor, code):
    facts, goods = RICH_TRUCK | SUSPECTS[code][0][0], GARMENTS | SUSPECTS[code][0][1]
    for name in facts.keys() - {"document_kind"}:  # ours, not the sender's to leave out
        said = answers(cursor, facts | {name: None}, goods, (code,))[code]
        assert said in (HIT, None) or (code, name) in MAY_BE_SILENT, name
    for name in goods:
        said = answers(cursor, facts, goods | {name: None}, (code,))[code]
        assert said in (HIT, None) or (code, name) in MAY_BE_SILENT, name
