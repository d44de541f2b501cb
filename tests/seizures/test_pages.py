"""The pages of examinations and seizures: an examiner's way through them, and who may not go it."""

from decimal import Decimal

import pytest

from seizures.checklists import points_of
from seizures.models import Examination, SeizureLine
from tests import factories as make
from tests.profiling.making import assessment, entry, hit, version, watch_list
from tests.seizures.browsing import as_officer, text
from tests.seizures.making import BOX, begun, closed, goods, neighbour, seizure_line, selected

pytestmark = pytest.mark.django_db


def filled(case, outcome="nil", **more) -> dict:
    """All that an examiner has to send for a full examination of a container."""
    return {
        **{f"point-{point}": "in_order" for point in points_of("container")},
        "seal_read": "HX204512",
        "seal_state": "intact",
        "kind": "full",
        f"result-{case.pk}": outcome,
        "new_seal": "KG 0012345",
        "lines-TOTAL_FORMS": "1",
        "lines-INITIAL_FORMS": "0",
        **more,
    }


def line(index=0, **fields) -> dict:
    usual = {
        "category": "revenue",
        "commodity": "Cigarettes",
        "quantity": "18 600",
        "quantity_unit": "pack",
        "concealment": "front_wall",
    }
    return {f"lines-{index}-{name}": value for name, value in {**usual, **fields}.items()}


def test_an_examiner_works_from_the_hold_to_the_act():
    case = selected()
    examiner = as_officer()
    assert case.consignment.reference in text(examiner.get("/examinations/"))
    begin = examiner.post(f"/examinations/begin/{case.pk}/", {"equipment": BOX})
    page = begin.headers["Location"]
    assert case.consignment.reference not in text(examiner.get("/examinations/"))
    assert "point 7" not in text(examiner.get(page))  # without a kind nothing of the walk is needed yet
    answer = examiner.post(f"{page}close/", filled(case, "seizure", **line()), follow=True)
    assert "is closed" in text(answer)
    taken = SeizureLine.objects.get()
    assert (taken.quantity, taken.quantity_unit) == (Decimal(18600), "pack")
    case.refresh_from_db()
    assert case.outcome == "seizure"
    assert "Cigarettes" in text(examiner.get(f"{page}act/"))
    assert "Cigarettes" in text(examiner.get("/seizures/"))


def test_the_page_says_what_still_stops_the_closing():
    case = selected()
    page = f"/examinations/{begun(case).pk}/"
    sent = filled(case, new_seal="")
    del sent["point-floor"]
    answer = as_officer().post(f"{page}save/", sent, follow=True)
    assert "point 7" in text(answer) and "new seal, or why there is none" in text(answer)
    refused = as_officer().post(f"{page}close/", sent, follow=True)
    assert "Still open: point 7, new seal" in text(refused)
    assert Examination.objects.get().state == "open"


def test_what_was_typed_is_kept_until_it_is_closed():
    case = selected()
    page = f"/examinations/{begun(case).pk}/"
    sent = filled(case, "seizure", remarks="Hollow <b>sound</b>", **line(quantity="12 x"))
    as_officer().post(f"{page}add-line/", sent)
    kept = text(as_officer().get(page))
    assert "Hollow &lt;b&gt;sound" in kept
    assert 'value="12 x"' in kept
    assert 'name="lines-1-commodity"' in kept


def test_a_fault_in_a_line_is_told_at_its_field_and_closes_nothing():
    case = selected()
    page = f"/examinations/{begun(case).pk}/"
    answer = as_officer().post(f"{page}close/", filled(case, "seizure", **line(quantity="1,234.5")))
    assert answer.status_code == 422
    assert "one point or comma" in text(answer)
    assert 'href="#id_lines-0-quantity"' in text(answer)
    assert Examination.objects.get().state == "open"


@pytest.mark.parametrize("noise", [{"lines-99999999-commodity": "x"}, {"lines-TOTAL_FORMS": "many"}, {"point-x": "y"}])
def test_nonsense_is_not_taken_in(noise):
    case = selected()
    page = f"/examinations/{begun(case).pk}/"
    assert as_officer().post(f"{page}save/", filled(case) | noise).status_code == 302
    assert text(as_officer().get(page)).count('class="seized"') == 1


def test_the_script_of_the_page_gets_only_what_changed():
    case = selected()
    page = f"/examinations/{begun(case).pk}/"
    sent = filled(case, seal_read="HX 550221")
    answer = as_officer().post(f"{page}save/", sent, headers={"HX-Request": "true"})
    assert "<html" not in text(answer)
    assert "7 of 7" in text(answer) and "HX 550221 differs from the documents: HX204512" in text(answer)
    closed_now = as_officer().post(f"{page}close/", filled(case))
    assert closed_now.status_code == 302
    late = as_officer().post(f"{page}save/", sent, headers={"HX-Request": "true"})
    assert late.headers["HX-Refresh"] == "true"


def test_a_second_closing_is_told_and_changes_nothing():
    case = selected()
    page = f"/examinations/{begun(case).pk}/"
    as_officer().post(f"{page}close/", filled(case))
    again = as_officer().post(f"{page}close/", filled(case, "seizure", **line()), follow=True)
    assert "is closed" in text(again)
    assert not SeizureLine.objects.exists()


def test_a_neighbour_is_offered_and_taken_in_only_when_opened():
    case = selected()
    other, unopened = neighbour(case), neighbour(case)
    examiner = as_officer()
    offered = text(examiner.get(f"/examinations/begin/{case.pk}/"))
    assert other.consignment.reference in offered and unopened.consignment.reference in offered
    begin = examiner.post(f"/examinations/begin/{case.pk}/", {"equipment": BOX, "also": [str(other.pk)]})
    page = text(examiner.get(begin.headers["Location"]))
    assert f'name="result-{other.pk}"' in page and f'name="result-{unopened.pk}"' not in page
    examiner.post(f"{begin.headers['Location']}include/{unopened.pk}/", filled(case))
    assert f'name="result-{unopened.pk}"' in text(examiner.get(begin.headers["Location"]))


def test_each_consignment_has_its_own_result_and_goods():
    case = selected()
    other = neighbour(case)
    page = f"/examinations/{begun(case, also=[other]).pk}/"
    sent = filled(case, **{f"result-{other.pk}": "seizure"}, **line(assessment=str(other.pk)))
    assert as_officer().post(f"{page}close/", sent).status_code == 302
    assert SeizureLine.objects.get().consignment == other.consignment


def test_who_begins_twice_comes_to_the_open_examination():
    case = selected()
    examination = begun(case)
    path = f"/examinations/begin/{case.pk}/"
    assert as_officer().get(path).headers["Location"] == f"/examinations/{examination.pk}/"
    again = as_officer().post(path, {"equipment": BOX})
    assert again.status_code == 409 and examination.reference in text(again)


def test_the_second_of_two_boxes_is_begun_beside_the_first():
    case = selected(make.consignment(equipment=[{"number": "MSCU1"}, {"number": "MSCU2"}]))
    first = begun(case, equipment="MSCU1")
    path = f"/examinations/begin/{case.pk}/"
    page = as_officer().get(path)
    assert page.status_code == 200 and first.reference in text(page)
    assert as_officer().post(path, {"equipment": "MSCU2"}).status_code == 302
    assert as_officer().get(path).status_code == 302


def test_what_is_not_selected_is_said_before_anything_is_begun():
    case = assessment(lane="yellow")
    page = as_officer().get(f"/examinations/begin/{case.pk}/")
    assert page.status_code == 409 and "Only a selected consignment" in text(page)


def test_the_examiner_is_told_where_to_look_and_never_why():
    case = selected()
    hit(case, version(instruction="Measure inside.", instruction_ru="Измерьте внутри."))
    listed = watch_list(name="Secret list", instruction="Weigh it again.")
    case.list_hits.create(entry=entry(listed, "Nur"), role="consignee", matched_text="Nur", score=100)
    page = text(as_officer().get(f"/examinations/{begun(case).pk}/"))
    assert "Measure inside." in page and "Weigh it again." in page
    assert "Secret list" not in page and "PR-" not in page
    russian = as_officer(make.officer("examiner", language="ru"))
    assert "Измерьте внутри." in text(russian.get(f"/examinations/{Examination.objects.get().pk}/"))


def test_the_act_names_no_lane_score_or_origin():
    case = selected(lane="red", score=987654)
    examination = closed(case)
    act = text(as_officer().get(f"/examinations/{examination.pk}/act/"))
    assert examination.reference in act and case.consignment.reference in act
    for word in ("Red lane", "score", "Profile", "987654", "selected"):
        assert word not in act.split("<main")[1].split("</main")[0]


def test_a_result_is_corrected_on_its_page():
    case = selected()
    examination = closed(case)
    path = f"/examinations/{examination.pk}/correct/{case.pk}/"
    supervisor = as_officer(make.officer("supervisor"))
    lines = {"lines-TOTAL_FORMS": "1", "lines-INITIAL_FORMS": "0"}
    unsaid = supervisor.post(path, {"outcome": "seizure", "reason": "Found later", **lines})
    assert unsaid.status_code == 422 and "at least one line" in text(unsaid)
    told = supervisor.post(path, {"outcome": "seizure", "reason": "Found later", **lines, **line()}, follow=True)
    assert "the log keeps both" in text(told) and "Found later" in text(told)
    case.refresh_from_db()
    assert case.outcome == "seizure"


def test_a_line_is_corrected_on_its_page_and_the_old_one_shown_on_request():
    old = seizure_line(quantity=Decimal(100), commodity="Tea")
    supervisor = as_officer(make.officer("supervisor"))
    path = f"/seizures/{old.pk}/correct/"
    sent = {
        "category": "revenue",
        "commodity": "Tea",
        "quantity": "90,5",
        "quantity_unit": "kg",
        "concealment": "none",
        "reason": "Weighed again",
    }
    assert supervisor.post(path, sent | {"reason": ""}).status_code == 422
    assert supervisor.post(path, sent).status_code == 302
    assert SeizureLine.objects.in_force().get().quantity == Decimal("90.5")
    assert "<del>Tea</del>" not in text(supervisor.get("/seizures/"))
    both = text(supervisor.get("/seizures/?corrected=on"))
    assert "<del>Tea</del>" in both and "Weighed again" in both
    again = supervisor.post(path, sent)
    assert again.status_code == 422 and "corrected already" in text(again)


def test_the_register_is_filtered_and_its_totals_follow():
    case = selected()
    closed(case, "seizure", goods(case), goods(case, category="drugs", commodity="Hashish", quantity_unit="kg"))
    page = text(as_officer().get("/seizures/?category=drugs"))
    assert "Hashish" in page and "Cigarettes" not in page
    assert page.count('class="figure"') == 1
    assert "Filter" in text(as_officer().get("/seizures/?since=nonsense"))


def test_the_register_counts_its_queries(django_assert_max_num_queries):
    case = selected()
    closed(case, "seizure", *[goods(case, commodity=f"Goods {number}") for number in range(8)])
    supervisor = as_officer(make.officer("supervisor"))
    with django_assert_max_num_queries(12):
        supervisor.get("/seizures/")


def test_the_lists_count_their_queries(django_assert_max_num_queries):
    for number in range(5):
        selected(make.consignment(equipment=[{"number": f"MSCU{number}"}]))
        closed(selected(make.consignment(equipment=[{"number": f"TGHU{number}"}])))
    examiner = as_officer()
    for show in ("due", "open", "closed"):
        with django_assert_max_num_queries(15):
            examiner.get(f"/examinations/?show={show}")


@pytest.mark.parametrize("path", ["/holds/", "/consignments/{consignment}/"])
def test_an_examination_begins_from_the_hold_list_and_from_the_consignment(path):
    case = selected()
    begin = f'href="/examinations/begin/{case.pk}/"'
    path = path.format(consignment=case.consignment_id)
    assert begin in text(as_officer().get(path))
    assert begin not in text(as_officer(make.officer("analyst")).get(path))
