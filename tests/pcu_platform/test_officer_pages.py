"""The pages of accounts, told with a unit head, a newcomer, an administrator and those who have no business there."""

import re

import pytest
from django.test import Client
from rest_framework.test import APIClient

from pcu_platform.models import Officer
from tests import factories as make

pytestmark = pytest.mark.django_db


def signed_in(officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def head():
    return make.officer("unit_head")


@pytest.fixture
def desk(head):
    return signed_in(head)


def text(answer) -> str:
    return answer.content.decode()


def test_only_who_manages_officers_comes_in():
    officer = make.officer("analyst")
    paths = ["/officers/", "/officers/new/", f"/officers/{officer.pk}/"]
    for path in paths:
        assert Client().get(path).status_code == 302
        for role in ["analyst", "examiner", "supervisor", "coordinator", "auditor", "client"]:
            assert signed_in(make.officer(role)).get(path).status_code == 403, role
        for role in ["unit_head", "administrator"]:
            assert signed_in(make.officer(role)).get(path).status_code == 200, role


def test_the_administrator_sees_no_case():
    desk = signed_in(make.officer("administrator"))
    for path in ["/queue/", "/consignments/", "/holds/", "/profiles/", "/watch-lists/", "/figures/", "/intake/"]:
        assert desk.get(path).status_code == 403, path


def test_a_unit_head_sees_its_unit_and_the_administrator_everybody(desk):
    ours, theirs = make.officer("analyst"), make.officer("analyst", unit=make.unit("OSH"))
    page = text(desk.get("/officers/"))
    assert ours.username in page and theirs.username not in page
    assert desk.get(f"/officers/{theirs.pk}/").status_code == 404
    for verb in ["switch", "invite", "token"]:
        assert desk.post(f"/officers/{theirs.pk}/{verb}/", {"reason": "x"}).status_code == 404
    assert theirs.username in text(signed_in(make.officer("administrator")).get("/officers/"))


def test_a_newcomer_is_invited_chooses_a_password_and_signs_in(desk):
    sent = {"username": "new.officer", "full_name": "New Officer", "role": "analyst", "unit": str(make.unit().pk)}
    officer_path = desk.post("/officers/new/", sent).headers["Location"]
    shown = desk.post(f"{officer_path}invite/")
    assert "no-store" in shown.headers["Cache-Control"]
    address = re.search(r"http://testserver(/choose-password/\?[^<]+)", text(shown))[1].replace("&amp;", "&")

    newcomer = Client()
    first = newcomer.get(address)
    assert first.headers["Location"] == "/choose-password/"
    weak = newcomer.post("/choose-password/", {"new_password1": "short", "new_password2": "short"})
    assert weak.status_code == 422
    chosen = {"new_password1": "seven green apricots", "new_password2": "seven green apricots"}
    assert newcomer.post("/choose-password/", chosen).headers["Location"] == "/sign-in/"
    signed = newcomer.post("/sign-in/", {"username": "new.officer", "password": "seven green apricots"})
    assert signed.status_code == 302

    again = Client()
    again.get(address)
    assert again.post("/choose-password/", chosen).status_code == 422


def test_an_address_of_nobody_leads_nowhere():
    for query in ["key=x&officer=nobody", "key=x", "key=x&officer=00000000-0000-0000-0000-000000000000"]:
        assert Client().get(f"/choose-password/?{query}", follow=True).status_code == 404
    assert Client().get("/choose-password/").status_code == 404


def test_a_unit_head_cannot_give_what_it_may_not(desk, head):
    sent = {"username": "boss", "full_name": "Boss", "role": "coordinator", "unit": ""}
    assert desk.post("/officers/new/", sent).status_code == 422
    own = {"full_name": "Me", "role": "administrator", "unit": str(head.unit_id)}
    assert desk.post(f"/officers/{head.pk}/", own).status_code == 422
    head.refresh_from_db()
    assert head.role == "unit_head" and not Officer.objects.filter(username="boss").exists()


def test_a_switched_off_officer_is_out_at_once(desk):
    officer = make.officer("analyst")
    session = signed_in(officer)
    assert session.get("/figures/").status_code == 200
    desk.post(f"/officers/{officer.pk}/switch/", {"reason": "Left the service."})
    assert session.get("/figures/").status_code == 302


def test_a_token_is_shown_once_works_and_is_revoked(desk):
    client = make.client()
    shown = desk.post(f"/officers/{client.pk}/token/")
    token = re.search(r'<span class="once">([^<]+)</span>', text(shown))[1]
    assert token not in text(desk.get(f"/officers/{client.pk}/"))
    api = APIClient(HTTP_AUTHORIZATION=f"Token {token}")
    assert api.get("/api/v1/submissions/").status_code == 200
    assert api.get("/api/v1/profiles/").status_code == 403
    desk.post(f"/officers/{client.pk}/token/{client.auth_token_set.get().token_key}/revoke/")
    assert api.get("/api/v1/submissions/").status_code == 401


def test_the_session_of_an_officer_whose_password_is_voided_ends(desk):
    officer = make.officer("analyst")
    officer.set_password("an old long password")
    officer.save()
    session = signed_in(officer)
    desk.post(f"/officers/{officer.pk}/invite/")
    assert session.get("/figures/").status_code == 302
