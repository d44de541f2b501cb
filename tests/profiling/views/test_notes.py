"""Notes at a consignment: kept as they were written, corrected by a new one, calling colleagues of the unit only."""

import pytest
from django.db import DatabaseError, connection, transaction

from profiling.models import CaseNote, Mention
from tests import factories as make
from tests.profiling.views.stage import browser_of, case, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def aigul():
    return make.officer("analyst", username="aigul", full_name="Aigul Toktosunova")


@pytest.fixture
def nurlan():
    return make.officer("examiner", username="nurlan.s", full_name="Nurlan Saparov")


def write(officer, waiting, text, **more):
    return browser_of(officer).post(f"/consignments/{waiting.consignment_id}/notes/", {"text": text, **more})


def test_a_mentioned_colleague_finds_the_note_and_opens_it(aigul, nurlan):
    waiting = case()
    write(aigul, waiting, "Compare the seal, @nurlan.s.")
    browser = browser_of(nurlan)
    page = browser.get("/mentions/")
    (line,) = page.context["lines"]
    assert (line.author, line.is_new, page.context["unseen_mentions"]()) == ("Aigul T.", True, 1)
    answer = browser.post(f"/mentions/{line.mention.pk}/open/")
    note = CaseNote.objects.get()
    assert answer.headers["Location"] == f"/consignments/{waiting.consignment_id}/#note-{note.pk}"
    assert browser.get("/mentions/").context["unseen_mentions"]() == 0
    assert "Compare the seal" in browser.get(f"/consignments/{waiting.consignment_id}/").content.decode()


def test_who_is_chosen_from_the_list_is_called_too(aigul, nurlan):
    write(aigul, case(), "Look at the seal", call="nurlan.s")
    assert CaseNote.objects.get().text == "@nurlan.s Look at the seal"
    assert Mention.objects.of(nurlan).count() == 1


def test_nobody_is_called_from_another_unit_or_among_the_clients(aigul):
    make.officer("analyst", username="stranger", unit=make.unit("OSH"))
    make.officer("client", username="gateway")
    waiting = case()
    for name in ("stranger", "gateway", "nobody"):
        answer = write(aigul, waiting, f"@{name} look")
        assert answer.status_code == 422
        assert f"@{name} look" in answer.content.decode()  # what was written is not lost
    assert not CaseNote.objects.exists()


def test_a_correction_is_a_new_note_and_the_old_one_stays_struck_out(aigul, nurlan):
    waiting = case()
    write(aigul, waiting, "Seal HX 1")
    first = CaseNote.objects.get()
    write(aigul, waiting, "Seal HX 2", corrects=first.pk)
    newer, older = browser_of(nurlan).get(f"/consignments/{waiting.consignment_id}/").context["notes"]
    assert (newer.note.text, newer.is_correction) == ("Seal HX 2", True)
    assert (older.note.text, older.is_corrected, older.may_correct) == ("Seal HX 1", True, False)


def test_nobody_corrects_anothers_note_nor_a_note_twice(aigul, nurlan):
    waiting = case()
    write(aigul, waiting, "Seal HX 1")
    first = CaseNote.objects.get()
    assert write(nurlan, waiting, "Mine", corrects=first.pk).status_code == 422
    assert write(aigul, waiting, "Once", corrects=first.pk).status_code == 302
    assert write(aigul, waiting, "Twice", corrects=first.pk).status_code == 422
    assert CaseNote.objects.count() == 2


@pytest.mark.parametrize("change", ["UPDATE profiling_casenote SET text = 'x'", "DELETE FROM profiling_casenote"])
def test_the_database_keeps_what_was_written(aigul, change):
    write(aigul, case(), "As it was")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(change)


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("analyst", "BATKEN", 302),
        ("examiner", "BATKEN", 302),
        ("analyst", "OSH", 404),
        ("auditor", "BATKEN", 403),
        ("client", "BATKEN", 403),
        ("administrator", "BATKEN", 403),
    ],
)
def test_who_may_write_a_note(role, unit, status):
    waiting = case()
    officer = make.officer(role, unit=make.unit(unit))
    assert write(officer, waiting, "Look").status_code == status


def test_who_changed_the_unit_no_longer_reads_what_called_them(aigul, nurlan):
    write(aigul, case(), "@nurlan.s look")
    nurlan.unit = make.unit("OSH")
    nurlan.save()
    browser = browser_of(nurlan)
    assert browser.get("/mentions/").context["lines"] == []
    assert browser.post(f"/mentions/{Mention.objects.get().pk}/open/").status_code == 404


def test_anothers_mention_cannot_be_opened(aigul, nurlan):
    write(aigul, case(), "@nurlan.s look")
    assert browser_of(aigul).post(f"/mentions/{Mention.objects.get().pk}/open/").status_code == 404
    assert Mention.objects.get().seen_at is None


def test_a_client_reads_neither_notes_nor_mentions(aigul):
    write(aigul, case(), "Suspicious")
    client = signed_in("client")
    assert client.get("/mentions/").status_code == 403
    assert client.get(f"/consignments/{CaseNote.objects.get().consignment_id}/").status_code == 403


def test_the_log_says_that_a_note_was_written_and_not_what(aigul):
    waiting = case()
    write(aigul, waiting, "A secret word")
    event = waiting.consignment.events.get(verb="note_written")
    assert "secret" not in f"{event.reason}{event.after}{event.before}"
