"""Watch lists as officers keep them: entries in, files in, entries ended, and whose cases are assessed anew."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.models import History, HistoryKey, WatchListEntry
from profiling.watching.entries import add_entry, begin_list, end_entry, import_entries, switch_list
from profiling.watching.looking_back import look_back
from profiling.watching.warnings import close_warning, receive_warning
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make.officer("analyst")


def refusal(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as refused:
        verb(*args, **kwargs)
    return refused.value.code


def here(consignee="Ak-Bermet Tekstil OsOO", identifier="", phone="", street="", city="", **fields):
    """A consignment that is still here, has been assessed, and is remembered with its numbers."""
    stated = {"identifier": identifier, "country": "KG", "phone": phone, "street": street, "city": city}
    made = make.consignment(parties=[{"role": "consignee", "name": consignee, **stated}], **fields)
    revision = make.revision_of(made)
    remembered = History.objects.create(
        revision=revision,
        consignment=made,
        manifest_id=revision.manifest_id,
        source_id=made.source_id,
        unit_id=made.unit_id,
        known_at=revision.known_at,
        document_number_key=made.document_number.replace("-", ""),
    )
    for kind, key in [("plate", revision.manifest.conveyance_key), ("container", "KSHU6182408")]:
        HistoryKey.objects.create(history=remembered, kind=kind, key=key, known_at=revision.known_at)
    return made


def due(of) -> str | None:
    return make.revision_of(of).round_due


def test_a_list_belongs_to_its_officers_unit(officer):
    made = begin_list(officer, name="Own seizures", kind="party", purpose="risk", lane="red")
    assert (made.unit, made.created_by) == (officer.unit, officer)
    again = {"name": "Own seizures", "kind": "plate", "purpose": "risk", "lane": "red"}
    assert refusal(begin_list, officer, **again) == "name_taken"
    assert begin_list(make.officer("analyst", unit=make.unit("OSH")), **again).unit.code == "OSH"


def test_an_entry_is_kept_as_given_and_compared_by_its_key(officer):
    entry = add_entry(making.watch_list(kind="plate"), officer, value=" 01 kg 730-bhc ", note="any trailer")
    assert (entry.value, entry.value_key, entry.added_by) == ("01 kg 730-bhc", "01KG730BHC", officer)


def test_an_entry_needs_something_to_match(officer):
    assert refusal(add_entry, making.watch_list(), officer, value=" … ") == "cannot_match"


def test_the_same_entry_is_not_put_in_twice_until_it_has_ended(officer):
    the_list = making.watch_list(kind="container")
    entry = add_entry(the_list, officer, value="KSHU 618240-8")
    assert refusal(add_entry, the_list, officer, value="kshu6182408") == "listed_already"
    end_entry(entry, officer, "Box scrapped.")
    assert add_entry(the_list, officer, value="KSHU6182408").ended_at is None


def test_ending_needs_a_reason_and_happens_once(officer):
    entry = add_entry(making.watch_list(), officer, value="Ak-Bermet")
    assert refusal(end_entry, entry, officer, " ") == "reason_missing"
    end_entry(entry, officer, "Cleared by the court.")
    assert refusal(end_entry, entry, officer, "Again.") == "ended_already"
    event = CaseEvent.objects.get(subject_id=entry.pk)
    assert (event.verb, event.actor, event.reason) == ("ended", officer, "Cleared by the court.")


def test_every_change_stamps_the_list(officer):
    the_list = making.watch_list()
    stamps = [the_list.changed_at]
    entry = add_entry(the_list, officer, value="Ak-Bermet")
    for change in [
        lambda: end_entry(entry, officer, "Over."),
        lambda: import_entries(the_list, officer, b"value\nAla-Too\n"),
        lambda: switch_list(the_list, officer, is_active=False, reason="Being checked."),
    ]:
        the_list.refresh_from_db()
        stamps.append(the_list.changed_at)
        change()
    the_list.refresh_from_db()
    stamps.append(the_list.changed_at)
    assert stamps == sorted(set(stamps))


def test_a_file_goes_in_but_for_its_bad_rows(officer):
    the_list = making.watch_list()
    add_entry(the_list, officer, value="Ala-Too")
    done = import_entries(
        the_list, officer, "value,country\nАла-Тоо,KG\nNur,Kyrgyz\nAk-Bermet,KG\nAK BERMET,\n".encode()
    )
    assert (done.added, done.known, [problem.line for problem in done.problems]) == (1, 2, [3])
    assert set(the_list.entries.values_list("value", flat=True)) == {"Ala-Too", "Ak-Bermet"}


def test_a_file_without_a_header_changes_nothing(officer):
    the_list = making.watch_list()
    done = import_entries(the_list, officer, b"Nur\nAla\n")
    assert (done.added, done.problems[0].line) == (0, 1)
    assert not CaseEvent.objects.filter(subject_id=the_list.pk).exists()


# name, kind of list, value of the entry, identifier, whether the consignment is concerned
CONCERNED = [
    ("a name spelt alike", "party", "ОсОО «Ак-Бермет Текстиль»", "", True),
    ("another name", "party", "Dordoi Plast", "", False),
    ("the tax number under another name", "party", "Quite Different", "ИНН 01403202410388", True),
    ("the container", "container", "KSHU 618240-8", "", True),
    ("another container", "container", "KSHU 618240-9", "", False),
    ("the plate", "plate", "01 kg 730 bhc", "", True),
    ("a plate list does not look at containers", "plate", "KSHU6182408", "", False),
    ("the document", "document", "№ CMR 0088240", "", True),
    ("a paper it names", "document", "INV 77", "", True),
    ("a phone", "phone", "0555 123456", "", True),
    ("another phone", "phone", "0555 123457", "", False),
    ("an address", "address", "12 Lenina street, Osh", "", True),
    ("a tax number by itself", "inn", "01403202410388", "", True),
    ("another tax number", "inn", "01403202410389", "", False),
    ("a vessel that is none of the plates", "vessel", "IMO 9074729", "", False),
]


@pytest.mark.parametrize(
    ("kind", "value", "identifier", "concerned"), [row[1:] for row in CONCERNED], ids=[row[0] for row in CONCERNED]
)
def test_a_new_entry_opens_a_round_where_it_is_borne(officer, kind, value, identifier, concerned):
    case = here(
        identifier="01403202410388", document_number="CMR-0088240", documents=[{"number": "INV-77"}],
        phone="+996 555 123456", street="ул. Ленина, 12", city="г. Ош",
    )  # fmt: skip
    add_entry(making.watch_list(kind=kind), officer, value=value, identifier=identifier)
    assert due(case) == ("watch_list" if concerned else None)


def test_a_list_looks_back_on_what_has_left_but_only_so_many_days_and_in_its_own_unit(officer, settings):
    settings.SCREENING_LOOK_BACK_DAYS = 30
    left, elsewhere, never_came = here(movement="left"), here(unit=make.unit("OSH")), here(movement="never_came")
    long_ago = timezone.now() - timedelta(days=31)
    old = here(movement="left", known_at=long_ago, manifest_fields={"arrival_at": long_ago})
    awaited = here(known_at=long_ago, manifest_fields={"arrival_at": timezone.now()})
    add_entry(making.watch_list(kind="container"), officer, value="KSHU6182408")
    assert [due(each) for each in (left, elsewhere, never_came, old, awaited)] == [
        "watch_list", None, None, None, "watch_list",
    ]  # fmt: skip
    add_entry(making.watch_list(kind="container", unit=None), officer, value="KSHU6182408")
    assert due(elsewhere) == "watch_list"


def test_a_long_file_is_compared_by_a_worker(officer, monkeypatch):
    monkeypatch.setattr("profiling.watching.entries.MOST_AT_ONCE", 2)
    one, other = here(), here(consignee="Zhongda Machinery")
    done = import_entries(making.watch_list(), officer, b"value\nAk-Bermet Textile\nDordoi Plast\nNobody Else\n")
    assert (done.rounds, due(one)) == (None, None)
    while look_back(limit=2):
        pass
    assert (due(one), due(other)) == ("watch_list", None)
    assert not WatchListEntry.objects.filter(looks_back=True).exists()


def test_a_file_opens_the_rounds_of_all_its_entries(officer):
    one, other = here(), here(consignee="Dordoi Plast")
    done = import_entries(making.watch_list(), officer, b"value\nAk-Bermet Tekstil\nDordoi Plast\nNobody Else\n")
    assert (done.added, done.rounds, due(one), due(other)) == (3, 2, "watch_list", "watch_list")


def test_taking_off_opens_no_round(officer):
    the_list = making.watch_list(kind="container")
    entry = making.entry(the_list, "KSHU6182408")
    case = here()
    end_entry(entry, officer, "Over.")
    switch_list(the_list, officer, is_active=False, reason="Over.")
    assert due(case) is None


def test_a_list_switched_on_again_opens_rounds(officer):
    the_list = making.watch_list(kind="container", is_active=False)
    case = here()
    add_entry(the_list, officer, value="KSHU6182408")
    assert due(case) is None
    switch_list(the_list, officer, is_active=True, reason="Checked.")
    assert due(case) == "watch_list"
    assert refusal(switch_list, the_list, officer, is_active=True, reason="Twice.") == "as_it_was"


def test_a_trusted_trader_waits_for_the_next_round(officer):
    case = here()
    add_entry(making.watch_list(purpose="trusted"), officer, value="Ak-Bermet Tekstil OsOO")
    assert due(case) is None


def test_a_warning_opens_rounds_in_every_unit(officer):
    ours, theirs = here(), here(unit=make.unit("OSH"))
    warning = receive_warning(officer, reference="W-7", from_unit="PCU Bishkek", kind="plate", value="01KG730BHC")
    assert (due(ours), due(theirs)) == ("message", "message")
    assert CaseEvent.objects.get(subject_id=warning.pk).verb == "received"


def test_a_warning_comes_in_once_and_is_closed_once(officer):
    what = {"reference": "W-7", "from_unit": "PCU Bishkek", "kind": "plate", "value": "01KG730BHC"}
    warning = receive_warning(officer, **what)
    assert refusal(receive_warning, officer, **what) == "reference_taken"
    assert refusal(receive_warning, officer, **what | {"reference": "W-8", "value": "-"}) == "cannot_match"
    assert refusal(close_warning, warning, officer, "") == "reason_missing"
    close_warning(warning, officer, "The truck was found.")
    assert refusal(close_warning, warning, officer, "Again.") == "closed_already"


@pytest.mark.django_db(transaction=True)
def test_two_uploads_of_one_file_at_once_enter_each_row_once():
    officer, the_list = make.officer("analyst"), making.watch_list()
    raw = b"value\n" + b"".join(b"Firm %d Import\n" % number for number in range(40))

    def upload(_):
        try:
            return import_entries(the_list, officer, raw).added
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(upload, range(4)))
    assert sorted(added) == [0, 0, 0, 40]
    assert WatchListEntry.objects.filter(watch_list=the_list).count() == 40


def test_what_is_on_everybodys_list_is_taken_off_by_a_head_or_the_coordinator_only():
    shared = making.watch_list(unit=None)
    entry = making.entry(shared, "Nur-Kiyim")
    analyst, head = make.officer("analyst"), make.officer("unit_head")
    assert refusal(end_entry, entry, analyst, "Over.") == "shared_list"
    assert refusal(switch_list, shared, analyst, is_active=False, reason="Noise.") == "shared_list"
    end_entry(entry, head, "Over.")
    switch_list(shared, make.officer("coordinator"), is_active=False, reason="Noise.")
    own = making.watch_list()
    assert refusal(switch_list, own, make.officer("coordinator"), is_active=False, reason="Noise.") == "shared_list"
