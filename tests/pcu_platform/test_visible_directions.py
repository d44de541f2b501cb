"""Characters that turn the direction of writing are shown in pages, and kept in records."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from pcu_platform.middleware import VisibleDirections
from tests.factories import consignment, officer, revision_of

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def answered(response: HttpResponse) -> HttpResponse:
    return VisibleDirections(lambda request: response)(RequestFactory().get("/"))


@pytest.mark.parametrize("character", TURNING, ids=lambda c: f"U+{ord(c):04X}")
def test_each_is_shown_by_its_code_point(character):
    page = answered(HttpResponse(f"<p>photo{character}gpj.exe</p>")).content.decode()
    assert page == f"<p>photo⟨U+{ord(character):04X}⟩gpj.exe</p>"


@pytest.mark.parametrize("reference", ["&#x202e;", "&#x202E;", "&#8238;"])
def test_a_reference_to_one_is_no_way_round(reference):
    assert answered(HttpResponse(f"<p>{reference}</p>")).content.decode() == "<p>⟨U+202E⟩</p>"


@pytest.mark.parametrize(
    "text", ["Жаныбеков Өмүрбек", "گمرک", "شرکت می\u200cکند", "王晓明", "&#8239;1", "a\u00a0b", "&#x2025;"]
)
def test_other_writing_stays_as_it_is(text):
    assert answered(HttpResponse(text)).content.decode() == text


def test_files_and_streams_are_left_alone():
    assert "\u202e" in answered(HttpResponse("\u202e", content_type="text/csv")).content.decode()
    assert answered(StreamingHttpResponse(iter(["\u202e".encode()]))).getvalue().decode() == "\u202e"


@pytest.mark.django_db
def test_a_page_shows_it_in_a_party_and_the_record_keeps_it(client):
    who = officer()
    case = consignment(unit=who.unit, parties=[{"role": "consignee", "name": "OsOO \u202eTROPMI"}])
    client.force_login(who)
    page = client.get(f"/consignments/{case.pk}/").content.decode()
    assert "OsOO ⟨U+202E⟩TROPMI" in page
    assert "\u202e" not in page
    assert revision_of(case).parties.get(role="consignee").name == "OsOO \u202eTROPMI"
