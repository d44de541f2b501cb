"""The pages of intake: handing in files, following them, and reading what is wrong."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consignments.models import Source, Submission
from consignments.progress import Progress, tell
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments.arriving import receive_bytes
from tests.consignments.manifests import consignment, manifest
from tests.consignments.parsing.samples import SAMPLES

from .conftest import at_desk

pytestmark = pytest.mark.django_db

BAD = consignment("A-2", total_gross_mass_kg="12,5 т")


def upload(browser, *files, token=None, **fields):
    fields = {"new_source": "Irkeshtam weekly", "token": token or str(uuid.uuid4()), **fields}
    return browser.post("/intake/upload/", {"files": [SimpleUploadedFile(name, raw) for name, raw in files], **fields})


def test_a_file_is_handed_in_and_followed(browser, analyst):
    answer = upload(browser, ("trip.json", manifest(consignment("A-1"), BAD)))
    submission = Submission.objects.get()
    assert answer.url == f"/intake/{submission.pk}/"
    assert (submission.source.name, submission.unit, submission.submitted_by) == (
        "Irkeshtam weekly", analyst.unit, analyst,
    )  # fmt: skip
    waiting = browser.get(answer.url).content.decode()
    assert 'hx-trigger="every 1s"' in waiting and 'http-equiv="refresh"' in waiting
    register_waiting()
    done = browser.get(answer.url).content.decode()
    assert "1 of 2" in done and "/consignments/1/total_gross_mass_kg" in done and "12,5 т" in done
    assert "every 1s" not in done
    assert "KG-26-" in done


def test_several_files_are_received_each_by_itself(browser):
    answer = upload(browser, ("a.json", manifest(consignment("A-1"))), ("b.gif", b"GIF89a"), ("c.json", b""))
    assert answer.url == "/intake/"
    assert [one.file_name for one in Submission.objects.all()] == ["a.json"]
    page = browser.get("/intake/").content.decode()
    assert "a.json" in page and "b.gif" in page and "c.json" in page


def test_a_form_that_is_sent_twice_hands_in_once(browser):
    token = str(uuid.uuid4())
    for _ in range(2):
        upload(browser, ("trip.json", manifest()), token=token)
    assert Submission.objects.count() == 1


def test_a_form_without_source_or_files_comes_back_with_what_is_wrong(browser):
    answer = upload(browser, new_source="")
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Choose a source, or name a new one." in page and "Choose at least one file." in page
    assert not Submission.objects.exists()


def test_a_source_of_another_unit_or_of_a_client_cannot_be_used(browser):
    for source in (make.source(unit=make.unit("OSH")), make.client().source):
        assert upload(browser, ("a.json", b"{}"), source=source.pk, new_source="").status_code == 400


def test_a_file_that_is_too_large_is_refused(browser, settings):
    settings.MAX_DOCUMENT_BYTES = 10
    upload(browser, ("a.json", b"{" + b" " * 20))
    assert not Submission.objects.exists()


def test_the_list_shows_the_units_documents_with_status_and_counts(browser, analyst):
    receive_bytes(
        manifest(consignment("A-1"), BAD), make.source(unit=analyst.unit), by=analyst, file_name="week47.json"
    )
    receive_bytes(manifest(), make.source(unit=make.unit("OSH")), by=analyst, file_name="elsewhere.json")
    before = browser.get("/intake/").content.decode()
    assert "week47.json" in before and "elsewhere.json" not in before
    assert 'hx-trigger="every 2s"' in before
    register_waiting()
    after = browser.get("/intake/?show=refused").content.decode()
    assert "week47.json" in after and "Partly registered" in after and "every 2s" not in after


def test_the_list_asks_a_fixed_number_of_questions(browser, analyst, django_assert_max_num_queries):
    source = make.source(unit=analyst.unit)
    for _ in range(5):
        make.problem(make.submission(source=source, submitted_by=analyst))
    with django_assert_max_num_queries(12):
        browser.get("/intake/")


def test_problems_are_shown_by_gravity_and_can_be_downloaded(browser, analyst):
    submission = make.submission(source=make.source(unit=analyst.unit), submitted_by=analyst)
    make.problem(submission, severity="error", code="number_negative", path="/a", params={"value": "<script>-5"})
    make.problem(submission, severity="notice", code="nul_removed", path="/b")
    page = browser.get(f"/intake/{submission.pk}/?severity=error").content.decode()
    assert "/a" in page and "&lt;script&gt;-5" in page and "NUL" not in page
    report = browser.get(f"/intake/{submission.pk}/problems.csv")
    assert b"NUL characters" in b"".join(report.streaming_content)


def test_the_original_is_given_as_it_came_and_never_shown(browser, analyst):
    source = make.source(unit=analyst.unit)
    submission = make.submission(source=source, submitted_by=analyst, raw=b"<html>", file_name='a";b.html')
    answer = browser.get(f"/intake/{submission.pk}/original")
    assert answer.content == b"<html>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment;")


def test_a_repeat_names_the_earlier_document(browser, analyst):
    source = make.source(unit=analyst.unit)
    first = receive_bytes(manifest(), source, by=analyst)
    again = receive_bytes(manifest(), source, by=analyst)
    register_waiting()
    assert f"/intake/{first.pk}/" in browser.get(f"/intake/{again.pk}/").content.decode()


def test_a_quarantined_document_says_what_to_do(browser, analyst):
    source = make.source(unit=analyst.unit)
    submission = make.submission(
        source=source, submitted_by=analyst, status="quarantined", attempts=3, request_id="ab12cd34-x"
    )
    page = browser.get(f"/intake/{submission.pk}/").content.decode()
    assert "failed 3 times" in page and "ab12cd3" in page


@pytest.mark.parametrize(
    ("who", "listed", "uploads"),
    [
        ("analyst", 200, 302),
        ("supervisor", 200, 302),
        ("unit_head", 200, 302),
        ("coordinator", 200, 403),
        ("auditor", 200, 403),
        ("examiner", 403, 403),
        ("client", 403, 403),
        ("administrator", 403, 403),
    ],
)
def test_which_roles_see_intake_and_hand_in(who, listed, uploads):
    browser = at_desk(make.officer(who))
    assert browser.get("/intake/").status_code == listed
    assert upload(browser, ("trip.json", manifest())).status_code == uploads
    assert browser.get("/intake/cmr/").status_code == (200 if uploads == 302 else 403)


def test_a_stranger_is_sent_to_sign_in():
    assert at_desk().get("/intake/").url.startswith("/sign-in/")
    assert upload(at_desk(), ("trip.json", manifest())).url.startswith("/sign-in/")


@pytest.mark.parametrize("what", ["", "problems.csv", "original", "columns/"])
def test_another_units_document_is_not_found(browser, what):
    elsewhere = make.submission(source=make.source(unit=make.unit("OSH")), content_type="text/csv")
    assert browser.get(f"/intake/{elsewhere.pk}/{what}").status_code == 404


@pytest.mark.parametrize("name", ["template.xlsx", "template.csv", "template.xlsx?language=ru"])
def test_an_empty_template_can_be_filled_in_and_handed_in(browser, name):
    answer = browser.get(f"/intake/{name}")
    assert answer.status_code == 200
    suffix = name.partition("?")[0].rpartition(".")[2]
    done = upload(browser, (f"filled.{suffix}", answer.content))
    register_waiting()
    submission = Submission.objects.get()
    assert (done.url, submission.awaits_columns) == (f"/intake/{submission.pk}/", False)
    assert (submission.status, submission.registered_count) == ("registered", 1)


def test_no_other_template_is_given(browser):
    assert browser.get("/intake/template.exe").status_code == 404


def test_a_new_source_is_made_once(browser):
    upload(browser, ("a.json", b"{}"))
    upload(browser, ("b.json", b"[]"))
    assert Source.objects.filter(name="Irkeshtam weekly").count() == 1


def test_a_new_source_does_not_take_the_name_of_a_clients(browser, analyst):
    of_client = Source.objects.of_client(make.client(unit=analyst.unit))
    answer = upload(browser, ("trip.json", manifest(consignment("A-1"))), new_source=of_client.name)
    assert (answer.status_code, Submission.objects.count()) == (400, 0)


def test_a_long_document_shows_how_far_it_is(browser, analyst):
    waiting = receive_bytes(manifest(), make.source(unit=analyst.unit), by=analyst)
    tell(waiting.pk, Progress(1_000, 20_000))
    page = browser.get(f"/intake/{waiting.pk}/").content.decode()
    assert re.search(r"1\W?000 of 20\W?000 consignments read", page) and 'max="20000"' in page
    tell(waiting.pk, Progress(1_000))
    assert re.search(r"1\W?000 consignments read", browser.get(f"/intake/{waiting.pk}/").content.decode())


def one_of_many(browser, name, raw, token, **fields):
    sent = {"new_source": "Irkeshtam weekly", "token": token, "files": [SimpleUploadedFile(name, raw)], **fields}
    return browser.post("/intake/upload/one/", sent)


def test_of_many_files_each_has_its_own_answer(browser):
    answers = [
        one_of_many(browser, name, raw, str(number))
        for number, (name, raw) in enumerate(
            [("a.json", manifest()), ("b.csv", b"Nr X;Ware\nA;Soap\n"), ("c.gif", b"GIF89a"), ("a.json", b"{}")]
        )
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 409, 200]
    assert [answer.json().get("asks") for answer in answers] == [False, True, None, False]
    assert answers[0].json()["url"] == f"/intake/{Submission.objects.get(byte_count__gt=300).pk}/"
    assert answers[1].json()["url"].endswith("/columns/")
    again = one_of_many(browser, "a.json", manifest(), "0").json()
    assert again == answers[0].json() and Submission.objects.count() == 3
    refused = one_of_many(browser, "a.json", manifest(), "9", new_source="")
    assert (refused.status_code, refused.json()["said"]) == (400, "Choose a source, or name a new one.")


def test_who_may_not_hand_in_sends_no_file(browser):
    assert one_of_many(at_desk(make.officer("auditor")), "a.json", manifest(), "0").status_code == 403
    assert one_of_many(at_desk(make.client()), "a.json", manifest(), "0").status_code == 403


def test_nobody_is_asked_about_the_columns_of_readings(browser):
    table = SAMPLES / "observation_table" / "weighbridge_ru.csv"
    answer = one_of_many(browser, table.name, table.read_bytes(), "0")
    assert (answer.status_code, answer.json()["asks"]) == (200, False)
