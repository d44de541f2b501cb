"""The page of a party: every spelling, what it moved, what came of it; whose documents name it; who may look."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from consignments.models import CaseEvent
from tests import factories as make
from tests.profiling import making
from tests.profiling.views.stage import signed_in

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def stated(of, name: str, days_ago: float = 5, role: str = "consignee", **fields):
    """A consignment that states the party by this name."""
    row = {"role": role, "party": of, "name": name, "country": "KG", **fields.pop("row", {})}
    return make.consignment(known_at=NOW - timedelta(days=days_ago), parties=[row], **fields)


@pytest.fixture
def nur_kiyim():
    return make.party("Nur-Kiyim Import OsOO", match_key="inn:02709202610417", country="KG")


def test_it_shows_every_spelling_with_how_often_it_was_stated(nur_kiyim):
    stated(nur_kiyim, "Nur-Kiyim Import OsOO", row={"phone": "+996 555 000111", "address": "Osh, Lenin 5"})
    stated(nur_kiyim, "Нур-Кийим Импорт ОсОО", row={"identifier": "02709202610417", "identifier_kind": "INN"})
    again = stated(nur_kiyim, "Нур-Кийим Импорт ОсОО", role="consignor")
    make.revise(again, parties=[{"role": "consignor", "party": nur_kiyim, "name": "Нур-Кийим Импорт ОсОО"}])
    page = signed_in().get(f"/parties/{nur_kiyim.pk}/").context["page"]
    assert [(line.text, line.consignments) for line in page.names] == [
        ("Нур-Кийим Импорт ОсОО", 2),
        ("Nur-Kiyim Import OsOO", 1),
    ]
    assert [line.text for line in page.identifiers] == ["INN 02709202610417"]
    assert [line.text for line in page.phones] == ["+996 555 000111"]
    assert page.roles == [("Consignee", 2), ("Consignor", 1)] and page.consignments == 3


def test_it_tells_journeys_results_and_seizures(nur_kiyim):
    found = making.assessment(
        stated(nur_kiyim, "Nur-Kiyim", 9),
        lane="red",
        outcome="seizure",
        seized=[{"category": "drugs", "quantity_unit": "kg", "quantity": "12.4", "lines": 1}],
    )
    making.assessment(stated(nur_kiyim, "Nur-Kiyim", 8), lane="yellow", outcome="nil")
    making.assessment(stated(nur_kiyim, "Nur-Kiyim", 7))
    answer = signed_in().get(f"/parties/{nur_kiyim.pk}/")
    page = answer.context["page"]
    assert [journey.outcome for journey in page.journeys] == ["", "Nothing found", "Seizure"]
    assert (page.examined, page.found) == (2, 1)
    assert [each.seized for each in page.seizures] == ["Drugs 12.4 kg"]
    assert found.consignment.reference in answer.text and "1 found of 2 examined" in answer.text


def test_volumes_are_of_the_revision_in_force(nur_kiyim):
    line = {"commodity_code": "6203423500", "gross_mass_kg": Decimal("100")}
    made = stated(nur_kiyim, "Nur-Kiyim", goods=[line])
    make.revise(
        made,
        parties=[{"role": "consignee", "party": nur_kiyim, "name": "Nur-Kiyim"}],
        goods=[line | {"gross_mass_kg": Decimal("60")}, {"commodity_code": "640399", "gross_mass_kg": None}],
        total_gross_mass_kg=Decimal("75"),
    )
    page = signed_in().get(f"/parties/{nur_kiyim.pk}/").context["page"]
    assert [(line.label, line.consignments, line.mass) for line in page.chapters] == [("62", 1, "60 kg"), ("64", 1, "")]
    assert [(line.label, line.consignments, line.mass) for line in page.routes] == [("CN → Kyzyl-Bel → KG", 1, "75 kg")]


def test_a_list_hit_of_its_name_is_told_once(nur_kiyim):
    entry = making.entry(making.watch_list(name="Tobacco 2025"), "Nur Kiim")
    for score in (88, 93):
        case = making.assessment(stated(nur_kiyim, "Nur-Kiyim"), lane="yellow")
        case.list_hits.create(entry=entry, role="consignee", matched_text="Nur-Kiyim", score=score, agreed=["name"])
    answer = signed_in().get(f"/parties/{nur_kiyim.pk}/")
    assert [hit.score for hit in answer.context["file"].list_hits] == [93]
    assert "On list “Tobacco 2025”" in answer.text


def test_what_other_units_state_is_counted_and_not_shown(nur_kiyim):
    osh = make.unit("OSH")
    stated(nur_kiyim, "Nur-Kiyim")
    hidden = stated(nur_kiyim, "NUR KIYIM SECRET", unit=osh, row={"phone": "+996 700 999999"})
    making.assessment(hidden, lane="red")
    answer = signed_in().get(f"/parties/{nur_kiyim.pk}/")
    assert answer.context["file"].elsewhere == 1
    assert "SECRET" not in answer.text and "999999" not in answer.text and hidden.reference not in answer.text
    assert "NUR KIYIM SECRET" in signed_in("coordinator").get(f"/parties/{nur_kiyim.pk}/").text


def test_a_party_that_only_another_unit_knows_is_not_found(nur_kiyim):
    stated(nur_kiyim, "Nur-Kiyim", unit=make.unit("OSH"))
    assert signed_in().get(f"/parties/{nur_kiyim.pk}/").status_code == 404
    assert signed_in(unit=make.unit("OSH")).get(f"/parties/{nur_kiyim.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("analyst", 200),
        ("supervisor", 200),
        ("auditor", 200),
        ("examiner", 200),
        ("client", 403),
        ("administrator", 403),
    ],
)
def test_who_may_look(nur_kiyim, role, status):
    stated(nur_kiyim, "Nur-Kiyim")
    assert signed_in(role).get(f"/parties/{nur_kiyim.pk}/").status_code == status


def test_a_look_is_written_into_the_log(nur_kiyim):
    stated(nur_kiyim, "Nur-Kiyim")
    desk = signed_in()
    desk.get(f"/parties/{nur_kiyim.pk}/")
    event = CaseEvent.objects.get(verb="party_read")
    assert (event.actor_id, event.subject_id) == (desk.officer.pk, nur_kiyim.pk)
    assert "Nur" not in str(event.after)


def test_a_party_of_many_consignments_asks_no_more_than_one_of_few(nur_kiyim, django_assert_max_num_queries):
    for days in range(12):
        making.assessment(stated(nur_kiyim, f"Nur-Kiyim {days}", days), lane="yellow")
    desk = signed_in()
    with django_assert_max_num_queries(26):
        desk.get(f"/parties/{nur_kiyim.pk}/")
