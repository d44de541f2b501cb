"""Every paper typed by hand: registered as typed, told box by box, kept as a draft of the unit."""

import json
import re
import uuid
from pathlib import Path

import pytest

from consignments.models import Consignment, Submission
from consignments.models.document_draft import DocumentDraft
from consignments.parsing.typed.papers import PAPERS
from consignments.registering import register_waiting
from consignments.typed_form import TypedForm
from tests import factories as make
from tests.consignments.parsing.samples import SAMPLES

from .conftest import at_desk

pytestmark = pytest.mark.django_db

EACH = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
SOUND = {
    "cmr_note": "russian_rigid_truck_paid_in_cash",
    "tir_carnet": "two_plates_sealed_load_compartment",
    "smgs_note": "two_wagons_russian",
    "air_waybill": "two_lines_in_pounds_and_kilograms",
    "bill_of_lading": "to_order_two_containers",
}


def boxes(paper):
    """Return the boxes of the paper's sample, as a document holds them."""
    sample = Path(SAMPLES / paper.kind.value / f"{SOUND[paper.kind.value]}.json")
    return json.loads(sample.read_text(encoding="utf-8"))[paper.kind.value]


def typed(paper, **changed):
    """Return the fields as the page sends them."""
    form = TypedForm.of_values(paper, boxes(paper) | changed)
    return {**form.data, "token": str(uuid.uuid4())}


def url(paper, rest=""):
    return f"/intake/{paper.slug}/{rest}"


def begun(browser, paper, **changed):
    browser.post(url(paper), typed(paper, **changed) | {"save": "1"})
    return DocumentDraft.objects.get()


@EACH
def test_a_paper_is_registered_as_typed(browser, analyst, paper):
    answer = browser.post(url(paper), typed(paper))
    register_waiting()
    submission = Submission.objects.get()
    assert answer.url == f"/intake/{submission.pk}/"
    assert (submission.status, submission.document_kind) == ("registered", paper.kind)
    assert (submission.source.name, submission.unit, submission.submitted_by) == (paper.source, analyst.unit, analyst)
    assert not submission.problems.exists()
    one = Consignment.objects.get()
    stated = boxes(paper)
    assert one.document_number == stated["number"]
    assert one.revisions.get().goods.count() == len(stated["goods"])
    assert json.loads(bytes(submission.raw)) == {paper.kind.value: stated}
    assert f'href="{url(paper)}"' in browser.get(answer.url).content.decode()  # the next one


@EACH
def test_the_side_tells_what_will_be_created(browser, paper):
    page = browser.post(url(paper, "preview/"), typed(paper)).content.decode()
    filled = re.search(r"(\d+) of (\d+) boxes", page)
    assert "<html" not in page and "It can be registered" in page
    assert filled and 10 < int(filled[1]) <= int(filled[2]) == len(paper.box_numbers)


@EACH
def test_what_is_wrong_is_said_at_its_box_and_nothing_is_registered(browser, paper):
    page = browser.post(url(paper), typed(paper, goods=[{"packages": "many"}]))
    text = page.content.decode()
    assert page.status_code == 400 and not Submission.objects.exists()
    assert text.count("“many” is not a number") >= 2 and 'role="alert"' in text
    assert re.search(r'aria-describedby="id_form-0-packages-e" aria-invalid="true"', text)


@EACH
def test_an_empty_paper_is_shown_and_refused(browser, paper):
    assert browser.get(url(paper)).status_code == 200
    assert browser.post(url(paper), {}).status_code == 400
    assert browser.post(url(paper, "preview/"), {}).status_code == 200
    assert browser.post(url(paper, "preview/"), {"form-0-packages": "x" * 5000}).status_code == 200


@pytest.mark.parametrize(
    ("slug", "sent", "box", "said", "is_error"),
    [
        ("smgs", {"wagons-0-wagon": "94123453"}, "wagons-0-wagon", "check digit of the wagon number", False),
        ("smgs", {"wagons-0-wagon": "94123452"}, "wagons-0-wagon", "", False),
        ("smgs", {"form-1-gross_mass_kg": "heavy"}, "form-1-gross_mass_kg", "is not a number of kilograms", True),
        ("smgs", {"number": ""}, "number", "number of the transport document is missing", True),
        ("awb", {"number": "784-33104585"}, "number", "check digit of the air waybill", False),
        ("awb", {"airport_code": "URUMQI"}, "airport_code", "is not an airport code", False),
        ("bl", {"containers-0-container": "TGHU4831050"}, "containers-0-container", "The check digit is wrong", True),
        ("tir", {"dated": "soon"}, "dated", "is not a date", True),
        ("tir", {"dated": "22.11.2026"}, "dated", "", False),
    ],
)
def test_one_box_is_checked_when_it_is_left(browser, slug, sent, box, said, is_error):
    answer = browser.post(f"/intake/{slug}/check/{box}/", {"number": "1", **sent}).content.decode()
    assert f'id="id_{box}-e"' in answer and "<html" not in answer
    assert said in answer if said else "</span>" in answer and "><" in answer
    assert ("error" in answer) is is_error


def test_a_box_or_paper_that_does_not_exist_is_not_found(browser):
    assert browser.post("/intake/smgs/check/moon/", {}).status_code == 404
    assert browser.post("/intake/smgs/check/form-98-packages/", {}).status_code == 404
    assert browser.get("/intake/moon/").status_code == 404


def test_a_wrong_wagon_number_is_registered_with_a_warning(browser):
    browser.post("/intake/smgs/", {"number": "1", "contract_date": "17.11.2026", "wagons-0-wagon": "94123453"})
    register_waiting()
    problems = Submission.objects.get().problems
    assert "wagon_check_digit" in problems.values_list("code", flat=True)
    assert Consignment.objects.get().revisions.get().equipment.get().kind == "wagon"


def test_more_lines_are_given_of_the_kind_asked_for(browser):
    page = browser.post(
        "/intake/smgs/", {"number": "7", "wagons-0-wagon": "94123452", "more": "wagons"}
    ).content.decode()
    assert 'name="wagons-3-wagon"' in page and 'name="form-3-packages"' not in page and 'value="94123452"' in page


@EACH
def test_the_last_document_of_the_kind_is_at_hand(browser, paper):
    browser.post(url(paper), typed(paper))
    last = browser.get(url(paper)).context["last"]
    stated = boxes(paper)
    assert last["number"] == stated["number"]
    assert last["goods-description"] == stated["goods"][0]["description"]
    assert at_desk(make.officer("analyst")).get(url(paper)).context["last"] == {}


def test_the_papers_and_the_drafts_of_the_unit_are_listed(browser, analyst):
    page = browser.get("/intake/type/").content.decode()
    assert all(f'href="/intake/{paper.slug}/"' in page for paper in PAPERS) and "None." in page
    draft = begun(browser, PAPERS[2], number="30481199")
    for reader in (browser, at_desk(make.officer("analyst"))):
        page = reader.get("/intake/type/").content.decode()
        assert "30481199" in page and f"?draft={draft.pk}" in page and analyst.short_name in page
    other = at_desk(make.officer("analyst", unit=make.unit("OSH")))
    assert "30481199" not in other.get("/intake/type/").content.decode()


@EACH
def test_a_draft_is_gone_on_with_and_handed_in(browser, analyst, paper):
    draft = begun(browser, paper, number="")
    assert (draft.unit, draft.created_by, draft.kind, draft.state) == (analyst.unit, analyst, paper.kind, "open")
    assert draft.values == {name: value for name, value in boxes(paper).items() if name != "number"}
    colleague = at_desk(make.officer("analyst"))
    address = f"{url(paper)}?draft={draft.pk}"
    assert boxes(paper)["goods"][0]["description"].split()[0] in colleague.get(address).content.decode()
    colleague.post(address, typed(paper, number="77") | {"save": "1"})
    draft.refresh_from_db()
    assert draft.values["number"] == "77" and DocumentDraft.objects.count() == 1
    colleague.post(address, typed(paper, number="77"))
    draft.refresh_from_db()
    assert (draft.state, draft.submission) == ("sent", Submission.objects.get())
    again = colleague.post(address, typed(paper, number="77"))
    assert again.url == f"/intake/{draft.submission_id}/" and Submission.objects.count() == 1


def test_a_draft_may_hold_what_cannot_be_read(browser):
    draft = begun(browser, PAPERS[0], freight_amount="much", goods=[{"packages": "many"}, {}, {"marks": "А"}])
    assert draft.values["freight_amount"] == "much"
    assert draft.values["goods"] == [{"packages": "many"}, {}, {"marks": "А"}]
    page = browser.get(f"/intake/cmr/?draft={draft.pk}").content.decode()
    assert 'value="many"' in page and 'name="form-2-marks"' in page


@EACH
def test_a_form_gives_back_the_values_of_which_it_is_made(paper):
    form = TypedForm.of_values(paper, boxes(paper), marks={"number": "faint", "goods.0.description": "blurred"})
    assert form.values() == boxes(paper)
    assert form.field_named("number").said == "faint"
    assert form.field_named("form-0-description").said == "blurred"
    assert form.field_named("form-0-packages").said == ""
    nothing = TypedForm.of_values(
        paper, {"number": None, "goods": [{"packages": None}], "signed": False, "moon": "full"}
    )
    assert nothing.values() == {}


def test_the_side_names_a_wagon_whose_check_digit_is_wrong(browser):
    for number, is_told in (("94123453", True), ("94123452", False)):
        page = browser.post("/intake/smgs/preview/", {"number": "1", "wagons-0-wagon": number}).content.decode()
        assert number in page and ("check digit" in page) is is_told


def test_a_draft_is_discarded_once(browser):
    draft = begun(browser, PAPERS[0])
    address = f"/intake/drafts/{draft.pk}/discard/"
    assert browser.get(address).status_code == 405
    for said in ("The draft is discarded.", "This draft was sent or discarded already."):
        assert said in browser.post(address, follow=True).content.decode()
    draft.refresh_from_db()
    assert draft.state == "discarded"
    assert browser.get(f"/intake/cmr/?draft={draft.pk}").status_code == 404


def test_another_unit_knows_nothing_of_a_draft(browser):
    draft = begun(browser, PAPERS[0])
    other = at_desk(make.officer("analyst", unit=make.unit("OSH")))
    assert other.get(f"/intake/cmr/?draft={draft.pk}").status_code == 404
    assert other.post(f"/intake/cmr/?draft={draft.pk}", typed(PAPERS[0])).status_code == 404
    assert other.post(f"/intake/drafts/{draft.pk}/discard/").status_code == 404
    draft.refresh_from_db()
    assert draft.state == "open"


@pytest.mark.parametrize("draft", ["moon", "00000000-0000-0000-0000-000000000000", "1'--"])
def test_a_draft_that_does_not_exist_is_not_found(browser, draft):
    assert browser.get("/intake/cmr/", {"draft": draft}).status_code == 404


def test_a_draft_of_another_paper_is_not_found(browser):
    assert browser.get(f"/intake/tir/?draft={begun(browser, PAPERS[0]).pk}").status_code == 404


@pytest.mark.parametrize("role", ["examiner", "auditor", "client", None])
@pytest.mark.parametrize(
    "path", ["/intake/type/", "/intake/smgs/", "/intake/smgs/preview/", "/intake/smgs/check/number/"]
)
def test_who_may_not_submit_does_not_type(role, path):
    officer = make.client() if role == "client" else make.officer(role) if role else None
    browser = at_desk(officer)
    send = browser.get if path in ("/intake/type/", "/intake/smgs/") else browser.post
    answer = send(path)
    assert answer.status_code == 403 or answer.url.startswith("/sign-in/")
