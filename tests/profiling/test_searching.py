"""The search box: by plate, box, party in any script, tax number, reference and document number."""

import pytest

from consignments.keys.names import name_key
from profiling.models import Assessment
from profiling.searching import find_consignments, matching
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

FOUND_BY = [
    ("plate as written", "01 KG 730 BHC"),
    ("plate typed in Cyrillic", "01 кg 730 внс"),
    ("beginning of the plate", "01KG730"),
    ("box", "KSHU6182408"),
    ("box with spaces and a hyphen", "kshu 618240-8"),
    ("part of the box", "618240"),
    ("party as written", "Nur-Kiyim"),
    ("party in other case", "nur-kiyim import"),
    ("party in Cyrillic", "Нур-Кийим"),
    ("tax number", "02709202610417"),
    ("document number", "XJ-0088217"),
    ("part of the document number", "0088217"),
]


@pytest.fixture
def wanted():
    party = make.party(
        "Nur-Kiyim Import OsOO", match_key="inn:02709202610417", name_key=name_key("Nur-Kiyim Import OsOO")
    )
    parties = [{"role": "consignee", "name": party.name, "party": party, "identifier": "02709202610417"}]
    other = {
        "equipment": [{"number": "MSKU1234565"}],
        "manifest_fields": {"conveyance_id": "X 1", "conveyance_key": "X1"},
    }
    make.consignment(parties=[{"role": "consignee", "name": "Someone Else"}], **other)
    return make.consignment(document_number="XJ-0088217", parties=parties)


@pytest.mark.parametrize(("by", "text"), FOUND_BY)
def test_it_finds(wanted, by, text):
    assert find_consignments(text, make.officer()).ids == {wanted.pk}


def test_it_finds_by_our_reference_whole_or_its_number(wanted):
    for text in [wanted.reference, wanted.reference.lower(), wanted.reference.split("-")[2]]:
        assert find_consignments(text, make.officer()).ids == {wanted.pk}


@pytest.mark.parametrize("text", ["", "  ", "ab", "%%%", "___", "'; drop table", "\\\\\\", "nobody at all"])
def test_it_finds_nothing_by_nonsense(wanted, text):
    assert find_consignments(text, make.officer()).ids == frozenset()


def test_another_units_are_counted_and_not_named(wanted):
    found = find_consignments("KSHU6182408", make.officer(unit=make.unit("OSH")))
    assert (found.ids, found.hidden) == (frozenset(), 1)
    assert find_consignments("KSHU6182408", make.officer("auditor")).ids == {wanted.pk}


def test_a_replaced_revision_is_not_found_any_more(wanted):
    make.revise(wanted, equipment=[{"number": "TSHU8865130"}])
    assert find_consignments("KSHU6182408", make.officer()).ids == frozenset()
    assert find_consignments("TSHU8865130", make.officer()).ids == {wanted.pk}


def test_it_says_when_there_is_more_than_it_shows(wanted, monkeypatch):
    monkeypatch.setattr("consignments.searching.EACH_UP_TO", 1)
    assert find_consignments("KSHU6182408", make.officer()).is_cut


def test_assessments_are_narrowed_to_what_is_found(wanted):
    waiting = making.assessment(wanted, lane="red")
    making.assessment(lane="red", of=make.consignment(equipment=[]))
    assert list(matching(Assessment.objects.all(), "KSHU6182408")) == [waiting]
