"""Registers of carriers, container owners and partners' values: not known until fed, then hit and innocent twin."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import ConsignmentFacts, ContainerOwner, GoodsItemFacts, MirrorUnitValue, Register
from profiling.registers.feeding import feed_register
from profiling.registers.rows import rows_of_file
from tests import factories as make

pytestmark = pytest.mark.django_db
FIRM, NOBODY = "00101202410017", "00101202410025"
CARRIER = {"role": "carrier", "name": "Tez Jol OsOO", "country": "KG", "identifier": FIRM, "identifier_kind": "INN"}


@pytest.fixture(autouse=True)
def nothing_drawn(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def feed(register: str, *lines: str, whole: bool = True):
    raw = "\n".join(lines).encode()
    rows = rows_of_file(raw, register)
    assert rows.refused == []
    return feed_register(register, rows, raw, is_whole=whole)


def facts_of(**fields) -> ConsignmentFacts:
    fields.setdefault("parties", [*make.USUAL_PARTIES, CARRIER])
    one = make.consignment(round_due="revision", **fields)
    assess_due()
    return ConsignmentFacts.objects.get(consignment=one)


def test_nothing_is_known_before_a_whole_register_is_fed():
    feed(Register.OWNERS, "prefix,owner", "MSKU,Maritime Line", whole=False)
    facts = facts_of()
    unknown = [
        *("carrier_registered_days", "carrier_licence_missing", "odd_intermediaries", "owner_prefix_unknown"),
        "box_is_shippers_own",
    ]
    assert [getattr(facts, name) for name in unknown] == [None] * 5


def test_h02_a_carrier_with_an_expired_licence_and_one_in_force():
    until = timezone.localdate() - timedelta(days=3)
    feed(Register.LICENCES, "inn,kind,number,valid_until", f"{FIRM},carriage,P-17,{until}", f"{FIRM},tobacco,T-1,")
    facts = facts_of()
    assert facts.carrier_licence_missing is True
    told = {"carrier": "Tez Jol OsOO", "number": "P-17", "valid_until": until.isoformat()}
    assert facts.evidence["carrier_licence_missing"] == told
    feed(Register.LICENCES, "inn,kind,number,valid_until", f"{FIRM},carriage,P-18,", whole=False)
    assert facts_of().carrier_licence_missing is False


@pytest.mark.parametrize(
    ("case", "carrier"),
    [
        ("of another country", CARRIER | {"country": "UZ"}),
        ("without a number", CARRIER | {"identifier": "", "identifier_kind": ""}),
    ],
)
def test_h02_a_carrier_that_our_register_cannot_hold(case, carrier):
    feed(Register.LICENCES, "inn,kind,number", f"{NOBODY},carriage,P-1")
    assert facts_of(parties=[*make.USUAL_PARTIES, carrier]).carrier_licence_missing is None


def test_h07_a_carrier_registered_a_month_ago():
    since = timezone.localdate() - timedelta(days=30)
    feed(Register.COMPANIES, "inn,name,registered_on", f"{FIRM},Tez Jol,{since}")
    facts = facts_of()
    assert facts.carrier_registered_days == 30
    assert facts.evidence["carrier_registered_days"] == {"carrier": "Tez Jol", "registered": since.isoformat()}


@pytest.mark.parametrize(
    ("activities", "expected"), [("96.02", 1), ("49.41", 0), ("96.02 46.90", 0), ("64.19", 0), ("", None)]
)
def test_f07_an_intermediary_of_another_trade(activities, expected):
    feed(Register.COMPANIES, "inn,name,activity_codes", f"{FIRM},Tez Jol,{activities}")
    facts = facts_of()
    assert (facts.intermediaries, facts.odd_intermediaries) == (1, expected)
    if expected:
        assert facts.evidence["odd_intermediaries"] == {"party": "Tez Jol OsOO", "activities": "96.02"}


@pytest.mark.parametrize(
    ("case", "rows", "number", "unknown", "shippers"),
    [
        ("a line", ["KSHU,A Line,CN,line"], "KSHU6182408", False, False),
        ("nobody's letters", ["MSKU,A Line,,line"], "KSHU6182408", True, None),
        ("a shipper", ["KSH,Garment Works,CN,shipper"], "KSHU6182408", False, True),
        ("of a kind that is not stated", ["KSHU,Somebody,,"], "KSHU6182408", False, None),
        ("no container number", ["KSHU,A Line,CN,line"], "12345", None, None),
    ],
)
def test_e02_owners_of_boxes(case, rows, number, unknown, shippers):
    feed(Register.OWNERS, "prefix,owner,country,kind", *rows)
    facts = facts_of(equipment=[{"number": number}])
    assert (facts.owner_prefix_unknown, facts.box_is_shippers_own) == (unknown, shippers)


def month_before(months: int) -> date:
    today = timezone.localdate()
    total = today.year * 12 + today.month - 1 - months
    return date(total // 12, total % 12 + 1, 1)


@pytest.mark.parametrize(
    ("case", "months_ago", "partner", "heading", "expected"),
    [
        ("of a few months ago", 4, "CN", "6203", 0.5),
        ("too old", 20, "CN", "6203", None),
        ("another country", 4, "TR", "6203", None),
        ("another heading", 4, "CN", "6204", None),
    ],
)
def test_f06_value_against_the_partners_statistics(case, months_ago, partner, heading, expected):
    month = f"{month_before(months_ago):%Y-%m}"
    feed(Register.MIRROR, "hs4;partner_country;month;usd_per_kg", f"{heading};{partner};{month};8,0")
    goods = [make.USUAL_GOODS[0] | {"net_mass_kg": Decimal(1000), "value": Decimal(4000)}]
    facts_of(goods=goods)
    item = GoodsItemFacts.objects.get()
    assert item.mirror_value_ratio == expected
    if expected:
        told = {"stated": 4.0, "usual": 8.0, "heading": "6203", "partner": "CN", "month": month}
        assert item.evidence["mirror_value_ratio"] == told


def test_f06_the_newest_month_counts():
    rows = [f"6203,CN,{month_before(n):%Y-%m},{usd}" for n, usd in ((9, 2), (3, 8))]
    feed(Register.MIRROR, "hs4,partner_country,month,usd_per_kg", *rows)
    facts_of(goods=[make.USUAL_GOODS[0] | {"net_mass_kg": Decimal(1000), "value": Decimal(4000)}])
    assert GoodsItemFacts.objects.get().mirror_value_ratio == 0.5


@pytest.mark.parametrize(
    ("register", "line"),
    [
        (Register.OWNERS, "MSK1,A Line,CN,line"),
        (Register.OWNERS, "MSKU,A Line,China,line"),
        (Register.OWNERS, "MSKU,A Line,CN,pirate"),
        (Register.MIRROR, "62,CN,2026-07,8"),
        (Register.MIRROR, "6203,China,2026-07,8"),
        (Register.MIRROR, "6203,CN,July,8"),
        (Register.MIRROR, "6203,CN,2026-13,8"),
        (Register.MIRROR, "6203,CN,2026-07,0"),
        (Register.MIRROR, "6203,CN,2026-07,nan"),
    ],
)
def test_rows_that_cannot_go_in_are_named(register, line):
    header = {
        Register.OWNERS: "prefix,owner,country,kind",
        Register.MIRROR: "hs4,partner_country,month,usd_per_kg",
    }[register]
    rows = rows_of_file(f"{header}\n{line}".encode(), register)
    assert (len(rows.records), [row.line for row in rows.refused]) == (0, [2])
    assert not ContainerOwner.objects.exists() and not MirrorUnitValue.objects.exists()
