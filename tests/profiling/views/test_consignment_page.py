"""The page of one consignment: its reasons, its documents, its log, its older rounds, and who may read it."""

import pytest

from consignments.models import CaseEvent
from tests import factories as make
from tests.profiling import making
from tests.profiling.views.stage import case, decision, signed_in

pytestmark = pytest.mark.django_db


def explained_case(**facts):
    """A case with a version in force that asks for E01 and C01, and facts that answer them."""
    version = making.version(
        definition=making.DEFINITION
        | {"indicators": [{"code": "E01", "points": 50, "when": {"fact": "container_number_invalid", "op": "is_true"}}]}
    )
    low = 50 if facts.get("container_number_invalid") else 0
    high = 0 if facts.get("container_number_invalid") is False else 50
    waiting = case(
        score=low,
        score_possible=high - low,
        profile_set=making.profile_set(version),
        points_low=[low],
        points_high=[high],
        facts_values=facts,
    )
    return waiting, version


ANSWERS = [(True, "hits"), (None, "unknowns"), (False, "no_hits")]


@pytest.mark.parametrize(("fact", "place"), ANSWERS)
def test_each_of_the_three_answers_has_its_place(fact, place):
    waiting, version = explained_case(container_number_invalid=fact)
    page = signed_in().get(f"/consignments/{waiting.consignment_id}/")
    why = page.context["why"]
    assert "E01" in [line.code for line in getattr(why, place)]
    assert version.profile.code in page.content.decode() or fact is False


def test_it_says_what_is_recommended_and_asks_for_a_reason():
    waiting, _version = explained_case(container_number_invalid=True)
    page = signed_in().get(f"/consignments/{waiting.consignment_id}/").content.decode()
    assert "Recommended: select" in page
    assert "A red release needs a second officer." in page
    assert '<option value="" selected>' in page


def test_it_shows_both_strings_of_a_list_hit():
    waiting = case()
    entry = making.entry(making.watch_list(name="Sanctions"), "Nur Kiim Import LLC")
    waiting.list_hits.create(
        entry=entry, role="consignee", matched_text="Nur-Kiyim Import OsOO", score=93, agreed=["name"]
    )
    page = signed_in().get(f"/consignments/{waiting.consignment_id}/").content.decode()
    assert "Nur Kiim Import LLC" in page
    assert "93 of 100" in page


def test_the_log_tells_every_verb_in_plain_words():
    browser, waiting = signed_in(full_name="Aigul Toktosunova"), case()
    browser.post(f"/assessments/{waiting.pk}/select/", decision(words="Weight does not fit"))
    log = browser.get(f"/consignments/{waiting.consignment_id}/").context["log"]
    assert [(line.sentence, line.officer) for line in log] == [("Selected for examination", "Aigul T.")]
    assert "Weight does not fit" in log[0].reason


def test_a_decided_case_shows_who_decided_and_no_form():
    browser, waiting = signed_in(full_name="Aigul Toktosunova"), case()
    browser.post(f"/assessments/{waiting.pk}/select/", decision())
    page = browser.get(f"/consignments/{waiting.consignment_id}/").content.decode()
    assert "Aigul T." in page
    assert "data-decision" not in page


def test_an_older_round_can_be_read_and_not_decided():
    waiting = case()
    waiting.supersede()
    newer = case("yellow", of=waiting.consignment, round=2)
    browser = signed_in()
    page = browser.get(f"/consignments/{waiting.consignment_id}/?round={waiting.pk}")
    assert page.context["assessment"] == waiting
    assert "You look at an older round" in page.content.decode()
    assert "data-decision" not in page.content.decode()
    assert browser.get(f"/consignments/{waiting.consignment_id}/").context["assessment"] == newer


def test_an_assessments_id_leads_to_its_consignment():
    waiting = case()
    answer = signed_in().get(f"/consignments/{waiting.pk}/")
    assert answer.headers["Location"] == f"/consignments/{waiting.consignment_id}/?round={waiting.pk}"


def test_what_changed_between_revisions_is_shown_field_by_field():
    waiting = case()
    make.revise(waiting.consignment, goods=[{"description": "Garments, mixed", "commodity_code": "6203423500"}])
    page = signed_in().get(f"/consignments/{waiting.consignment_id}/")
    changes = {change.field: (change.before, change.after) for change in page.context["revisions"][0]["changes"]}
    assert changes["Goods 1"] == ("Men's trousers of cotton", "Garments, mixed")


def test_what_shares_the_box_is_named_and_another_units_only_counted():
    waiting = case()
    sibling = case("yellow")
    case("yellow", consignment={"unit": make.unit("OSH")})
    page = signed_in().get(f"/consignments/{waiting.consignment_id}/")
    assert [each.pk for each in page.context["file"].siblings] == [sibling.pk]
    assert "1 more belongs to another unit." in page.content.decode()


def test_a_consignment_not_yet_assessed_says_so():
    due = make.consignment(round_due="revision")
    assert "A round of assessment is due" in signed_in().get(f"/consignments/{due.pk}/").content.decode()


def test_a_quarantined_one_is_not_hidden():
    stuck = make.consignment(round_due="revision", round_attempts=3)
    assert "failed three times" in signed_in().get(f"/consignments/{stuck.pk}/").content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("analyst", 200),
        ("examiner", 200),
        ("auditor", 200),
        ("coordinator", 200),
        ("client", 403),
        ("administrator", 403),
    ],
)
def test_who_may_read_a_case(role, status):
    waiting = case()
    browser = signed_in(role)
    assert browser.get(f"/consignments/{waiting.consignment_id}/").status_code == status
    assert browser.get("/consignments/").status_code == status


def test_another_units_case_is_not_there():
    theirs = case(consignment={"unit": make.unit("OSH")})
    browser = signed_in()
    assert browser.get(f"/consignments/{theirs.consignment_id}/").status_code == 404
    assert browser.get(f"/consignments/{theirs.pk}/").status_code == 404
    assert browser.get(f"/consignments/{theirs.consignment_id}/revisions/1/original/").status_code == 404


def test_the_original_comes_as_a_file_that_nothing_can_run_and_its_reading_is_logged():
    received = make.submission(raw=b"<script>alert(1)</script>", content_type="text/html")
    waiting = make.consignment(source=received.source)
    revision = make.revision_of(waiting)
    revision.submission = received
    revision.save()
    browser = signed_in()
    answer = browser.get(f"/consignments/{waiting.pk}/revisions/1/original/")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert CaseEvent.objects.filter(verb="original_read", actor=browser.officer, consignment=waiting).exists()
    assert signed_in("administrator").get(f"/consignments/{waiting.pk}/revisions/1/original/").status_code == 403


def test_no_page_of_the_desk_has_an_inline_style_or_script():
    waiting, _version = explained_case(container_number_invalid=True)
    browser = signed_in()
    for path in [
        "/queue/",
        f"/queue/{waiting.pk}/preview/",
        f"/consignments/{waiting.consignment_id}/",
        "/consignments/",
        "/holds/",
    ]:
        page = browser.get(path).content.decode()
        assert " style=" not in page, path
        assert "<style" not in page, path
        assert "onclick" not in page, path
