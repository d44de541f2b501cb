"""The search over everything: in which group a text is found, why, and by whom."""

import pytest

from consignments.keys.names import name_key
from profiling.finding import find
from profiling.models import History
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

FOUND_BY = [
    ("document number", "XJ-0088217", "consignments", "document_number"),
    ("box whole", "KSHU6182408", "boxes", "number"),
    ("box as written", "kshu 618240-8", "boxes", "number"),
    ("box without its check digit", "KSHU618240", "boxes", "number"),
    ("box with a wrong check digit", "KSHU6182409", "boxes", "number"),
    ("digits of the box", "618240", "boxes", "number"),
    ("plate", "01KG730", "vehicles", "number"),
    ("plate typed in Cyrillic", "01 кg 730 внс", "vehicles", "number"),
    ("party as written", "Nur-Kiyim", "parties", "name"),
    ("party in Cyrillic", "Нур-Кийим", "parties", "name"),
    ("tax number", "02709202610417", "parties", "identifier"),
    ("seal", "HX 204418", "seals", "number"),
]


@pytest.fixture
def wanted():
    party = make.party(
        "Nur-Kiyim Import OsOO",
        match_key="inn:02709202610417",
        name_key=name_key("Nur-Kiyim Import OsOO"),
        identifier="02709202610417",
    )
    stated = [{"role": "consignee", "name": party.name, "party": party}]
    of = make.consignment(document_number="XJ-0088217", parties=stated)
    revision = of.revisions.get()
    history = History.objects.create(
        revision=revision,
        consignment_id=of.pk,
        manifest_id=revision.manifest_id,
        source_id=of.source_id,
        unit_id=of.unit_id,
        known_at=revision.known_at,
    )
    history.keys.create(kind="seal", key="HX204418", on_equipment="KSHU6182408", known_at=revision.known_at)
    other = {
        "equipment": [{"number": "MSKU1234565"}],
        "manifest_fields": {"conveyance_id": "X 1", "conveyance_key": "X1"},
    }
    make.consignment(parties=[{"role": "consignee", "name": "Someone Else"}], **other)
    return of


@pytest.mark.parametrize(("by", "text", "kind", "why"), FOUND_BY)
def test_it_finds(wanted, by, text, kind, why):
    (group,) = [group for group in find(text, make.officer(), 5) if group.kind == kind]
    assert [hit.why for hit in group.hits] == [why]
    assert group.hidden == 0


@pytest.mark.parametrize(("by", "text", "kind", "why"), FOUND_BY)
def test_another_unit_learns_a_number_and_no_name(wanted, by, text, kind, why):
    groups = find(text, make.officer(unit=make.unit("OSH")), 5)
    assert [(group.kind, group.hits, group.hidden) for group in groups if group.kind == kind] == [(kind, [], 1)]
    assert all(not group.hits for group in groups)


def test_our_reference_comes_before_a_document_that_has_its_digits(wanted):
    number = wanted.reference.split("-")[2]
    make.consignment(document_number=f"A{number}B")
    (group,) = [group for group in find(number, make.officer(), 5) if group.kind == "consignments"]
    assert [hit.why for hit in group.hits] == ["reference", "document_number"]


def test_a_box_tells_of_its_check_digit_and_how_many_it_holds(wanted):
    make.consignment(equipment=[{"number": "KSHU6182408"}])
    make.consignment(equipment=[{"number": "KSHU6182401"}])
    (group,) = [group for group in find("KSHU618240", make.officer(), 5) if group.kind == "boxes"]
    told = [(hit.title, hit.told, hit.consignments) for hit in group.hits]
    assert told == [("KSHU6182401", "check_digit", 1), ("KSHU6182408", "valid", 2)]


def test_profiles_are_for_who_approves_them():
    version = making.version()
    code = version.profile.code
    assert find(code, make.officer("analyst"), 5) == []
    (group,) = find(code, make.officer("supervisor"), 5)
    assert [hit.key for hit in group.hits] == [code]


def test_it_says_when_there_is_more(wanted):
    for number in range(3):
        make.consignment(document_number=f"XJ-008821{number}")
    (group,) = [group for group in find("XJ-00882", make.officer(), 2) if group.kind == "consignments"]
    assert (len(group.hits), group.is_cut) == (2, True)


@pytest.mark.parametrize("text", ["", "ab", "%%%", "___", "'; drop table", "\x00\x00\x00", "nobody at all"])
def test_it_finds_nothing_by_nonsense(wanted, text):
    assert find(text, make.officer("supervisor"), 5) == []
