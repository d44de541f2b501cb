"""The supervisor's story on pages: write, submit, be refused, let another approve, see what it does."""

import pytest

from profiling.models import ProfileVersion
from tests import factories as make
from tests.profiling import making

from .conftest import signed_in
from .writing import fields

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


def test_from_a_new_profile_to_an_active_version(desk, second_desk):
    sent = fields(("E01", 50), title="Boxes with a false number", category="revenue", code="PR-777")
    assert desk.post("/profiles/new/", sent).headers["Location"] == "/profiles/PR-777/versions/1/"
    version = ProfileVersion.objects.get(profile__code="PR-777")
    assert version.definition["indicators"][0]["when"] == {"fact": "container_number_invalid", "op": "is_true"}

    desk.post(
        "/profiles/PR-777/versions/1/submit/",
        {"reason": "Five false boxes in October.", "no_backtest_because": "None yet."},
    )
    page = text(second_desk.get("/profiles/PR-777/versions/1/"))
    assert "Five false boxes in October." in page and "Container number invalid" in page
    second_desk.post("/profiles/PR-777/versions/1/approve/", {"reason": "Effect understood."})
    second_desk.post("/profiles/PR-777/versions/1/activate/")
    version.refresh_from_db()
    assert version.state == "active"


def test_the_author_cannot_approve_and_is_told(desk, author):
    version = making.version(state="submitted", author=author)
    path = f"/profiles/{version.profile.code}/versions/1/"
    assert "another person has to approve it" in text(desk.get(path))
    assert "another person has to approve it" in text(desk.post(f"{path}approve/", follow=True))
    version.refresh_from_db()
    assert version.state == "submitted"


def test_an_analyst_drafts_and_submits_but_does_not_approve():
    analyst = make.officer("analyst")
    desk = signed_in(analyst)
    own, other = making.version(state="draft", author=analyst), making.version(state="submitted")
    desk.post(f"/profiles/{own.profile.code}/versions/1/submit/", {"no_backtest_because": "None yet."})
    answer = desk.post(f"/profiles/{other.profile.code}/versions/1/approve/", follow=True)
    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.state, other.state) == ("submitted", "submitted")
    assert "Your role does not allow this step." in text(answer)


def test_the_page_of_another_officers_draft_offers_no_edit(second_desk, author):
    version = making.version(state="draft", author=author)
    path = f"/profiles/{version.profile.code}/versions/1/"
    assert f"{path}edit/" not in text(second_desk.get(path))
    answer = second_desk.post(f"{path}edit/", fields(("E01", 50)))
    assert answer.status_code == 422 and "Another officer writes this version" in text(answer)


def test_a_new_version_is_begun_from_an_old_one(second_desk, author):
    version = making.version(author=author)
    answer = second_desk.post(f"/profiles/{version.profile.code}/versions/1/copy/")
    assert answer.headers["Location"] == f"/profiles/{version.profile.code}/versions/2/edit/"
    assert second_desk.get(f"/profiles/{version.profile.code}/edit/").headers["Location"].endswith("versions/2/edit/")


def test_the_list_shows_the_rate_beside_the_draw(desk):
    version = making.version()
    for outcome in ["seizure", "nil", "nil"]:
        making.hit(making.assessment(lane="red", selected_by=["profile"], outcome=outcome), version)
    making.assessment(is_drawn=True, selected_by=["random"], outcome="nil")
    page = text(desk.get("/profiles/"))
    assert 'data-rate="1/3"' in page
    assert "33.3 %" in page and "[6.1 to 79.2 %]" in page
    assert "0 of 1 examined, 1 drawn" in page


def test_a_recorded_result_moves_the_rate_on_the_page_and_the_draw_alone_does_not(desk):
    version = making.version()
    path = f"/profiles/{version.profile.code}/"
    selected = making.assessment(lane="red", selected_by=["profile"], state="selected")
    making.hit(selected, version)
    assert 'data-rate="0/0"' in text(desk.get(path))
    selected.record_outcome("seizure", make.officer("examiner"))
    assert 'data-rate="1/1"' in text(desk.get(path))
    making.hit(making.assessment(is_drawn=True, selected_by=["random"], outcome="seizure"), version)
    assert 'data-rate="1/1"' in text(desk.get(path))


def test_the_list_asks_no_more_of_the_database_for_more_profiles(desk, django_assert_max_num_queries):
    for _ in range(12):
        making.version()
    with django_assert_max_num_queries(16):
        desk.get("/profiles/")


def test_the_dry_run_says_what_would_be_lost(desk, author):
    active = making.version(definition=making.DEFINITION)
    draft = making.version(
        active.profile, "submitted", definition=making.DEFINITION | {"indicators": [{"code": "E04", "points": 50}]}
    )
    found = {"container_number_invalid": True, "seal_missing": False}
    lost = making.assessment(facts_values=found, lane="red", selected_by=["profile"], outcome="seizure")
    page = text(desk.get(f"/profiles/{active.profile.code}/versions/{draft.number}/"))
    assert "Loses what the active version finds" in page and lost.consignment.reference in page


def test_figures_show_each_origin_beside_the_draw(desk):
    making.assessment(lane="red", selected_by=["profile"], outcome="seizure")
    making.assessment(is_drawn=True, selected_by=["random"], outcome="nil")
    page = text(desk.get("/figures/?days=30"))
    assert 'data-origin="profile"' in page and 'data-rate="1/1"' in page
    assert "Received 2, Assessed 2, Selected 2" in page


def test_pages_keep_to_the_content_security_policy(desk, author):
    version = making.version(state="submitted", author=author)
    for path in ["/profiles/", f"/profiles/{version.profile.code}/", f"/profiles/{version.profile.code}/versions/1/",
                 "/profiles/new/", "/figures/", "/watch-lists/", "/warnings/"]:  # fmt: skip
        page = text(desk.get(path))
        assert " style=" not in page and "<style" not in page and " onclick" not in page, path
