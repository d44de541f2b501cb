"""The page of the search and the lines under its box: grouped, linked, scoped, and without a score."""

import re

import pytest

from tests.profiling.views.stage import case, signed_in

pytestmark = pytest.mark.django_db


def test_a_result_leads_to_its_page():
    waiting = case()
    page = signed_in().get("/search/", {"q": waiting.consignment.reference}).content.decode()
    assert f'href="/consignments/{waiting.consignment_id}/"' in page
    assert "our reference" in page


def test_under_the_box_stand_a_few_lines_and_a_way_to_all():
    waiting = case()
    part = signed_in().get("/search/", {"q": waiting.consignment.reference, "typing": "1"}).content.decode()
    assert "<html" not in part
    assert f'href="/search/?q={waiting.consignment.reference}"' in part


def test_pages_are_found_by_their_name_and_only_those_of_the_role():
    assert 'href="/watch-lists/"' in signed_in("analyst").get("/search/?q=watch").content.decode()
    assert "hits" not in signed_in("examiner").get("/search/?q=watch&typing=1").content.decode()


def test_a_page_with_a_fuller_one_in_its_place_is_not_offered():
    page = signed_in("unit_head").get("/search/?q=figures&typing=1").content.decode()
    assert 'href="/dashboard/"' in page
    assert 'href="/figures/"' not in page


def test_an_examiner_is_led_to_the_page_of_a_party():
    waiting = case()
    party = waiting.revision.parties.exclude(party=None).first()
    page = signed_in("examiner").get("/search/", {"q": party.name}).content.decode()
    assert f'href="/parties/{party.party_id}/"' in page
    assert signed_in("examiner").get(f"/parties/{party.party_id}/").status_code == 200


def test_nothing_of_the_assessment_is_in_it():
    waiting = case("red", score=87)
    page = signed_in("examiner").get("/search/", {"q": waiting.consignment.reference, "typing": "1"}).content.decode()
    assert waiting.consignment.reference in page
    assert not re.search(r"\b87\b", page), "the score"
    assert "Red" not in page


@pytest.mark.parametrize("role", ["client", "register_client", "administrator"])
def test_it_is_for_who_reads_cases(role):
    assert signed_in(role).get("/search/?q=KSHU").status_code == 403


def test_an_examiner_is_led_to_consignments_and_not_to_a_page_that_is_closed():
    case()
    browser = signed_in("examiner")
    found = browser.get("/search/?q=Nur-Kiyim").context["found"]
    for hit in [hit for shown in found for hit in shown.hits]:
        assert browser.get(hit["path"]).status_code == 200


def test_a_query_of_any_length_is_one_answer(django_assert_max_num_queries):
    case()
    browser = signed_in()
    with django_assert_max_num_queries(24):
        assert browser.get("/search/", {"q": "Nur-Kiyim " * 400}).status_code == 200
