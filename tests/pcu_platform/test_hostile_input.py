"""Addresses and forms that no page of ours makes: they are refused or ignored, and nothing fails."""

import uuid
from urllib.parse import quote

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

ASKED = [
    ("/queue/", ["q", "post", "page", "lane"]),
    ("/queue/changes/", ["q", "since"]),
    ("/consignments/", ["q", "state", "page"]),
    ("/holds/", ["post"]),
    ("/intake/", ["show", "page"]),
    ("/intake/readings/", ["number", "submission", "page"]),
    ("/examinations/", ["post", "show", "page"]),
    ("/seizures/", ["post", "category", "page"]),
    ("/profiles/", ["days"]),
    ("/figures/", ["days"]),
    ("/watch-lists/look-up/", ["name"]),
    ("/warnings/", ["page"]),
    ("/officers/", ["name", "page"]),
    ("/api/v1/assessments/", ["search", "lane", "page", "page_size"]),
    ("/api/v1/consignments/", ["search", "submission"]),
    ("/api/v1/watchlists/look-up/", ["name"]),
]
# A superscript is a digit to str.isdigit() and no number to int().
TEXTS = ["a\x00b", "%_%", "²²²", "\u202eevil", "😀😀😀", "9" * 40, "'\";--", "x" * 3000]


@pytest.fixture
def head(client):
    client.force_login(factories.officer("unit_head"), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize(("path", "names"), ASKED, ids=[path for path, _names in ASKED])
def test_no_address_makes_a_page_fail(head, path, names, text):
    for name in names:
        answer = head.get(f"{path}?{name}={quote(text)}")
        assert answer.status_code in ({400} if "\x00" in text else {200, 400, 404}), name


def test_a_nul_in_a_path_is_refused(head):
    assert head.get("/profiles/PR%00/").status_code == 400


def test_a_nul_in_a_form_is_refused_before_a_field_is_read(head):
    assert head.post(f"/watch-lists/{uuid.uuid4()}/switch/", {"reason": "a\x00b"}).status_code == 400


@pytest.mark.parametrize("count", ["abc", "²", "-7", "9" * 5000, ""])
def test_more_lines_of_a_note_are_shown_whatever_the_form_says_of_its_lines(head, count):
    answer = head.post("/intake/cmr/", {"more": "1", "form-TOTAL_FORMS": count, "form-INITIAL_FORMS": "0"})
    assert answer.status_code == 200
