"""A sheet of unknown layout waits until somebody says what its columns mean; then it is remembered."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consignments.models import CaseEvent, Consignment, Submission
from consignments.parsing.sheets.headings import fingerprint
from consignments.registering import register_waiting
from tests import factories as make

from .conftest import at_desk

pytestmark = pytest.mark.django_db

SHEET = "Накладная;Грузополучатель;Груз;Вес;Конт. 2\nA-1;Дордой;Ремни;120;KSHU6182408\nA-2;Нур;Обувь;heavy;\n".encode()


@pytest.fixture
def source(analyst):
    return make.source(unit=analyst.unit, name="Irkeshtam weekly")


def upload(browser, source, raw=SHEET, name="week47.csv"):
    fields = {"source": source.pk, "token": str(uuid.uuid4()), "files": [SimpleUploadedFile(name, raw)]}
    return browser.post("/intake/upload/", fields)


def meanings(browser, url):
    """Return the columns with their guessed meaning as the form would send them."""
    form = browser.get(url).context["form"]
    return {name: form[name].value() or "" for name in form.fields if name.startswith("column_")}


def test_an_unknown_layout_waits_and_shows_its_guess(browser, source):
    answer = upload(browser, source)
    submission = Submission.objects.get()
    assert (answer.url, submission.awaits_columns) == (f"/intake/{submission.pk}/columns/", True)
    register_waiting()
    assert not Consignment.objects.exists()
    assert list(meanings(browser, answer.url).values()) == [
        "document_number", "consignee_name", "description", "gross_mass_kg", "",
    ]  # fmt: skip
    page = browser.get(answer.url).content.decode()
    assert "Дордой" in page and "Конт. 2" in page


def test_all_rows_can_be_tried_before_anything_is_registered(browser, source):
    url = upload(browser, source).url
    page = browser.post(url, {**meanings(browser, url), "try": "1"}).content.decode()
    assert "would be rejected" in page and "heavy" in page
    assert Submission.objects.get().awaits_columns


def test_told_columns_are_registered_and_kept_for_the_source(browser, source, analyst):
    url = upload(browser, source).url
    told = {**meanings(browser, url), "column_4": "container_number", "keep": "on", "register": "1"}
    answer = browser.post(url, told)
    register_waiting()
    submission = Submission.objects.get()
    assert answer.url == f"/intake/{submission.pk}/"
    assert (submission.status, submission.registered_count, submission.rejected_count) == ("partly_registered", 1, 1)
    box = Consignment.objects.get().revisions.get().equipment.get()
    assert box.number == "KSHU6182408"
    (told,) = source.layouts_told().values()
    assert told["container_number"] == "Конт. 2"
    assert CaseEvent.objects.get(subject_id=submission.pk, verb="columns_told").actor == analyst


def test_the_next_file_of_the_source_is_read_without_asking(browser, source):
    layout = fingerprint(["Накладная", "Грузополучатель", "Груз", "Вес", "Конт. 2"])
    source.keep_columns(layout, {"document_number": "Накладная", "container_number": "Конт. 2"})
    answer = upload(browser, source)
    assert answer.url == f"/intake/{Submission.objects.get().pk}/"
    register_waiting()
    assert Consignment.objects.get().revisions.get().equipment.get().number == "KSHU6182408"


def test_columns_that_are_not_kept_are_asked_for_again(browser, source):
    url = upload(browser, source).url
    browser.post(url, {**meanings(browser, url), "register": "1"})
    assert source.layouts_told() == {}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"column_0": ""}, "Say which column holds the document number."),
        ({"column_4": "description"}, "is chosen for two columns"),
    ],
)
def test_columns_that_cannot_be_are_refused(browser, source, changes, said):
    url = upload(browser, source).url
    assert said in browser.post(url, {**meanings(browser, url), **changes, "register": "1"}).content.decode()
    assert Submission.objects.get().awaits_columns


def test_a_sheet_that_was_read_wrongly_is_read_again(browser, source):
    known = SHEET.replace("Конт. 2".encode(), "Контейнер".encode()).replace(b"heavy", b"80")
    upload(browser, source, raw=known)
    register_waiting()
    first = Submission.objects.get()
    url = f"/intake/{first.pk}/columns/"
    told = {**meanings(browser, url), "column_3": "net_mass_kg", "register": "1"}
    answer = browser.post(url, told)
    register_waiting()
    again = Submission.objects.exclude(pk=first.pk).get()
    assert answer.url == f"/intake/{again.pk}/"
    assert (again.status, again.same_bytes_as) == ("registered", None)
    revision = Consignment.objects.get(document_number="A-1").revisions.get(number=2)
    assert (revision.goods.get().net_mass_kg, revision.goods.get().gross_mass_kg) == (120, None)


def test_two_officers_cannot_both_tell(browser, source, analyst):
    url = upload(browser, source).url
    told = {**meanings(browser, url), "register": "1"}
    submission = Submission.objects.select_related("source").get()
    submission.read_columns_as({"document_number": "Накладная"}, make.officer("supervisor"), keep_as=None)
    browser.post(url, told)
    assert CaseEvent.objects.filter(verb="columns_told").count() == 1


def test_a_clients_sheet_is_not_the_officers_to_mend(browser):
    submission = make.submission(source=make.client().source, content_type="text/csv", raw=SHEET)
    assert browser.get(f"/intake/{submission.pk}/columns/").status_code == 404


def test_an_auditor_does_not_tell_columns(source, browser):
    url = upload(browser, source).url
    assert at_desk(make.officer("auditor")).get(url).status_code == 403


def test_a_source_may_send_several_layouts_and_each_is_remembered(browser, source):
    other = b"Nr X;Ware\nB-1;Soap\n"
    for raw, told in ((SHEET, {"column_4": "container_number"}), (other, {"column_0": "document_number"})):
        url = upload(browser, source, raw=raw).url
        browser.post(url, {**meanings(browser, url), **told, "keep": "on", "register": "1"})
    assert len(source.layouts_told()) == 2
    for raw in (SHEET + b"A-3;;;1;\n", other + b"B-2;Rope\n"):
        assert "columns" not in upload(browser, source, raw=raw).url
    register_waiting()
    assert set(Consignment.objects.values_list("document_number", flat=True)) == {"A-1", "A-3", "B-1", "B-2"}


def test_the_first_rows_are_shown_as_they_would_be_read(browser, source):
    url = upload(browser, source).url
    page = browser.post(url, {**meanings(browser, url), "show": "1"}).content.decode()
    assert "“heavy” is not a number of kilograms." in page and "There is a problem" not in page
    page = browser.post(url, {**meanings(browser, url), "column_0": "", "show": "1"}).content.decode()
    assert "Needed:</b> Document number" in page and "There is a problem" not in page
    assert Submission.objects.get().awaits_columns
