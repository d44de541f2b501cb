"""The frame of every page: signing in, each role's first page, an officer's own language and look, the error pages."""

import re

import pytest
from django.template.loader import render_to_string

from pcu_platform.middleware import RequestLog
from pcu_platform.models import PlatformState
from pcu_platform.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db

FIRST_PAGES = [
    (Role.ANALYST, "/queue/"),
    (Role.SUPERVISOR, "/queue/"),
    (Role.UNIT_HEAD, "/queue/"),
    (Role.EXAMINER, "/examinations/"),
    (Role.COORDINATOR, "/consignments/"),
    (Role.AUDITOR, "/consignments/"),
    (Role.ADMINISTRATOR, "/officers/"),
    (Role.CLIENT, "/api/v1/docs/"),
]


@pytest.mark.parametrize(("role", "path"), FIRST_PAGES)
def test_each_role_has_its_first_page(client, role, path):
    client.force_login(factories.officer(role), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/").headers["Location"] == path


def test_it_lets_an_officer_in_by_name_and_password(client):
    officer = factories.officer("analyst", username="aigul")
    officer.set_password("steppe-river-41")
    officer.save()
    refused = client.post("/sign-in/", {"username": "aigul", "password": "wrong"})
    assert "Name or password is not right." in refused.content.decode()
    let_in = client.post("/sign-in/", {"username": "aigul", "password": "steppe-river-41", "next": "/holds/"})
    assert let_in.headers["Location"] == "/holds/"


def test_every_page_says_that_the_data_is_synthetic(client):
    assert "Synthetic data." not in client.get("/sign-in/").content.decode()
    PlatformState.objects.create(key="demo")
    assert "Synthetic data." in client.get("/sign-in/").content.decode()


def test_a_stranger_may_read_the_door_in_three_languages(client):
    for code, word in [("ru", "Кыргызча"), ("ky", "Русский"), ("en", "Русский")]:
        client.post("/preferences/", {"language": code, "next": "/sign-in/"})
        page = client.get("/sign-in/").content.decode()
        assert f'<html lang="{code}">' in page
        assert word in page


def test_an_officers_language_and_look_are_kept(client):
    officer = factories.officer("analyst")
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    client.post("/preferences/", {"language": "ru", "next": "/queue/"})
    client.post("/preferences/", {"theme": "dark"})
    client.post("/preferences/", {"single_keys": "off"})
    officer.refresh_from_db()
    assert (officer.language, officer.theme, officer.single_keys) == ("ru", "dark", False)
    assert '<html lang="ru" data-theme="dark">' in client.get("/not-there/").content.decode()


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example/", ""])
def test_preferences_never_lead_elsewhere(client, wanted):
    assert client.post("/preferences/", {"language": "ru", "next": wanted}).headers["Location"] == "/"


def test_a_failure_is_said_without_the_database():
    page = render_to_string("500.html", {"number": "7f3a0911"})
    assert "7f3a0911" in page


@pytest.mark.parametrize("path", ["/sign-in/", "/not-there/"])
def test_no_page_has_an_inline_style_or_script(client, path):
    client.force_login(factories.officer("analyst"), backend="django.contrib.auth.backends.ModelBackend")
    if path == "/sign-in/":
        client.logout()
    page = client.get(path).content.decode()
    assert " style=" not in page
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"\son[a-z]+=", page)


def test_what_an_officer_searched_for_stays_out_of_the_log(rf):
    assert RequestLog.format_request(rf.get("/queue/?q=Nur-Kiyim")) == "GET /queue/"
