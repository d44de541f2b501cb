"""Group B about the place of delivery, and tax numbers of group A."""

import pytest

from profiling.facts.deliveries import place_in
from profiling.facts.known import KnownPost
from tests.profiling.facts.stating import answer, facts_of

PLACES = [
    ("г. Ош, ул. Ленина 12", "Osh"),
    ("Kara-Suu bazar", "Kara-Suu"),
    ("Ошская область, Кара-Суу", "Kara-Suu"),
    ("Баткенская область, Лейлекский р-н, с. Максат", "Maksat"),
    ("JALAL-ABAD", "Jalal-Abad"),
    ("Жалал-Абад шаары", "Jalal-Abad"),
    ("Moscow", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_place_in(text, name):
    place = place_in(text)
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("case", "changes", "low", "high"),
    [
        (
            "delivered in Batken, registered in Bishkek",
            {"consignee": {"city": "Бишкек"}, "place_of_delivery": "Batken"},
            400,
            500,
        ),
        ("next town", {"place_of_delivery": "Кара-Суу"}, 10, 30),
        ("at home", {"place_of_delivery": "Ош"}, 0, 0),
    ],
)
def test_distance(case, changes, low, high):
    assert low <= answer("delivery_distance_km", **changes) <= high


@pytest.mark.parametrize(
    ("case", "changes"),
    [
        ("no place of delivery", {}),
        ("a place of no table", {"place_of_delivery": "Moscow"}),
        ("no city of the consignee", {"place_of_delivery": "Ош", "consignee": {"city": None}}),
    ],
)
def test_a_distance_that_is_not_known(case, changes):
    assert answer("delivery_distance_km", **changes) is None


@pytest.mark.parametrize(
    ("case", "changes", "expected"),
    [
        ("a border village", {"place_of_delivery": "с. Самаркандек"}, True),
        ("a bazaar near a crossing", {"place_of_delivery": "рынок Туратали, Кара-Суу"}, True),
        ("a city inland", {"place_of_delivery": "Bishkek"}, False),
        ("no place of delivery: the consignee's own", {"consignee": {"city": "Баткен"}}, True),
        ("no place of delivery, a city inland", {}, False),
        (
            "a place of no table is not the consignee's",
            {"place_of_delivery": "Moscow", "consignee": {"city": "Баткен"}},
            None,
        ),
        ("nothing is stated", {"consignee": {"city": None}}, None),
    ],
)
def test_near_the_border(case, changes, expected):
    assert answer("delivery_near_border", **changes) is expected


def test_evidence_names_both_places():
    facts = facts_of(consignee={"city": "Бишкек"}, place_of_delivery="Batken")
    assert facts.evidence["delivery_distance_km"]["delivery"] == "Batken"
    assert facts.evidence["delivery_distance_km"]["address"] == "Bishkek"
    assert facts.evidence["delivery_near_border"] == {"place": "Batken"}


GOOD, BAD = "01203201810045", "91203201810045"


@pytest.mark.parametrize(
    ("case", "changes", "expected"),
    [
        ("a Kyrgyz number that can be one", {"identifier": GOOD, "identifier_kind": "INN"}, False),
        ("its first digit cannot be", {"identifier": BAD, "identifier_kind": "INN"}, True),
        ("no such day", {"identifier": "09903201810045", "identifier_kind": "INN"}, True),
        ("a sender's own code", {"identifier": BAD, "identifier_kind": "code"}, None),
        ("a country without a rule", {"identifier": BAD, "identifier_kind": "INN", "country": "DE"}, None),
        ("no number", {}, None),
    ],
)
def test_tax_number(case, changes, expected):
    assert answer("tax_number_faulty", consignee=changes) is expected


def test_the_faulty_number_is_told():
    facts = facts_of(consignee={"identifier": BAD, "identifier_kind": "INN"}, entry_post=KnownPost("IRKESHTAM", "CN"))
    assert facts.evidence["tax_number_faulty"] == {
        "role": "consignee", "number": BAD, "country": "KG", "why": "tax_number_form",
    }  # fmt: skip
