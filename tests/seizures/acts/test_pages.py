"""Who may fetch an act; what the public page tells a stranger, and how often."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from seizures.acts.issuing import in_groups, issue
from seizures.acts.limiting import A_MINUTE
from tests import factories as make
from tests.consignments.printing.reading import text_of
from tests.seizures.making import begun, closed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_asked_before_or_afterwards():
    cache.clear()
    yield
    cache.clear()


def fetch(client, officer, examination, language=""):
    client.force_login(officer)
    return client.get(
        reverse("seizures:examination-act-pdf", args=[examination.pk]), {"language": language} if language else {}
    )


@pytest.mark.parametrize("role", ["examiner", "analyst", "supervisor", "unit_head", "auditor", "coordinator"])
def test_who_reads_cases_fetches_the_act(client, role):
    examination = closed()
    answer = fetch(client, make.officer(role, unit=examination.unit), examination, "ky")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert f"{examination.reference}-1-ky.pdf" in answer["Content-Disposition"]
    assert "/verify/" in text_of(answer.content)


@pytest.mark.parametrize("role", ["administrator", "client", "register_client"])
def test_others_do_not(client, role):
    assert fetch(client, make.officer(role), closed()).status_code == 403


def test_another_unit_and_a_stranger_do_not(client):
    examination = closed()
    assert fetch(client, make.officer("examiner", unit=make.unit("OSH")), examination).status_code == 404
    client.logout()
    answer = client.get(reverse("seizures:examination-act-pdf", args=[examination.pk]))
    assert answer.status_code == 302
    assert not examination.acts.exists()


def test_an_open_examination_leads_back_and_an_unknown_language_nowhere(client):
    examination = begun()
    assert fetch(client, examination.examiner, examination).status_code == 302
    assert fetch(client, examination.examiner, examination, "xx").status_code == 404


def test_a_stranger_learns_number_date_and_unit_alone(client):
    examination = closed()
    act = issue(examination.examiner, examination)
    page = client.get(reverse("seizures:act-verify"), {"code": in_groups(act.code)}).content.decode()
    assert "Genuine" in page
    assert f"{examination.reference}/1" in page
    assert str(examination.unit) in page
    secrets = [
        examination.equipment_number,
        examination.examined.get().assessment.consignment.reference,
        examination.examiner.short_name,
        str(examination.pk),
        act.content_sha256,
    ]
    assert [secret for secret in secrets if secret in page] == []


def test_a_stranger_learns_nothing_of_a_code_that_nobody_gave_out(client):
    issue(make.officer("examiner"), closed())
    page = client.get(reverse("seizures:act-verify"), {"code": "<b>0000"}).content.decode()
    assert "Unknown" in page
    assert "<b>0000" not in page


def test_one_address_may_not_ask_for_ever(client):
    codes = [client.get(reverse("seizures:act-verify"), {"code": f"{n}"}).status_code for n in range(2 * A_MINUTE + 2)]
    assert codes[0] == 200
    assert 429 in codes
