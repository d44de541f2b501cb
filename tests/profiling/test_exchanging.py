"""Profiles between PCUs: what leaves comes back the same, what was changed is refused, nothing is switched on."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation

from consignments.models import CaseEvent
from profiling.exchanging import MOST_BYTES, NotAcceptable, digest, exported, opened, signed
from profiling.models import ProfileVersion
from tests import factories as make
from tests.profiling import making
from tests.profiling.pages.conftest import signed_in

pytestmark = pytest.mark.django_db

SCOPE = {"all": [{"fact": "dispatch_country", "op": "in", "value": ["CN"]}, {"known": "gross_mass_kg"}]}
SECRET = "shared by Osh and Batken"


@pytest.fixture
def version():
    of = making.version(instruction="Count the cartons.", definition=making.DEFINITION | {"scope": SCOPE})
    of.profile.title = "Garments from China"
    of.profile.save()
    return of


def file_of(version, secret: str = "") -> dict:
    return json.loads(exported(version, "BATKEN", timezone.now(), secret))


def sealed(body: dict) -> bytes:
    body["sha256"] = digest(body)
    return json.dumps(body).encode()


def test_what_leaves_comes_back_the_same(version):
    said = opened(exported(version, "BATKEN", timezone.now()))
    assert said.definition is not None and said.definition.as_json()["scope"] == SCOPE
    assert (said.profile["title"], said.texts["instruction"]) == ("Garments from China", "Count the cartons.")
    assert (said.source["unit"], said.signature, said.faults) == ("BATKEN", "none", [])


def test_the_file_tells_what_it_means_in_english(version):
    with translation.override("ru"):
        body = file_of(version)
    assert body["meaning"]["it_looks_at"] == "Country of dispatch is one of CN and Gross mass is known"
    assert body["facts"]["gross_mass_kg"]["unit"] == "kg"


# name, what somebody does to the file
CHANGES = [
    ("the threshold", lambda body: body["definition"].update(threshold=1)),
    ("an indicator less", lambda body: body["definition"].update(indicators=[])),
    ("the instruction", lambda body: body["version"].update(instruction="Let it pass.")),
    ("the source", lambda body: body["source"].update(unit="OSH")),
    ("another key", lambda body: body.update(note="x")),
    ("no hash", lambda body: body.pop("sha256")),
    ("a hash that is none", lambda body: body.update(sha256=7)),
]


@pytest.mark.parametrize("change", [case[1] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_what_was_changed_on_the_way_is_refused(version, change):
    body = file_of(version)
    change(body)
    with pytest.raises(NotAcceptable):
        opened(json.dumps(body).encode())


def test_the_order_of_keys_and_blanks_does_not_matter(version):
    body = file_of(version)
    assert opened(json.dumps(dict(reversed(body.items())), indent=8).encode()).definition is not None


def test_a_signature_is_checked_where_a_secret_is_shared(version):
    raw = exported(version, "BATKEN", timezone.now(), SECRET)
    assert opened(raw, SECRET).signature == "valid"
    assert opened(raw).signature == "unchecked"
    with pytest.raises(NotAcceptable, match="signature is wrong"):
        opened(raw, "another secret")
    forged = json.loads(raw)
    forged["definition"]["threshold"] = 1
    forged["sha256"] = digest(forged)
    with pytest.raises(NotAcceptable):
        opened(json.dumps(forged).encode(), SECRET)
    assert signed("a", "b") != signed("a", "c")


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"null", b'{"format": "other"}', b"[" * 100_000, b"\xff\xfe", b"0" * (MOST_BYTES + 1)]
)
def test_what_is_no_such_file_is_refused(raw):
    with pytest.raises(NotAcceptable):
        opened(raw)


def test_unknown_facts_and_other_units_are_named(version):
    body = file_of(version)
    body["definition"]["scope"]["all"].append({"fact": "axle_load_kg", "op": "gt", "value": 1})
    body["facts"]["gross_mass_kg"]["unit"] = "t"
    said = opened(sealed(body))
    assert said.definition is None and [fault.path for fault in said.faults] == ["scope.all[2].fact"]
    assert said.other_meanings == ["gross_mass_kg is “t” there and “kg” here."]


# the pages


@pytest.fixture
def desk():
    return signed_in(make.officer("supervisor"))


def brought(desk, raw: bytes):
    return desk.post("/profiles/import/", {"file": SimpleUploadedFile("p.json", raw)})


def test_a_version_is_exported_by_who_drafts_and_the_log_says_so(desk, version):
    path = f"/profiles/{version.profile.code}/versions/1/export/"
    answer = desk.get(path)
    assert answer["Content-Disposition"].endswith(f'"{version.profile.code}-v1.json"')
    assert opened(answer.content).source["unit"] == "BATKEN"
    assert CaseEvent.objects.filter(subject_id=version.pk, verb="exported").count() == 1
    for role in ("auditor", "examiner", "client"):
        assert signed_in(make.officer(role)).get(path).status_code == 403
        assert signed_in(make.officer(role)).get("/profiles/import/").status_code == 403
    of_unit = making.version(making.profile(owner_unit=make.unit()))
    of_osh = signed_in(make.officer("supervisor", unit=make.unit("OSH")))
    assert of_osh.get(f"/profiles/{of_unit.profile.code}/versions/1/export/").status_code == 404


@pytest.mark.parametrize("make_what", ["profile", "version"])
def test_an_import_shows_what_differs_and_makes_a_draft_that_is_not_switched_on(desk, version, make_what):
    body = file_of(version)
    body["definition"]["threshold"] = 40
    raw = sealed(body)
    page = brought(desk, raw).content.decode()
    assert (
        "The hash fits." in page
        and "<del>50</del>" in page
        and "<ins>40</ins>" in page
        and "Country of dispatch is one of CN" in page
    )
    assert ProfileVersion.objects.count() == 1
    answer = desk.post("/profiles/import/", {"text": raw.decode(), "make": make_what})
    made = ProfileVersion.objects.exclude(pk=version.pk).get()
    assert answer.headers["Location"] == f"/profiles/{made.profile.code}/versions/{made.number}/edit/"
    assert (made.state, made.definition["threshold"], made.instruction) == ("draft", 40, "Count the cartons.")
    assert (made.profile == version.profile) is (make_what == "version")
    event = CaseEvent.objects.get(subject_id=made.pk, verb="imported")
    assert event.after["sha256"] == body["sha256"] and event.after["source"]["unit"] == "BATKEN"


def test_a_changed_text_is_checked_again_before_the_draft_is_made(desk, version):
    changed = exported(version, "BATKEN", timezone.now()).decode().replace('"threshold": 50', '"threshold": 1')
    answer = desk.post("/profiles/import/", {"text": changed, "make": "profile"})
    assert answer.status_code == 422 and "does not fit its hash" in answer.content.decode()
    assert ProfileVersion.objects.count() == 1


def test_a_file_with_faults_shows_them_by_path_and_makes_nothing(desk, version):
    body = file_of(version)
    body["definition"]["scope"]["all"][0]["fact"] = "axle_load_kg"
    raw = sealed(body)
    assert "scope.all[0].fact" in brought(desk, raw).content.decode()
    desk.post("/profiles/import/", {"text": raw.decode(), "make": "profile"})
    assert ProfileVersion.objects.count() == 1


def test_another_units_profile_of_the_same_code_is_neither_shown_nor_touched(version):
    foreign = making.version(making.profile(owner_unit=make.unit("OSH")))
    raw = exported(foreign, "OSH", timezone.now())
    desk = signed_in(make.officer("supervisor"))
    assert "Next version of" not in brought(desk, raw).content.decode()
    desk.post("/profiles/import/", {"text": raw.decode(), "make": "version"})
    assert foreign.profile.versions.count() == 1
