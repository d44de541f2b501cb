"""Feeding a register: what a file holds, what becomes of it, and who may send it by page, API and command."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.models import CompanyLicence, RegisteredBrand, RegisteredCompany, RegisterFeed
from profiling.registers.feeding import feed_register
from profiling.registers.layouts import LAYOUTS
from profiling.registers.rows import rows_of_file, rows_of_json
from tests import factories as make
from tests.profiling.api.conftest import api
from tests.profiling.pages.conftest import signed_in

COMPANIES = """inn,name,registered_on,status,activity_codes,address
01203201810045,ОсОО Нур,2018-03-12,active,46.39 49.41,"г. Ош, ул. Ленина 12"
02203201910046,Береке ОсОО,22.03.2019,ликвидирован,,Ош
""".encode()
LICENCES = b"inn;kind;number;valid_from;valid_until\n01203201810045;tobacco;T-1;2024-01-01;2027-01-01\n"
BRANDS = b"word,holder,origin_countries\nVelmora Sport,Velmora SpA,IT PT\n"


def feed(register, raw, **how):
    how.setdefault("is_whole", True)
    return feed_register(register, rows_of_file(raw, register), raw, **how)


def test_rows_of_companies():
    records = list(rows_of_file(COMPANIES, "companies").records.values())
    first, second = records
    assert (first["inn_key"], first["name_key"], first["registered_on"]) == ("01203201810045", "nur", date(2018, 3, 12))
    assert first["activity_codes"] == ["46.39", "49.41"] and len(first["address_key"]) == 32
    # a city alone is no address that could be shared
    assert (second["status"], second["registered_on"], second["address_key"]) == ("closed", date(2019, 3, 22), "")


@pytest.mark.parametrize(
    ("register", "line", "problem"),
    [
        ("companies", ",Nur,,,,", "Nothing stands in: inn."),
        ("companies", "--,Nur,,,,", "The tax number has no digits, or too many."),
        ("companies", "01203201810045,Nur,yesterday,,,", "The column “registered_on” is no day such as 2024-03-31."),
        ("companies", "01203201810045,Nur,,asleep,,", "The status is none of: active, suspended, closed."),
        ("companies", "01203201810045,Nur,,,trade,", "Activities are codes such as 46.39, with a space between them."),
        ("companies", "01203201810045," + "N" * 400 + ",,,,", "The column “name” is too long."),
    ],
)
def test_a_bad_row_stays_out_alone(register, line, problem):
    good = "02203201910046,Good,,,,"
    rows = rows_of_file(f"inn,name,registered_on,status,activity_codes,address\n{line}\n{good}\n".encode(), register)
    assert [(row.line, row.problem) for row in rows.refused] == [(2, problem)]
    assert len(rows.records) == 1


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"name\nNur\n", "The first line names no column: inn."),
        (b"", "The first line names no column: inn, name."),
        (b"\x00\xff\xfe", "The first line names no column: inn, name."),
    ],
)
def test_a_file_that_is_no_register(raw, problem):
    rows = rows_of_file(raw, "companies")
    assert (rows.records, [row.problem for row in rows.refused]) == ({}, [problem])


def test_russian_headers_and_windows_letters():
    rows = rows_of_file("ИНН;Наименование\n01203201810045;Нур\n".encode("cp1251"), "companies")
    assert next(iter(rows.records.values()))["name"] == "Нур"


@given(st.binary(max_size=300), st.sampled_from(sorted(LAYOUTS)))
def test_no_bytes_break_the_reader(raw, register):
    rows_of_file(raw, register)


COLUMNS = st.sampled_from(["inn", "name", "word", "kind", "number", "registered_on"])
ROWS = st.recursive(
    st.none() | st.text(max_size=8) | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(COLUMNS, inner),
    max_leaves=8,
)


@given(ROWS)
def test_no_json_breaks_the_reader(row):
    for register in LAYOUTS:
        rows_of_json([row], register)


@pytest.mark.django_db
def test_a_whole_file_replaces_and_a_second_is_the_same():
    feed("companies", COMPANIES)
    again = feed("companies", COMPANIES)
    assert (again.rows_taken, again.rows_gone, RegisteredCompany.objects.count()) == (2, 0, 2)
    shorter = feed("companies", COMPANIES[: COMPANIES.rindex(b"02203201910046")])
    assert (shorter.rows_gone, RegisteredCompany.objects.get().inn_key) == (1, "01203201810045")


@pytest.mark.django_db
def test_additions_update_and_take_nothing_out():
    feed("companies", COMPANIES)
    added = b"inn,name,status\n01203201810045,Nur New OsOO,suspended\n03203201910047,Third OsOO,\n"
    fed = feed("companies", added, is_whole=False)
    assert (fed.rows_gone, RegisteredCompany.objects.count()) == (0, 3)
    assert RegisteredCompany.objects.get(inn_key="01203201810045").status == "suspended"


@pytest.mark.django_db
def test_a_file_that_may_be_cut_is_refused_unless_that_is_meant():
    many = [{"inn": f"0120320181{n:04}", "name": f"Firm {n}"} for n in range(40)]
    rows = rows_of_json(many, "companies")
    feed_register("companies", rows, b"40", is_whole=True)
    with pytest.raises(Refused) as refused:
        feed("companies", COMPANIES)
    assert refused.value.code == "register_shrinks"
    assert RegisteredCompany.objects.count() == 40
    assert feed("companies", COMPANIES, may_shrink=True).rows_gone >= 38


@pytest.mark.django_db
def test_nothing_goes_in_from_an_empty_file():
    with pytest.raises(Refused) as refused:
        feed("companies", b"inn,name\n")
    assert refused.value.code == "register_empty"
    assert not RegisterFeed.objects.exists()


@pytest.mark.django_db
def test_a_feed_is_logged_without_names():
    officer = make.officer("supervisor")
    feed("brands", BRANDS, officer=officer)
    event = CaseEvent.objects.get(subject_kind="register")
    assert (event.verb, event.actor) == ("fed", officer)
    assert "Velmora" not in str(event.after)
    assert RegisteredBrand.objects.get().origin_countries == ["IT", "PT"]


@pytest.mark.django_db
def test_the_command(tmp_path):
    path = tmp_path / "licences.csv"
    path.write_bytes(LICENCES)
    out = io.StringIO()
    call_command("import_register", path, register="licences", stdout=out)
    assert "licences: 1 rows in, 0 refused, 0 gone" in out.getvalue()
    assert CompanyLicence.objects.get().valid_until == date(2027, 1, 1)
    with pytest.raises(CommandError):
        call_command("import_register", tmp_path / "none.csv", register="licences")


API = "/api/v1/registers/companies/"


@pytest.mark.django_db
def test_the_api_is_for_the_register_client_and_supervisors():
    for role in ["client", "analyst", "examiner", "auditor", "coordinator", "administrator"]:
        caller = api(make.officer(role))
        assert caller.get(API).status_code == 403, role
        assert caller.put(API, COMPANIES, content_type="text/csv").status_code == 403, role
    assert api().put(API, COMPANIES, content_type="text/csv").status_code == 401
    feeder = api(make.officer("register_client"))
    assert feeder.get(API).status_code == 404
    answer = feeder.put(API, COMPANIES, content_type="text/csv")
    assert (answer.status_code, answer.json()["rows_taken"], answer.json()["is_whole"]) == (201, 2, True)
    assert feeder.get(API).json()["sha256"] == answer.json()["sha256"]
    assert feeder.put("/api/v1/registers/ships/", COMPANIES, content_type="text/csv").status_code == 404


@pytest.mark.django_db
def test_the_register_client_reads_and_posts_nothing_else():
    feeder = api(make.officer("register_client"))
    for path in ["/api/v1/consignments/", "/api/v1/assessments/", "/api/v1/submissions/", "/api/v1/watchlists/"]:
        assert feeder.get(path).status_code == 403, path
    assert feeder.post("/api/v1/submissions/", b"{}", content_type="application/json").status_code == 403


@pytest.mark.django_db
def test_json_rows_and_their_problems():
    feeder = api(make.officer("register_client"))
    rows = '[{"inn": "01203201810045", "name": "Nur", "activity_codes": ["46.39"]}, {"name": "Nobody"}, 7]'
    answer = feeder.post(API, rows, content_type="application/json").json()
    assert (answer["rows_taken"], answer["rows_refused"], answer["is_whole"]) == (1, 2, False)
    assert [row["line"] for row in answer["refused"]] == [2, 3]
    for body in ["{", '{"inn": 1}', "[" * 5000]:
        assert feeder.post(API, body, content_type="application/json").status_code == 400, body[:10]
    empty = feeder.post(API, "[]", content_type="application/json")
    assert (empty.status_code, empty.json()["code"]) == (409, "register_empty")


def sent(raw=COMPANIES, **fields):
    return {"register": "companies", "file": SimpleUploadedFile("firms.csv", raw), "is_whole": "on", **fields}


@pytest.mark.django_db
def test_the_page_is_for_supervisors():
    for role in ["analyst", "examiner", "client", "coordinator", "auditor", "administrator"]:
        desk = signed_in(make.officer(role))
        assert desk.get("/registers/").status_code == 403, role
        assert desk.post("/registers/upload/", sent()).status_code == 403, role
    for role in ["supervisor", "unit_head"]:
        assert signed_in(make.officer(role)).get("/registers/").status_code == 200, role


@pytest.mark.django_db
def test_a_supervisor_feeds_a_register():
    desk = signed_in(make.officer("supervisor"))
    assert desk.post("/registers/upload/", sent()).status_code == 302
    shown = desk.get("/registers/").content.decode()
    assert "answers" in shown and RegisteredCompany.objects.count() == 2
    bad = desk.post("/registers/upload/", sent(b"inn,name\n01203201810045,Nur\n,Nobody\n"))
    assert bad.status_code == 200 and "Nothing stands in: inn." in bad.content.decode()
    nothing = desk.post("/registers/upload/", sent(b"inn,name\n"))
    assert nothing.status_code == 422
    assert desk.post("/registers/upload/", {"register": "companies"}).status_code == 422
