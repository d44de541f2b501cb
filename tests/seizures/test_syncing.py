"""What a phone noted without a link comes in once, in its officer's name, by the verbs of the pages."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from consignments.models import CaseEvent
from seizures.models import Examination, SeizureLine, SyncedEntry
from tests import factories as make
from tests.seizures.browsing import as_officer, text
from tests.seizures.making import BOX, begun, closed, neighbour, selected
from tests.seizures.test_pages import filled, line

pytestmark = pytest.mark.django_db


class Phone:
    """An officer's phone: makes its entries and sends them."""

    def __init__(self, officer=None, case=None):
        self.officer = officer or make.officer("examiner")
        self.browser = as_officer(self.officer)
        self.case = case or selected()
        self.examination = uuid4()
        self.clock = timezone.now() - timedelta(hours=5)

    def entry(self, verb, typed, **other) -> dict:
        usual = {"id": str(uuid4()), "examination": str(self.examination), "on_device_at": self.clock.isoformat()}
        return {**usual, "verb": verb, "typed": typed, **other}

    def begin(self, **other) -> dict:
        return self.entry("begin", {"assessment": str(self.case.pk), "equipment": BOX}, **other)

    def save(self, **fields) -> dict:
        return self.entry("save", filled(self.case, **fields))

    def close(self, *found, **fields) -> dict:
        self.clock += timedelta(minutes=40)
        return self.entry("close", filled(self.case, *found, **fields))

    def post(self, *entries, officer=None):
        body = {"officer": str((officer or self.officer).pk), "entries": list(entries)}
        return self.browser.post("/examinations/sync/", json.dumps(body), content_type="application/json")

    def send(self, *entries) -> list[dict]:
        answer = self.post(*entries)
        assert answer.status_code == 200
        return answer.json()["answers"]

    def states(self, *entries) -> list[str]:
        return [answer["state"] for answer in self.send(*entries)]


def test_a_whole_examination_comes_in_with_both_clocks():
    phone = Phone()
    began = phone.clock
    entries = [phone.begin(), phone.save(), phone.close("seizure", **line(), weighbridge_kg="18 400,5", place="Bay 3")]
    answers = phone.send(*entries)
    examination = Examination.objects.get()
    assert [answer["state"] for answer in answers] == ["done"] * 3
    assert {answer["reference"] for answer in answers} == {examination.reference}
    assert examination.pk == phone.examination and examination.examiner == phone.officer
    assert (examination.begun_on_device_at, examination.closed_on_device_at) == (began, phone.clock)
    assert timezone.now() - examination.begun_at < timedelta(minutes=1)
    assert (str(examination.weighbridge_kg), examination.place) == ("18400.5", "Bay 3")
    assert SeizureLine.objects.get().examination == examination
    phone.case.refresh_from_db()
    assert phone.case.outcome == "seizure"


def test_the_act_shows_both_clocks():
    phone = Phone()
    phone.send(phone.begin(), phone.close())
    act = text(phone.browser.get(f"/examinations/{phone.examination}/act/"))
    assert act.count("by the clock of the phone") == 2


def test_what_is_sent_twice_is_done_once():
    phone = Phone()
    entries = [phone.begin(), phone.save(), phone.close("seizure", **line())]
    first, second = phone.send(*entries), phone.send(*entries)
    assert first == second
    assert (Examination.objects.count(), SeizureLine.objects.count(), SyncedEntry.objects.count()) == (1, 1, 3)
    verbs = list(CaseEvent.objects.filter(subject_id=phone.examination).values_list("verb", flat=True))
    assert verbs.count("begun") == verbs.count("closed") == 1


def test_a_second_begin_of_the_same_examination_under_another_id_begins_nothing():
    phone = Phone()
    assert phone.states(phone.begin(), phone.begin()) == ["done", "done"]
    assert Examination.objects.count() == 1


def test_what_cannot_be_closed_says_why_keeps_what_was_typed_and_can_be_sent_mended():
    phone = Phone()
    phone.send(phone.begin())
    close = phone.close(new_seal="", remarks="Hollow sound")
    refused = phone.send(close)[0]
    assert refused["code"] == "not_complete" and "new seal" in refused["said"]
    assert Examination.objects.get().noted["remarks"] == "Hollow sound"
    unfit = phone.send(phone.close("seizure", **line(quantity="1,234.5")))[0]
    assert unfit["code"] == "unfit" and "one point or comma" in unfit["said"]
    assert phone.states(close | {"typed": filled(phone.case)}) == ["done"]
    assert Examination.objects.get().state == "closed"


def test_one_that_is_refused_stops_no_other():
    phone, other = Phone(), Phone(case=selected(make.consignment(equipment=[{"number": BOX}])))
    other.officer, other.browser = phone.officer, phone.browser
    assert phone.states(phone.save(), other.begin()) == ["refused", "done"]


def test_a_colleague_who_began_meanwhile_is_named_and_the_notes_can_go_into_theirs():
    phone = Phone()
    theirs = begun(phone.case)
    refused = phone.send(phone.begin())[0]
    assert refused["code"] == "under_examination"
    assert refused["instead"] == {"reference": theirs.reference, "id": str(theirs.pk)}
    phone.examination = theirs.pk
    assert phone.states(phone.save(remarks="Hollow")) == ["done"]
    theirs.refresh_from_db()
    assert theirs.noted["remarks"] == "Hollow"


def test_what_somebody_else_closed_stays_closed_and_is_told():
    phone = Phone()
    phone.send(phone.begin())
    page = f"/examinations/{phone.examination}/"
    as_officer(make.officer("supervisor")).post(f"{page}close/", filled(phone.case))
    refused = phone.send(phone.close("seizure", **line()))[0]
    assert refused["code"] == "already_closed"
    assert not SeizureLine.objects.exists()


def test_a_case_closed_before_the_phone_comes_back_is_told():
    case = selected()
    closed(case)
    phone = Phone(case=case)
    assert phone.send(phone.begin())[0]["state"] == "refused"


def test_another_officer_on_the_same_phone_sends_nothing_of_it():
    phone, other = Phone(), Phone()
    answer = other.post(phone.begin(), officer=phone.officer)
    assert answer.status_code == 409 and answer.json()["code"] == "other_officer"
    assert not Examination.objects.exists()


def test_an_id_of_another_officer_says_nothing_of_theirs():
    phone, other = Phone(), Phone()
    entry = phone.begin()
    phone.send(entry)
    assert other.send(entry)[0]["code"] == "id_taken"
    assert other.send(other.begin(examination=str(phone.examination)))[0]["code"] == "id_taken"


@pytest.mark.parametrize("verb", ["begin", "save", "close"])
def test_another_units_case_and_examination_are_unknown(verb):
    osh = Phone(make.officer("examiner", unit=make.unit("OSH")))
    theirs = begun(osh.case)
    osh.examination = uuid4() if verb == "begin" else theirs.pk
    refused = osh.send(getattr(osh, verb)())[0]
    assert refused["code"] in {"case_unknown", "examination_unknown"} and "instead" not in refused


@pytest.mark.parametrize("role", ["client", "administrator", "analyst", "auditor"])
def test_only_who_may_examine_sends_or_is_told_what_to_keep(role):
    phone = Phone(make.officer(role))
    assert phone.post(phone.begin()).status_code == 403
    for path in (
        "/examinations/kept/",
        "/examinations/mine/",
        f"/examinations/begin/{phone.case.pk}/sheet/0/",
    ):
        assert phone.browser.get(path).status_code == 403


def test_a_stranger_is_sent_to_the_door(client):
    assert client.post("/examinations/sync/", "{}", content_type="application/json").status_code == 302
    assert client.get("/examinations/kept/").status_code == 302


GOOD = {"id": str(uuid4()), "verb": "save", "examination": str(uuid4()), "typed": {}}
NOW = {"on_device_at": "2026-11-24T10:00:00+06:00"}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "\ud83d".encode("utf-8", "surrogatepass"),
        json.dumps({"entries": {}}),
        json.dumps({"entries": ["x"]}),
        json.dumps({"entries": [GOOD]}),
        json.dumps({"entries": [GOOD | NOW | {"verb": "delete"}]}),
        json.dumps({"entries": [GOOD | NOW | {"id": "7"}]}),
        json.dumps({"entries": [GOOD | {"on_device_at": "2026-11-24T10:00:00"}]}),
        json.dumps({"entries": [GOOD | NOW | {"typed": {"remarks": 7}}]}),
        json.dumps({"entries": [GOOD | NOW | {"typed": {"remarks": "\x00"}}]}),
        json.dumps({"entries": [GOOD | NOW | {"typed": {"remarks": "\ud83d"}}]}),
        json.dumps({"entries": [GOOD | NOW] * 51}),
        "[" * 200_000,
    ],
)
def test_nonsense_is_refused_whole(body):
    answer = as_officer().post("/examinations/sync/", body, content_type="application/json")
    assert answer.status_code == 400


def test_a_seal_that_is_too_long_is_told():
    phone = Phone()
    assert phone.send(phone.begin(), phone.save(seal_read="X" * 121))[1]["code"] == "seal_too_long"


def test_a_sending_without_the_token_is_refused():
    phone = Phone()
    from_elsewhere = type(phone.browser)(enforce_csrf_checks=True)
    from_elsewhere.force_login(phone.officer, backend="django.contrib.auth.backends.ModelBackend")
    body = json.dumps({"officer": str(phone.officer.pk), "entries": [phone.begin()]})
    refused = from_elsewhere.post("/examinations/sync/", body, content_type="application/json")
    token = from_elsewhere.get("/examinations/kept/?probe=1").json()["token"]
    taken = from_elsewhere.post(
        "/examinations/sync/", body, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert (refused.status_code, taken.status_code) == (403, 200)


# --- what the phone keeps


def pages_kept(phone: Phone) -> dict[str, str]:
    told = phone.browser.get("/examinations/kept/").json()
    assert told["officer"] == str(phone.officer.pk)
    return {page["page"]: page["from"] for page in told["pages"]}


def test_the_phone_keeps_what_is_the_officers_to_examine_and_what_they_opened():
    phone = Phone()
    named = selected(make.consignment(equipment=[{"number": "MSCU1"}]), examiner=phone.officer)
    colleagues = selected(make.consignment(equipment=[{"number": "MSCU2"}]), examiner=make.officer("examiner"))
    own = begun(selected(make.consignment(equipment=[{"number": "MSCU3"}])), phone.officer)
    kept = pages_kept(phone)
    assert f"/examinations/begin/{named.pk}/" in kept and f"/examinations/begin/{phone.case.pk}/" in kept
    assert f"/examinations/begin/{phone.case.pk}/sheet/0/" in kept
    assert f"/examinations/{own.pk}/" in kept
    assert f"/examinations/begin/{colleagues.pk}/" not in kept


def test_no_page_that_is_kept_tells_a_lane_a_score_or_why():
    phone = Phone(case=selected(lane="red", score=987654))
    other = neighbour(phone.case)
    begun(selected(make.consignment(equipment=[{"number": "MSCU3"}]), lane="red"), phone.officer)
    for page in pages_kept(phone).values():
        answer = phone.browser.get(page)
        assert answer.status_code == 200, page
        for word in ("Red lane", 'class="lane', "987654", "PR-", other.consignment.reference):
            assert word not in text(answer), (page, word)


def test_a_page_is_fetched_again_only_when_it_differs():
    phone = Phone()
    own = begun(selected(make.consignment(equipment=[{"number": "MSCU3"}])), phone.officer)

    def revisions() -> dict[str, str]:
        told = phone.browser.get("/examinations/kept/").json()["pages"]
        return {page["page"]: page["revision"] for page in told}

    before, own_page = revisions(), f"/examinations/{own.pk}/"
    own.answer(phone.officer, "floor", "in_order")
    after = revisions()
    assert before[own_page] != after[own_page]
    begin = f"/examinations/begin/{phone.case.pk}/"
    assert before[begin] == after[begin]


def test_what_is_kept_counts_its_queries(django_assert_max_num_queries):
    phone = Phone()
    for number in range(6):
        selected(make.consignment(equipment=[{"number": f"MSCU{number}"}]))
    with django_assert_max_num_queries(12):
        phone.browser.get("/examinations/kept/")
    with django_assert_max_num_queries(16):
        phone.browser.get("/examinations/mine/")


def test_a_sheet_is_of_a_selected_case_and_a_piece_of_it():
    phone = Phone()
    assert phone.browser.get(f"/examinations/begin/{phone.case.pk}/sheet/7/").status_code == 404
    begun(phone.case)
    stranger = as_officer(make.officer("examiner", unit=make.unit("OSH")))
    assert stranger.get(f"/examinations/begin/{phone.case.pk}/sheet/0/").status_code == 404


def test_the_worker_and_the_manifest_hold_nothing_of_a_case(client):
    worker, manifest = client.get("/service-worker.js"), client.get("/yard.webmanifest")
    assert worker["Content-Type"].startswith("text/javascript") and "no-cache" in worker["Cache-Control"]
    assert "css/yard.css" in text(worker) and "FROM THE SERVER" not in text(worker)
    assert manifest.json()["start_url"] == "/examinations/mine/"
