"""The editor's pages: what is shown is saved as it was, mistakes stand where they are, buttons work without script."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html

from consignments.models import CaseEvent
from profiling import previewing
from profiling.models import ProfileVersion
from tests import factories as make
from tests.profiling import making
from tests.profiling.editing.posting import form_of

from .conftest import signed_in
from .writing import fields

pytestmark = pytest.mark.django_db

NESTED = {
    "all": [
        {"fact": "dispatch_country", "op": "in", "value": ["CN", "KZ"]},
        {"known": "gross_mass_kg"},
        {"not": {"any": [{"fact": "mode", "op": "eq", "value": "sea"}, {"fact": "seal_missing", "op": "is_false"}]}},
        {"any_item": {"all": [{"fact": "value_deviations", "op": "lt", "value": -3.5},
                              {"fact": "hs_chapter", "op": "in", "value": ["61", "62"]},
                              {"fact": "control_lists", "op": "has_any", "value": ["cites", "arms"]},
                              {"fact": "description", "op": "in", "value": ["onions, dried", "garlic"]}]}},
        {"fact": "arrival_at", "op": "between", "value": ["2026-03-12T00:00:00+05:00", "2026-03-13T06:30:00+00:00"]},
    ]
}  # fmt: skip
OWN = {"code": "X01", "label": "Heavy", "points": -15, "when": {"fact": "gross_mass_kg", "op": "gt", "value": 1500.5}}


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def version(author):
    of = making.version(state="draft", author=author)
    indicators = [{"code": "C07", "points": 60}, {"code": "E01", "points": 20}, OWN]
    of.edit(
        author,
        definition=making.DEFINITION
        | {"scope": NESTED, "modes": ["road"], "posts": [make.post().code], "indicators": indicators},
    )
    return of


@pytest.fixture
def path(version):
    return f"/profiles/{version.profile.code}/versions/1/edit/"


def test_what_is_shown_is_saved_as_it_was(desk, version, path):
    before = version.definition
    sent = form_of(desk.get(path).content)
    assert desk.post(path, sent).status_code == 302
    version.refresh_from_db()
    assert json.dumps(version.definition, sort_keys=True) == json.dumps(before, sort_keys=True)


def test_what_is_shown_after_a_button_is_the_same_form(desk, path):
    sent = form_of(desk.get(path).content)
    again = desk.post(path, sent | {"do": "redraw"})
    assert again.status_code == 200
    shown = form_of(again.content)
    assert shown | {"csrfmiddlewaretoken": sent["csrfmiddlewaretoken"]} == sent


# name, fields of the form, text of the fault, field it stands beside
FAULTS = [
    ("an indicator of no catalogue", fields(("Z99", 50)), "Z99 is not in the catalogue", "indicators-0-label"),
    ("no points", fields(("E01", "")), "A whole number is expected", "indicators-0-points"),
    ("points in words", fields(("E01", "many")), "A whole number is expected", "indicators-0-points"),
    ("a threshold out of reach", fields(("E01", 20)), "cannot be reached", "rule-threshold"),
    (
        "an unknown fact deep in a condition",
        fields(("E01", 50, {"all": [{"fact": "colour", "op": "eq", "value": "red"}]})),
        "There is no such fact",
        "indicators-0-when-0-op",
    ),
    ("an empty group", fields(("E01", 50), scope={"any": []}), "The group is empty", "scope-kind"),
    ("an empty not", fields(("E01", 50), scope={"not": {"all": []}}), "The group is empty", "scope-0-kind"),
    (
        "a number in words",
        fields(("E01", 50), scope={"all": [{"fact": "gross_mass_kg", "op": "gt", "value": "heavy"}]}),
        "A number is expected",
        "scope-0-value",
    ),
    (
        "the upper end of a range",
        fields(("E01", 50), scope={"fact": "gross_mass_kg", "op": "between", "value": [1, None]}),
        "The value is empty",
        "scope-high",
    ),
    (
        "one of several countries",
        fields(("E01", 50), scope={"fact": "dispatch_country", "op": "in", "value": ["CN", "Kazakhstan"]}),
        "is no country code",
        "scope-value",
    ),
    (
        "a fact of a goods item outside of it",
        fields(("E01", 50), scope={"all": [{"fact": "hs6", "op": "in", "value": ["010121"]}]}),
        "is a fact of one goods item",
        "scope-0-op",
    ),
    (
        "a percentage of nothing",
        fields(("E01", 50), **{"rule-selection_percent": "0"}),
        "Above 0",
        "rule-selection_percent",
    ),
    ("a post of no code", fields(("E01", 50), **{"rule-posts": "nowhere at all"}), "nowhere at all", "rule-posts"),
    ("a validity of two years", fields(("E01", 50), **{"frame-valid_until": "2031-01-01"}), "within a year", None),
    ("no indicator", fields(), "At least one indicator", "new-indicator"),
    ("two that are the same", fields(("E01", 50), ("E01", 20)), "would count twice", "indicators-1-points"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "fault", "field"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_is_shown_at_its_field_and_nothing_is_saved(desk, version, path, sent, fault, field):
    before = version.definition
    answer = desk.post(path, sent)
    page = text(answer)
    assert answer.status_code == 422
    assert fault in page
    if field:
        assert f'id="id_{field}_error"' in page and f'href="#id_{field}"' in page and f'id="id_{field}"' in page
    version.refresh_from_db()
    assert version.definition == before


def test_a_profile_is_written_by_buttons_alone(desk):
    """Without script every button sends the form and gets the page again, with what was typed."""
    page = desk.get("/profiles/new/")
    pressed = [
        {"scope-new": "Country of dispatch", "do": "add:scope"},
        {"scope-0-more": "list:drug_first_transit", "do": "redraw"},
        {"do": "group:scope:any"},
        {"scope-1-new": "Gross mass", "do": "add:scope-1"},
        {"scope-1-0-op": "between", "do": "redraw"},
        {"scope-1-0-low": "1000", "scope-1-0-high": "2500,5", "do": "wrap:scope-1-0"},
        {"new-indicator": "E01", "do": "indicator"},
        {"indicators-0-points": "50", "title": "Through transit", "rule-threshold": "50", "do": "redraw"},
    ]
    for step in pressed:
        sent = form_of(page.content)
        page = desk.post("/profiles/new/", sent | step)
        assert page.status_code == 200, step
    saved = desk.post("/profiles/new/", form_of(page.content))
    assert saved.status_code == 302, html.fromstring(saved.content).xpath("//*[@class='summary']//text()")
    definition = ProfileVersion.objects.get().definition
    assert definition["scope"] == {
        "all": [
            {"fact": "dispatch_country", "op": "in", "value": ["TJ", "UZ", "TM", "PK", "IR"]},
            {"any": [{"all": [{"fact": "gross_mass_kg", "op": "between", "value": [1000, 2500.5]}]}]},
        ]
    }
    assert definition["indicators"][0]["when"] == {"fact": "container_number_invalid", "op": "is_true"}


def test_a_button_answers_htmx_with_the_form_alone(desk, path):
    sent = form_of(desk.get(path).content)
    answer = desk.post(path, sent | {"do": "group:scope:any"}, headers={"HX-Request": "true"})
    assert answer["HX-Trigger"] == "pcu:edited"
    assert "<html" not in text(answer) and 'id="edited"' in text(answer)
    assert "The group is empty" in text(answer)


def test_a_definition_is_edited_as_json_with_its_faults_by_path(desk, version, path):
    frame = {name: value for name, value in fields().items() if name.startswith("frame")}
    faulty = {**frame, "json-definition": json.dumps(making.DEFINITION | {"lane": "purple"})}
    assert "lane: The word is missing or not known." in text(desk.post(f"{path}?as=json", faulty))
    assert "This is not JSON" in text(desk.post(f"{path}?as=json", {**frame, "json-definition": "{"}))
    assert desk.post(f"{path}?as=json", {**frame, "json-definition": "[" * 100_000}).status_code == 422
    good = {**frame, "json-definition": json.dumps(making.DEFINITION | {"lane": "yellow"})}
    assert desk.post(f"{path}?as=json", good).status_code == 302
    version.refresh_from_db()
    assert version.definition["lane"] == "yellow"


def test_a_definition_too_long_for_a_form_is_shown_as_json(desk, author, version, path):
    leaf = {"fact": "gross_mass_kg", "op": "gt", "value": 1}
    many = [{"code": f"X{n:02}", "label": "x", "points": 50, "when": {"any": [{**leaf, "value": n}] + [leaf] * 90}}
            for n in range(20)]  # fmt: skip
    version.edit(author, definition=making.DEFINITION | {"indicators": many})
    assert 'name="json-definition"' in text(desk.get(path))


# the preview


@pytest.fixture
def history():
    """Three hits of nine, one of them a seizure, one in another unit; one that nothing can be said of."""
    found = {"container_number_invalid": True}
    hits = [making.assessment(facts_values=found), making.assessment(facts_values=found, outcome="seizure")]
    hits.append(making.assessment(facts_values=found, outcome="nil"))
    for _ in range(5):
        making.assessment(facts_values={"container_number_invalid": False})
    making.assessment()
    elsewhere = make.consignment(unit=make.unit("OSH"))
    making.assessment(elsewhere, facts_values=found)
    old = {"known_at": timezone.now() - timedelta(days=40)}
    making.assessment(facts_values=found | old)
    return hits, elsewhere


def counted(desk, **more) -> str:
    return text(desk.post("/profiles/preview/", fields(("E01", 50)) | {"preview-days": "30"} | more))


def test_the_preview_counts_what_the_draft_would_have_selected(desk, history):
    hits, elsewhere = history
    page = counted(desk)
    assert "9 assessments" in page and '<b id="hits">3</b>' in page and "0.1" in page
    assert "11.1 %" in page  # not evaluable
    assert "50.0 %" in page and "[9.5 to 90.5 %]" in page and "1 of 2" in page
    assert all(hit.consignment.reference in page for hit in hits)
    assert elsewhere.reference not in page and "In other units" not in page
    assert '<b id="hits">4</b>' in counted(desk, **{"preview-days": "90"})


def test_other_units_are_counted_on_request_from_five_on_and_each_look_is_logged(desk, history, author):
    assert "fewer than 5 hits" in counted(desk, **{"preview-others": "on"})
    for _ in range(4):
        of = make.consignment(unit=make.unit("OSH"))
        making.assessment(of, facts_values={"container_number_invalid": True})
    page = counted(desk, **{"preview-others": "on"})
    assert "In other units: 5 hits." in page and of.reference not in page and "9 assessments" in page
    looks = CaseEvent.objects.filter(subject_kind="profile_preview", actor=author)
    assert [look.after["told"] for look in looks] == [0, 5]
    assert all(len(look.after["definition_sha256"]) == 64 for look in looks)


def test_a_draft_with_faults_is_read_as_far_as_it_goes_and_not_counted(desk, history):
    scope = {"all": [{"fact": "gross_mass_kg", "op": "gt", "value": "heavy"}]}
    page = text(desk.post("/profiles/preview/", fields(("E01", 50), scope=scope)))
    assert 'data-field="id_scope-0-value"' in page and 'id="hits"' not in page
    assert "not complete yet" in page and "Container number invalid" in page


def test_what_is_written_as_json_is_counted_too(desk, history):
    page = text(desk.post("/profiles/preview/", {"json-definition": json.dumps(making.DEFINITION)}))
    assert '<b id="hits">4</b>' in page
    assert "lane" in text(desk.post("/profiles/preview/", {"json-definition": '{"lane": 1}'}))
    assert desk.post("/profiles/preview/", {"json-definition": "{"}).status_code == 200


def test_a_draft_that_takes_too_long_is_given_up_and_says_so(desk, history, monkeypatch):
    monkeypatch.setattr(previewing, "_REST", previewing._REST + ", pg_sleep(3)")
    monkeypatch.setattr(previewing, "LONGEST_MS", 50)
    assert "could not be counted" in counted(desk)


def test_only_who_drafts_may_count_and_nothing_is_saved_by_it(history):
    for role, status in {"supervisor": 200, "analyst": 200, "auditor": 403, "examiner": 403, "client": 403}.items():
        answer = signed_in(make.officer(role)).post("/profiles/preview/", fields(("E01", 50)))
        assert answer.status_code == status, role
        assert signed_in(make.officer(role)).get("/profiles/codes/?of=hs6&x=horses").status_code == status
    assert signed_in(make.officer("supervisor")).get("/profiles/preview/").status_code == 405
    assert not CaseEvent.objects.filter(subject_kind="profile_preview").exists()


def test_codes_are_found_by_digits_and_by_words(desk):
    assert "010121" in text(desk.get("/profiles/codes/?of=hs6&scope-0-more=0101"))
    assert "010121" in text(desk.get("/profiles/codes/?of=hs6&scope-0-more=horses pure"))
    assert "list:precursors" in text(desk.get("/profiles/codes/?of=hs6&scope-0-more=acet"))
    assert "<option" not in text(desk.get("/profiles/codes/?of=hs4&scope-0-more=" + "%3Cscript%3E"))


def test_another_units_draft_is_not_there(path):
    of_osh = signed_in(make.officer("supervisor", unit=make.unit("OSH")))
    version = making.version(making.profile(owner_unit=make.unit()), "draft")
    foreign = f"/profiles/{version.profile.code}/versions/1/edit/"
    assert of_osh.get(foreign).status_code == 404 and of_osh.post(foreign, fields()).status_code == 404
