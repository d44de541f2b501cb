"""From a registered revision to a waiting assessment, with everything real."""

from io import StringIO

import pytest
from django.core.management import call_command

from consignments.models import CaseEvent, ConsignmentRevision
from profiling.assessing import assess_due, due_count
from profiling.facts.trader_keys import folded_name
from profiling.models import Assessment, ConsignmentFacts, Draw, History, HistoryKey, State
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

BAD_BOX = {"equipment": [{"number": "MSKU1234560", "seals": ["S1"]}]}
GOOD_BOX = {"equipment": [{"number": "MSKU1234565", "seals": ["S2"]}]}


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def due(**fields):
    fields.setdefault("round_due", "revision")
    return make.consignment(**fields)


def assessed(of) -> Assessment:
    return Assessment.objects.get(consignment=of, state__in=[*State.values])


def test_three_documents_give_three_answers():
    making.version()
    bad, good, none = due(**BAD_BOX), due(**GOOD_BOX), due(equipment=[])
    assert assess_due() == 3
    lanes = {a.consignment_id: (a.lane, a.state, a.score) for a in Assessment.objects.all()}
    assert lanes[bad.pk] == ("red", "waiting", 50)
    assert lanes[good.pk] == ("green", "not_selected", 0)
    assert lanes[none.pk] == ("yellow", "waiting", 0)
    hit = Assessment.objects.get(consignment=bad).profile_hits.get()
    assert (hit.answer, hit.points_low, hit.points_high) == ("hit", 50, 50)
    assert hit.indicators == [{"code": "E01", "answer": "hit", "points": 50}]


def test_nothing_is_due_afterwards_and_a_second_run_changes_nothing():
    due(**BAD_BOX)
    assert (due_count(), assess_due(), due_count(), assess_due()) == (1, 1, 0, 0)
    assert Assessment.objects.count() == ConsignmentFacts.objects.count() == Draw.objects.count() == 1


def test_history_remembers_the_revision_and_what_it_moved_with():
    of = due(**GOOD_BOX)
    assess_due()
    remembered = History.objects.get(consignment=of)
    assert remembered.consignee_id and remembered.consignor_id
    stated = dict(remembered.revision.parties.values_list("role", "name"))
    keys = set(HistoryKey.objects.filter(history=remembered).values_list("kind", "key", "on_equipment"))
    assert keys == {
        ("container", "MSKU1234565", ""),
        ("seal", "S2", "MSKU1234565"),
        ("plate", "01KG730BHC", ""),
        ("name", folded_name(stated["consignee"]), str(remembered.consignee_id)),
        ("name", folded_name(stated["consignor"]), str(remembered.consignor_id)),
        ("pattern", "6203|CN|CN-KG|CT", ""),
    }
    assert (remembered.lane, remembered.procedure, remembered.entry_post) == ("CN-KG", "import", "KYZYL-BEL")
    assert remembered.hs4s


def test_the_log_says_that_it_was_assessed():
    of = due()
    assess_due()
    event = CaseEvent.objects.get(consignment=of, verb="assessed")
    assert event.after["trigger"] == "revision"


def test_a_new_revision_supersedes_the_open_round_and_keeps_its_officer():
    making.version()
    of = due(**BAD_BOX)
    assess_due()
    first = Assessment.objects.get()
    officer = make.officer()
    first.assign_to(officer)
    make.revise(of, round_due="revision", **BAD_BOX)
    assess_due()
    first.refresh_from_db()
    second = Assessment.objects.open().get()
    assert (first.state, first.closed_because) == (State.SUPERSEDED, "newer_round")
    assert (second.revision.number, second.assigned_to) == (2, officer)


def test_an_older_revision_assessed_late_supersedes_nothing():
    making.version()
    of = due(round_due=None, **BAD_BOX)
    make.revise(of, round_due="revision", **BAD_BOX)
    assess_due()
    ConsignmentRevision.objects.filter(number=1).update(round_due="revision")
    assess_due()
    late = Assessment.objects.get(revision__number=1)
    assert (late.state, late.closed_because) == (State.SUPERSEDED, "newer_revision")
    assert Assessment.objects.open().get().revision.number == 2


def test_a_selection_stands_when_a_new_round_comes():
    making.version()
    of = due(**BAD_BOX)
    assess_due()
    case = Assessment.objects.get()
    case.select(make.officer(), "Look inside")
    make.revise(of, round_due="revision", **GOOD_BOX)
    assess_due()
    case.refresh_from_db()
    later = Assessment.objects.get(revision__number=2)
    assert case.state == State.SELECTED
    assert (later.state, later.closed_because) == (State.SUPERSEDED, "selection_stands")


def test_a_higher_lane_after_a_release_waits_again():
    making.version()
    of = due(**GOOD_BOX)
    assess_due()
    Assessment.objects.get().release(make.officer(), "Usual")
    make.revise(of, round_due="revision", **BAD_BOX)
    assess_due()
    again = Assessment.objects.waiting().get()
    assert again.changed_after_decision
    assert Assessment.objects.get(revision__number=1).state == State.RELEASED


def test_a_cancelled_consignment_is_withdrawn():
    making.version()
    of = due(**BAD_BOX)
    assess_due()
    make.revise(of, round_due="revision", is_cancelled=True, **BAD_BOX)
    assess_due()
    assert set(Assessment.objects.values_list("state", flat=True)) == {State.WITHDRAWN}


def test_everything_is_drawn_at_a_hundred_percent_and_only_once(settings):
    settings.RANDOM_DRAW_PERCENT = 100
    of = due(**GOOD_BOX)
    assess_due()
    drawn = Draw.objects.get()
    make.revise(of, round_due="revision", **GOOD_BOX)
    assess_due()
    assert Draw.objects.get() == drawn
    case = Assessment.objects.open().get()
    assert (case.lane, case.state, case.selected_by) == ("green", State.WAITING, ["random"])


def test_a_listed_party_and_a_listed_box_are_found():
    parties = making.watch_list(lane="red")
    making.entry(parties, "Nur Kiyim Import")
    boxes = making.watch_list(kind="container", lane="yellow")
    making.entry(boxes, "MSKU1234565", value_key="MSKU1234565")
    of = due(**GOOD_BOX)
    assess_due()
    case = Assessment.objects.get(consignment=of)
    assert (case.lane, case.selected_by) == ("red", ["watch_list"])
    assert {hit.role for hit in case.list_hits.all()} == {"consignee", "container"}


def test_another_units_list_is_not_matched():
    making.entry(making.watch_list(unit=make.unit("OSH")), "Nur Kiyim Import")
    due(**GOOD_BOX)
    assess_due()
    assert Assessment.objects.get().list_hits.count() == 0


def test_one_bad_revision_holds_up_nobody(monkeypatch):
    from profiling import assessing

    bad, good = due(**BAD_BOX), due(**GOOD_BOX)
    gather = assessing.gather

    def gather_unless_bad(revisions, now):
        if any(r.consignment_id == bad.pk for r in revisions):
            raise ValueError("unreadable")
        return gather(revisions, now)

    monkeypatch.setattr(assessing, "gather", gather_unless_bad)
    for _ in range(4):
        assess_due()
    assert Assessment.objects.get().consignment == good
    left = ConsignmentRevision.objects.get(consignment=bad)
    assert (left.round_due, left.round_attempts) == ("revision", 3)
    assert due_count() == 0
    monkeypatch.setattr(assessing, "gather", gather)
    call_command("retry_rounds", stdout=StringIO())
    assert assess_due() == 1
