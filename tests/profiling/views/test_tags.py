"""Tags of officers: put on and taken off by page and API, by whom; what a round says of them; nothing for a client."""

import pytest

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.assessing import assess_due
from profiling.models import Assessment, CaseTag, ConsignmentFacts
from tests import factories as make
from tests.profiling.api.conftest import api
from tests.profiling.views.stage import browser_of, signed_in

pytestmark = pytest.mark.django_db
REASON = "Same stamp as on the papers of Osh-Tekstil"


@pytest.fixture(autouse=True)
def nothing_drawn(settings):
    settings.RANDOM_DRAW_PERCENT = 0


@pytest.fixture
def consignment():
    one = make.consignment(round_due="revision")
    assess_due()
    return one


def newest_facts(consignment) -> ConsignmentFacts:
    assess_due()
    return ConsignmentFacts.objects.filter(consignment=consignment).latest("round")


@pytest.mark.parametrize("role", ["analyst", "examiner", "supervisor", "unit_head"])
def test_an_officer_tags_a_consignment_and_a_round_is_opened(consignment, role):
    browser = signed_in(role)
    sent = {"kind": "template_shared", "reason": REASON}
    answer = browser.post(f"/consignments/{consignment.pk}/tags/put-on/", sent)
    assert (answer.status_code, answer.url) == (302, f"/consignments/{consignment.pk}/")
    facts = newest_facts(consignment)
    assert (facts.template_shared, facts.copy_only) == (True, False)
    assert facts.evidence["template_shared"]["reason"] == REASON
    assert Assessment.objects.filter(consignment=consignment).latest("round").trigger == "tag"
    event = CaseEvent.objects.get(verb="tagged")
    assert (event.actor, event.reason, event.after) == (browser.officer, REASON, {"tag": "template_shared"})
    page = browser.get(f"/consignments/{consignment.pk}/").content.decode()
    assert REASON in page and "opened by a tag" in page


def test_a_tag_is_taken_off_with_a_reason_and_counts_no_longer(consignment):
    tag = CaseTag.put_on(consignment, "copy_only", "Copy", make.officer())
    assert newest_facts(consignment).copy_only is True
    browser = signed_in()
    browser.post(f"/tags/{tag.pk}/take-off/", {"reason": " "})
    assert newest_facts(consignment).copy_only is True
    browser.post(f"/tags/{tag.pk}/take-off/", {"reason": "The original came."})
    assert newest_facts(consignment).copy_only is False
    tag.refresh_from_db()
    assert (tag.removed_by, tag.removal_reason) == (browser.officer, "The original came.")
    assert CaseEvent.objects.get(verb="tag_taken_off").reason == "The original came."


@pytest.mark.parametrize("role", ["coordinator", "auditor", "client", "administrator"])
def test_who_may_not_tag(consignment, role):
    tag = CaseTag.put_on(consignment, "copy_only", "Copy", make.officer())
    browser = signed_in(role)
    assert browser.post(f"/consignments/{consignment.pk}/tags/put-on/", {"kind": "copy_only"}).status_code == 403
    assert browser.post(f"/tags/{tag.pk}/take-off/", {"reason": "x"}).status_code == 403
    client = api(browser.officer)
    body = {"consignment": str(consignment.pk), "kind": "urgency_asked", "reason": "x"}
    assert client.post("/api/v1/tags/", body, format="json").status_code == 403
    assert client.post(f"/api/v1/tags/{tag.pk}/take-off/", {"reason": "x"}, format="json").status_code == 403


def test_another_unit_finds_nothing(consignment):
    tag = CaseTag.put_on(consignment, "copy_only", "Copy", make.officer())
    stranger = make.officer("analyst", unit=make.unit("OSH"))
    browser = browser_of(stranger)
    sent = {"kind": "template_shared", "reason": REASON}
    assert browser.post(f"/consignments/{consignment.pk}/tags/put-on/", sent).status_code == 404
    assert browser.post(f"/tags/{tag.pk}/take-off/", {"reason": "x"}).status_code == 404
    client = api(stranger)
    assert client.get("/api/v1/tags/").json()["results"] == []
    assert client.get(f"/api/v1/tags/{tag.pk}/").status_code == 404
    body = {"consignment": str(consignment.pk)} | sent
    assert client.post("/api/v1/tags/", body, format="json").status_code == 404
    assert client.post(f"/api/v1/tags/{tag.pk}/take-off/", {"reason": "x"}, format="json").status_code == 404
    assert CaseTag.objects.in_force().count() == 1


def test_by_the_api(consignment):
    client = api(make.officer())
    body = {"consignment": str(consignment.pk), "kind": "urgency_asked", "reason": "Called twice"}
    made = client.post("/api/v1/tags/", body, format="json")
    assert (made.status_code, made.json()["kind"]) == (201, "urgency_asked")
    assert client.post("/api/v1/tags/", body, format="json").status_code == 409
    assert client.post("/api/v1/tags/", body | {"kind": "ugly"}, format="json").status_code == 400
    assert client.post("/api/v1/tags/", body | {"reason": ""}, format="json").status_code == 400
    listed = client.get(f"/api/v1/tags/?consignment={consignment.pk}").json()["results"]
    assert [tag["reason"] for tag in listed] == ["Called twice"]
    off = client.post(f"/api/v1/tags/{listed[0]['id']}/take-off/", {"reason": "A mistake"}, format="json")
    assert (off.status_code, off.json()["removal_reason"]) == (200, "A mistake")


def test_a_client_reads_no_tags(consignment):
    CaseTag.put_on(consignment, "copy_only", "Copy", make.officer())
    assert api(make.client()).get("/api/v1/tags/").status_code == 403
    assert api().get("/api/v1/tags/").status_code in (401, 403)


@pytest.mark.parametrize(
    ("kind", "reason", "code"), [("ugly", "x", "tag_unknown"), ("copy_only", " ", "reason_missing")]
)
def test_what_is_no_tag(consignment, kind, reason, code):
    with pytest.raises(Refused) as refused:
        CaseTag.put_on(consignment, kind, reason, make.officer())
    assert refused.value.code == code


def test_the_same_tag_may_come_again_after_it_was_taken_off(consignment):
    officer = make.officer()
    tag = CaseTag.put_on(consignment, "copy_only", "Copy", officer)
    with pytest.raises(Refused):
        CaseTag.put_on(consignment, "copy_only", "Copy", officer)
    tag.take_off(officer, "The original came.")
    with pytest.raises(Refused):
        tag.take_off(officer, "Again")
    CaseTag.put_on(consignment, "copy_only", "Lost again", officer)
    assert newest_facts(consignment).copy_only is True


def test_the_auditor_sees_tags_and_no_form(consignment):
    CaseTag.put_on(consignment, "copy_only", "Only a fax was shown", make.officer())
    page = signed_in("auditor").get(f"/consignments/{consignment.pk}/").content.decode()
    assert "Only a fax was shown" in page
    assert "put-on" not in page and "take-off" not in page
