"""What was rejected is corrected in the browser, checked, and sent alone; the document stays as it came."""

import io
import json
import re
import threading

import openpyxl
import pytest
from django.db import IntegrityError, connection, transaction

from consignments.mending import mending_of, send
from consignments.models import CaseEvent, Consignment, ConsignmentRevision, Submission
from consignments.parsing.typed.papers import BY_KIND
from consignments.parsing.typed.typed_document import encode
from consignments.refusing import Refused
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments.arriving import register_bytes
from tests.consignments.manifests import consignment, manifest

from .conftest import at_desk

pytestmark = pytest.mark.django_db

SHEET = (
    "Vehicle;CMR;Consignee;Goods;Gross kg;Arrival\n"
    "01KG730BHC;A-1;Дордой;Ремни;120;24.11.2026\n"
    ";A-2;Нур;Обувь;heavy;\n"
    ";A-3;Ош;Ткань;90;\n"
    ";A-4;Ош;Соль;12 t;\n"
    ";A-4;;Сода;7;\n"
).encode()


@pytest.fixture
def source(analyst):
    return make.source(unit=analyst.unit)


@pytest.fixture
def sheet(source, analyst):
    return register_bytes(SHEET, source, by=analyst, content_type="text/csv", file_name="week47.csv")


def numbers():
    return set(Consignment.objects.values_list("document_number", flat=True))


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_rejected_are_listed_with_what_is_wrong(browser, sheet):
    assert (sheet.registered_count, sheet.rejected_count) == (2, 2)
    assert f"/intake/{sheet.pk}/mend/" in browser.get(f"/intake/{sheet.pk}/").content.decode()
    page = browser.get(f"/intake/{sheet.pk}/mend/").content.decode()
    assert "2 consignments were rejected" in page and "“heavy” is not a number of kilograms." in page
    assert "A-2" in page and "A-4" in page and "A-1" not in page
    assert "row 3, column Gross kg" in page and "0 of 2 would go in now." in page


def test_corrections_are_checked_and_nothing_is_sent(browser, sheet):
    page = browser.post(f"/intake/{sheet.pk}/mend/", {"at:2:4": "80", "at:4:4": "twelve"}).content.decode()
    assert "1 of 2 would go in now." in page and "goes in" in page and "“twelve” is not a number" in page
    assert Submission.objects.count() == 1 and numbers() == {"A-1", "A-3"}


def test_only_what_was_rejected_is_sent_and_its_rows_keep_their_numbers(browser, sheet, analyst):
    told = {"at:2:4": "80", "at:4:4": "much", "send": "1"}
    answer = browser.post(f"/intake/{sheet.pk}/mend/", told)
    register_waiting()
    new = Submission.objects.get(mends=sheet)
    assert answer.url == f"/intake/{new.pk}/"
    assert (new.source, new.submitted_by, new.status) == (sheet.source, analyst, "partly_registered")
    assert (new.registered_count, new.rejected_count) == (1, 1)
    assert numbers() == {"A-1", "A-2", "A-3"}
    assert [problem.path for problem in new.problems.filter(severity="error")] == ["row 5, column Gross kg"]
    revision = ConsignmentRevision.objects.get(consignment__document_number="A-2")
    assert revision.manifest.conveyance_id == "01KG730BHC"  # that an earlier row had stated for it
    sheet.refresh_from_db()
    assert bytes(sheet.raw) == SHEET and sheet.rejected_count == 2
    assert CaseEvent.objects.get(verb="mended").after == {"by": str(new.pk)}
    page = browser.get(f"/intake/{sheet.pk}/").content.decode()
    assert f"/intake/{new.pk}/" in page and "Mend what was rejected" not in page
    again = browser.post(f"/intake/{new.pk}/mend/", {"at:4:4": "12000", "send": "1"})
    register_waiting()
    assert Submission.objects.get(mends=new).status == "registered"
    assert numbers() == {"A-1", "A-2", "A-3", "A-4"} and again.status_code == 302
    assert Consignment.objects.filter(latest_revision__gt=1).count() == 0


def test_a_workbook_keeps_its_cells_and_their_kinds(browser, source, analyst):
    book = workbook(
        ["B/L", "Goods", "HS code", "Gross kg"], ["A", "=Soap", 101210000, 1], [77900060410.0, "+7", 101210000, "x"]
    )
    came = register_bytes(book, source, by=analyst, content_type="application/vnd.ms-excel", file_name="w.xlsx")
    assert came.rejected_count == 1
    browser.post(f"/intake/{came.pk}/mend/", {"at:2:3": "15,5", "send": "1"})
    register_waiting()
    new = Submission.objects.get(mends=came)
    goods = ConsignmentRevision.objects.get(submission=new).goods.get()
    assert (goods.commodity_code, goods.description, float(goods.gross_mass_kg)) == ("0101210000", "+7", 15.5)
    assert new.problems.get().path == "Sheet!C3" and "77900060410" in numbers()


def test_a_second_press_or_another_officer_mends_nothing_twice(browser, sheet, analyst):
    colleague = at_desk(make.officer("analyst", unit=analyst.unit))
    for desk, mass in ((browser, "80"), (browser, "80"), (colleague, "81")):
        desk.post(f"/intake/{sheet.pk}/mend/", {"at:2:4": mass, "send": "1"})
    assert Submission.objects.filter(mends=sheet).count() == 1
    mending = mending_of(sheet)
    with pytest.raises(Refused, match="already"):
        send(sheet, mending, {"2:4": "82"}, analyst)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_mend_it_once(sheet, analyst):
    answers, start = [], threading.Barrier(2)

    def press(mass):
        mine = Submission.objects.select_related("source").get(pk=sheet.pk)
        mending = mending_of(mine)
        start.wait()
        try:
            send(mine, mending, {"2:4": mass}, analyst)
            answers.append("sent")
        except Refused as refused:
            answers.append(refused.code)
        connection.close()

    presses = [threading.Thread(target=press, args=[mass]) for mass in ("80", "81")]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert sorted(answers) == ["mended_already", "sent"]
    assert Submission.objects.filter(mends=sheet).count() == 1


def test_the_database_holds_one_mending_and_none_of_itself(sheet):
    make.submission(source=sheet.source, mends=sheet)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.submission(source=sheet.source, mends=sheet)
    with pytest.raises(IntegrityError, match="a_submission_does_not_mend_itself"), transaction.atomic():
        Submission.objects.filter(pk=sheet.pk).update(mends=sheet)


def test_a_manifest_is_mended_and_its_places_are_those_of_the_first(browser, source, analyst):
    raw = manifest(
        consignment("A-1"),
        consignment("A-2", total_gross_mass_kg="12,5 т"),
        consignment("A-3", goods=[{"packages": "many", "description": "Soap"}]),
    )
    came = register_bytes(raw, source, by=analyst)
    page = browser.get(f"/intake/{came.pk}/mend/").content.decode()
    assert "/consignments/2/goods/0/packages" in page and "12,5 т" in page
    told = {
        "at:/consignments/1/total_gross_mass_kg": "12500",
        "at:/consignments/2/goods/0/packages": "lots",
        "send": "1",
    }
    browser.post(f"/intake/{came.pk}/mend/", told)
    register_waiting()
    new = Submission.objects.get(mends=came)
    assert [one["document_number"] for one in json.loads(bytes(new.raw))["consignments"]] == ["A-2", "A-3"]
    assert (new.status, numbers()) == ("partly_registered", {"A-1", "A-2"})
    assert new.problems.get(severity="error").path == "/consignments/2/goods/0/packages"


def test_a_missing_number_and_a_faulty_head_can_be_filled_in(browser, source, analyst):
    nameless = consignment("A-1")
    del nameless["document_number"]
    came = register_bytes(manifest(nameless, mode="cart"), source, by=analyst)
    told = {"at:/mode": "road", "at:/consignments/0/document_number": "A-9", "send": "1"}
    assert "cart" in browser.get(f"/intake/{came.pk}/mend/").content.decode()
    browser.post(f"/intake/{came.pk}/mend/", told)
    register_waiting()
    assert numbers() == {"A-9"}


def test_a_note_typed_by_hand_is_mended_box_by_box(browser, source, analyst):
    paper = BY_KIND["cmr_note"]
    typed = {"number": "77", "goods": [{"description": "Soap", "gross_mass_kg": "heavy"}]}
    came = register_bytes(encode(paper, typed), source, by=analyst, content_type=paper.content_type)
    assert came.status == "rejected"
    page = browser.get(f"/intake/{came.pk}/mend/").content.decode()
    assert "“heavy” is not a number of kilograms." in page
    browser.post(f"/intake/{came.pk}/mend/", {"at:goods/0/gross_mass_kg": "12", "send": "1"})
    register_waiting()
    assert numbers() == {"77"}


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_failed_rows_are_taken_away_and_come_in_again(browser, source, sheet, analyst, file_format):
    answer = browser.get(f"/intake/{sheet.pk}/failed.{file_format}")
    if file_format == "csv":
        assert answer.content.decode("utf-8-sig").splitlines()[0].endswith(";Problems")
        mended = answer.content.decode("utf-8-sig").replace(";heavy;", ";80;").replace(";12 t;", ";12000;").encode()
    else:
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        rows = [[cell.value for cell in row] for row in book.active.rows]
        assert [row[1] for row in rows] == ["CMR", "A-2", "A-4", "A-4"] and "“heavy”" in rows[1][-1]
        mended = workbook(*[[{"heavy": 80, "12 t": 12000}.get(cell, cell) for cell in row] for row in rows])
    again = register_bytes(mended, source, by=analyst, content_type="text/csv", file_name=f"failed.{file_format}")
    assert (again.status, numbers()) == ("registered", {"A-1", "A-2", "A-3", "A-4"})
    assert ConsignmentRevision.objects.get(consignment__document_number="A-2").manifest.conveyance_id == "01KG730BHC"


def test_the_column_of_problems_is_in_the_readers_language(browser, analyst, sheet):
    analyst.language = "ru"
    analyst.save()
    browser.cookies["django_language"] = "ru"
    header = browser.get(f"/intake/{sheet.pk}/failed.csv").content.decode("utf-8-sig").splitlines()[0]
    assert header.endswith((";Ошибки", ";Problems"))


def test_a_formula_in_a_failed_row_stays_text(browser, source, analyst):
    table = b'CMR;Goods;Gross kg\nA;"=HYPERLINK(1)";x\n'
    came = register_bytes(table, source, by=analyst, content_type="text/csv")
    assert "'=HYPERLINK" in browser.get(f"/intake/{came.pk}/failed.csv").content.decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"/intake/{came.pk}/failed.xlsx").content))
    assert book.active["B2"].data_type == "s" and book.active["B2"].value == "=HYPERLINK(1)"


def test_others_do_not_mend(sheet):
    url = f"/intake/{sheet.pk}/mend/"
    for role, status in (("auditor", 403), ("examiner", 403)):
        assert at_desk(make.officer(role)).get(url).status_code == status
    elsewhere = at_desk(make.officer("analyst", unit=make.unit("OSH")))
    assert elsewhere.get(url).status_code == 404
    assert elsewhere.get(f"/intake/{sheet.pk}/failed.csv").status_code == 404
    assert at_desk(make.client()).get(url).status_code == 403


def test_a_clients_document_is_the_clients_to_mend(browser, analyst):
    came = register_bytes(manifest(consignment(total_gross_mass_kg="x")), make.client(unit=analyst.unit).source)
    assert browser.get(f"/intake/{came.pk}/mend/").status_code == 404
    assert "Mend what was rejected" not in browser.get(f"/intake/{came.pk}/").content.decode()


def test_what_cannot_be_mended_leads_back(browser, source, analyst):
    for raw in (manifest(), b"<html>"):
        came = register_bytes(raw, source, by=analyst)
        assert browser.get(f"/intake/{came.pk}/mend/").url == f"/intake/{came.pk}/"


def test_many_failed_rows_are_shown_in_part_and_sent_whole(browser, source, analyst):
    rows = "".join(f"B-{number};Soap;x;\n" for number in range(400))
    came = register_bytes(f"CMR;Goods;Gross kg;Seals\n{rows}".encode(), source, by=analyst, content_type="text/csv")
    page = browser.get(f"/intake/{came.pk}/mend/").content.decode()
    assert "The first 50 are shown" in page and len(re.findall('name="at:', page)) <= 800
    browser.post(f"/intake/{came.pk}/mend/", {"at:1:2": "5", "send": "1"})
    register_waiting()
    new = Submission.objects.get(mends=came)
    assert (new.registered_count, new.rejected_count) == (1, 399)


def test_who_may_reads_again_by_a_button(sheet, analyst):
    supervisor = at_desk(make.officer("supervisor", unit=analyst.unit))
    assert "Read again" in supervisor.get(f"/intake/{sheet.pk}/").content.decode()
    supervisor.post(f"/intake/{sheet.pk}/read-again/")
    sheet.refresh_from_db()
    assert sheet.status == "received"
    register_waiting()
    sheet.refresh_from_db()
    assert (sheet.registered_count, sheet.rejected_count) == (2, 2)


def test_who_may_not_does_not_read_again(browser, sheet):
    assert "Read again" not in browser.get(f"/intake/{sheet.pk}/").content.decode()
    url = f"/intake/{sheet.pk}/read-again/"
    assert browser.post(url).status_code == 403
    assert at_desk(make.officer("supervisor", unit=make.unit("OSH"))).post(url).status_code == 404
    assert at_desk(make.officer("supervisor")).get(url).status_code == 405


@pytest.mark.parametrize("where", ["/consignments/²", "/consignments/" + "9" * 40, "/consignments/-1/goods", "~", ""])
def test_a_place_that_no_form_of_ours_names_is_ignored(where, browser, source):
    submission = register_bytes(manifest(consignment("A-1", total_gross_mass_kg="heavy")), source, by=make.officer())
    answer = browser.post(f"/intake/{submission.pk}/mend/", {f"at:{where}": "1"})
    assert answer.status_code == 200


def test_a_consignment_of_more_places_than_a_form_holds_is_shown_by_its_faults(browser, source):
    many = [{"kind": "container", "number": "1", "seals": [f"S{number}" for number in range(2_000)]}]
    stated = consignment("A-1", equipment=many, total_gross_mass_kg="heavy")
    submission = register_bytes(manifest(stated), source, by=make.officer())
    shown = browser.get(f"/intake/{submission.pk}/mend/").content.decode()
    assert 0 < shown.count('name="at:') <= 800 and "total_gross_mass_kg" in shown and "heavy" in shown
