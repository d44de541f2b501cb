"""Supporting documents on the desk: side by side on the page, added, corrected, withdrawn; and who may do that."""

from datetime import date
from decimal import Decimal

import pytest

from consignments.models import CaseEvent, SupportingDocument
from profiling.assessing import assess_due
from profiling.models import Assessment
from profiling.tasks import assess_waiting
from tests import factories as make
from tests.profiling.views.stage import browser_of, case, signed_in

pytestmark = pytest.mark.django_db

LINE = {"commodity_code": "6203423500", "description": "Trousers", "packages": "618", "gross_mass_kg": "15640"}


def typed(lines: list[dict] | None = None, **fields):
    """What a browser sends of the form."""
    lines = lines or []
    sent = {"kind": "invoice", "number": "XL-2611/07", "form-TOTAL_FORMS": str(len(lines)), "form-INITIAL_FORMS": "0"}
    for place, line in enumerate(lines):
        sent |= {f"form-{place}-{name}": value for name, value in line.items()}
    return sent | fields


def row_of(page, label):
    return next(row for row in page.context["papers"].table.rows if row.label == label)


def test_documents_stand_side_by_side_with_what_differs_first_and_marked():
    waiting = case()
    make.supporting_document(consignment=waiting.consignment, gross_mass_kg=Decimal(16920), total_packages=618)
    page = signed_in().get(f"/consignments/{waiting.consignment_id}/")
    table = page.context["papers"].table
    assert [column.title for column in table.columns] == ["Transport document", "Invoice"]
    assert table.rows[0] == row_of(page, "Gross, kg")
    assert [(cell.text.replace("\u202f", " "), cell.differs) for cell in table.rows[0].cells] == [
        ("15 640", False),
        ("16 920", True),
    ]
    assert not row_of(page, "Packages").differs
    assert table.differences == 1
    assert "<mark>16\u202f920</mark>" in page.content.decode()


def test_a_single_document_has_nothing_to_be_compared_with():
    page = signed_in().get(f"/consignments/{case().consignment_id}/")
    assert page.context["papers"].table is None


def test_an_officer_adds_a_document_from_the_paper():
    waiting, officer = case(), signed_in()
    page = officer.get(f"/consignments/{waiting.consignment_id}/documents/add/")
    assert page.status_code == 200
    sent = typed([LINE], issued_on="2026-11-19", currency="usd", value="31150", seals="HX 204418, HX204419")
    answer = officer.post(f"/consignments/{waiting.consignment_id}/documents/add/", sent)
    assert (answer.status_code, answer.url) == (302, f"/consignments/{waiting.consignment_id}/")
    made = SupportingDocument.objects.get()
    assert (made.stated_by, made.entered_by, made.version) == ("officer", officer.officer, 1)
    assert (made.currency, made.issued_on, made.containers) == ("USD", date(2026, 11, 19), None)
    assert made.seals == ["HX 204418", "HX204419"]
    assert made.goods.get().gross_mass_kg == 15640
    assert CaseEvent.objects.filter(verb="presented", actor=officer.officer).count() == 1


def test_a_correction_is_filled_from_the_version_in_force_and_makes_the_next():
    waiting, officer = case(), signed_in()
    first = make.supporting_document(
        consignment=waiting.consignment,
        goods=[{"packages": 5}],
        containers=["KSHU6182408"],
        gross_mass_kg=Decimal("16920.000"),
    )
    page = officer.get(f"/supporting-documents/{first.pk}/correct/")
    assert page.context["form"]["containers"].value() == "KSHU6182408"
    assert page.context["lines"].forms[0]["packages"].value() == 5
    assert page.context["form"]["gross_mass_kg"].value() == "16920"
    officer.post(f"/supporting-documents/{first.pk}/correct/", typed([LINE], number=first.number))
    second = SupportingDocument.objects.in_force().get()
    assert (second.version, second.corrects) == (2, first)
    assert officer.get(f"/supporting-documents/{first.pk}/correct/").status_code == 404


def test_a_withdrawn_document_counts_no_longer_and_needs_a_reason():
    waiting, officer = case(), signed_in()
    made = make.supporting_document(consignment=waiting.consignment, goods=[{"packages": 5}])
    officer.post(f"/supporting-documents/{made.pk}/withdraw/", {"reason": " "})
    assert SupportingDocument.objects.in_force().get() == made
    officer.post(f"/supporting-documents/{made.pk}/withdraw/", {"reason": "Another truck's"})
    assert not SupportingDocument.objects.in_force().exists()
    assert made.correction.goods.count() == 1
    assert CaseEvent.objects.get(verb="withdrawn").reason == "Another truck's"


WRONG = [
    ("no number", {"number": ""}, "number"),
    ("a permit of no sort", {"kind": "permit"}, "permit_sort"),
    ("a mass below nothing", {"gross_mass_kg": "-1"}, "gross_mass_kg"),
    ("packages beyond counting", {"total_packages": "9" * 30}, "total_packages"),
    ("no date", {"issued_on": "2026-13-41"}, "issued_on"),
    ("a seal as long as a letter", {"seals": "S" * 41}, "seals"),
]


@pytest.mark.parametrize(("name", "fields", "field"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_said_and_nothing_is_kept(name, fields, field):
    answer = signed_in().post(f"/consignments/{case().consignment_id}/documents/add/", typed(**fields))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not SupportingDocument.objects.exists()


def test_more_lines_keep_what_was_typed():
    answer = signed_in().post(f"/consignments/{case().consignment_id}/documents/add/", typed([LINE], more="1"))
    assert len(answer.context["lines"].forms) == 4
    assert not SupportingDocument.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"),
    [("analyst", 200), ("examiner", 200), ("unit_head", 200), ("auditor", 403), ("coordinator", 403), ("client", 403)],
)
def test_who_may_add_one(role, status):
    waiting = case()
    made = make.supporting_document(consignment=waiting.consignment)
    browser = signed_in(role)
    assert browser.get(f"/consignments/{waiting.consignment_id}/documents/add/").status_code == status
    assert browser.get(f"/supporting-documents/{made.pk}/correct/").status_code == status


def test_another_units_is_not_there():
    made = make.supporting_document(consignment=case().consignment)
    far = signed_in(unit=make.unit("OSH"))
    for path in (f"/consignments/{made.consignment_id}/documents/add/", f"/supporting-documents/{made.pk}/correct/"):
        assert far.get(path).status_code == 404
    assert far.post(f"/supporting-documents/{made.pk}/withdraw/", {"reason": "x"}).status_code == 404


def journey(**fields):
    """A goods declaration that names the transport document CMR-77 as the one before it."""
    named = [{"kind": "previous_declaration", "number": "CMR 77/26"}]
    return make.consignment(
        document_number="10417010/241126/0001234", document_kind="eaeu_goods_declaration", documents=named,
        round_due="revision", **fields,
    )  # fmt: skip


def test_a_declaration_that_names_the_note_is_shown_beside_it_and_compared():
    note = make.consignment(document_number="CMR-77/26", round_due="revision")
    assess_due()
    declared = journey(goods=[{"commodity_code": "6203423500", "description": "Trousers", "packages": 600}])
    assess_due()
    facts = Assessment.objects.get(consignment=declared).facts
    assert facts.documents_differ and "packages" in facts.documents_differ_in
    for one, other in ((note, declared), (declared, note)):
        page = signed_in().get(f"/consignments/{one.pk}/")
        assert f"/consignments/{other.pk}/" in [column.address for column in page.context["papers"].table.columns]
        assert row_of(page, "Packages").differs


OTHERS = [
    (
        "another vehicle and box",
        {"equipment": [], "manifest_fields": {"conveyance_id": "01KG1", "conveyance_key": "01KG1"}},
    ),
    ("another unit", {"unit": "OSH"}),
]


@pytest.mark.parametrize(("name", "fields"), OTHERS, ids=[row[0] for row in OTHERS])
def test_a_number_alone_makes_no_journey(name, fields):
    make.consignment(document_number="CMR-77/26", round_due="revision")
    assess_due()
    fields = dict(fields)
    if "unit" in fields:
        fields["unit"] = make.unit(fields["unit"])
    declared = journey(**fields)
    assess_due()
    assert Assessment.objects.get(consignment=declared).facts.documents_differ is None


def test_the_permit_that_two_consignments_use_is_used_up():
    goods = [{"commodity_code": "2914110000", "description": "Acetone", "net_mass_kg": 800, "gross_mass_kg": 900}]
    permit = {
        "kind": "permit",
        "permit_sort": "precursor",
        "number": "P-7/26",
        "net_mass_kg": 1000,
        "issuer": "Drug agency",
    }
    first, second = (make.consignment(goods=goods, round_due="revision") for _each in range(2))
    for one in (first, second):
        make.supporting_document(consignment=one, **permit)
    assess_waiting()
    answers = [Assessment.objects.get(consignment=one).facts for one in (first, second)]
    assert [facts.permit_faulty for facts in answers] == [False, True]
    assert [facts.required_document_missing for facts in answers] == [False, False]
    assert answers[1].evidence["permit_faulty"] == {
        "number": "P-7/26", "why": "quantity", "kg": 1600.0, "permitted_kg": 1000.0,
    }  # fmt: skip


def test_the_log_tells_of_a_document_and_the_round_it_opened():
    waiting, officer = case(), make.officer("analyst")
    browser_of(officer).post(f"/consignments/{waiting.consignment_id}/documents/add/", typed())
    page = browser_of(officer).get(f"/consignments/{waiting.consignment_id}/")
    assert "Supporting document added" in [line.sentence for line in page.context["log"]]
