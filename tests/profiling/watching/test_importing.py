"""A published list: read, shown as a difference, applied by somebody; what it dropped ends, what was typed stays."""

import io
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from consignments.models import CaseEvent
from consignments.refusing import Refused
from profiling.models import ListImport, StagedEntry
from profiling.watching.entries import add_entry
from profiling.watching.importing import apply, read_published, set_aside
from profiling.watching.looking_back import look_back
from profiling.watching.looking_up import look_up
from profiling.watching.published.layouts import ListFileGiven
from tests import factories as make
from tests.profiling import making
from tests.profiling.watching.test_entries import due, here
from tests.profiling.watching.test_published import SAMPLES, given_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make.officer("supervisor")


@pytest.fixture
def the_list():
    return making.watch_list(name="Published")


def entities(*said: tuple[str, str], **more) -> list[ListFileGiven]:
    """A file of persons, each (source id, name)."""
    lines = [
        json.dumps({"id": source, "schema": "Person", "properties": {"name": [name], **more}}, ensure_ascii=False)
        for source, name in said
    ]
    return [ListFileGiven("entities.ftm.json", io.BytesIO("\n".join(lines).encode()))]


def refusal(verb, *args) -> str:
    with pytest.raises(Refused) as refused:
        verb(*args)
    return refused.value.code


def live(the_list) -> dict[str, str]:
    return dict(the_list.entries.live().values_list("source_id", "value"))


def test_reading_shows_the_difference_and_changes_nothing(the_list, officer):
    made = read_published(the_list, officer, given_files(["entities.ftm.json"]))
    assert (made.new_count, made.changed_count, made.gone_count, made.entry_count) == (2, 0, 0, 2)
    assert (made.other_kind_count, [problem["record"] for problem in made.problems]) == (2, ["5", "6", "7"])
    assert made.files[0]["bytes"] == (SAMPLES / "entities.ftm.json").stat().st_size
    assert len(made.files[0]["sha256"]) == 64
    assert not the_list.entries.exists()
    assert made.staged.count() == 2


def test_applying_enters_all_that_is_said_with_the_publishers_id(the_list, officer):
    apply(read_published(the_list, officer, given_files(["entities.ftm.json"])), officer)
    person = the_list.entries.get(source_id="xx-own-1")
    assert (person.value, person.country, person.birth_dates) == ("Турсунбек Акматов", "KG", ["1975-03-14"])
    assert {person.identifier, *person.identifiers} == {"AN7654321", "21403197510388"}
    assert "Akmatov Tursun" in person.aliases and person.added_by == officer
    assert not StagedEntry.objects.exists()
    assert look_up("Tursun Akmatov", officer)[0].entry == person
    assert CaseEvent.objects.filter(subject_id=the_list.pk, verb="import_applied").count() == 1


def test_the_next_issue_ends_what_is_gone_and_enters_what_changed_anew(the_list, officer):
    typed = add_entry(the_list, officer, value="Typed By Hand")
    apply(
        read_published(the_list, officer, entities(("1", "Nur Kiyim"), ("2", "Dordoi Plast"), ("3", "Ala Too"))),
        officer,
    )
    kept = the_list.entries.get(source_id="1")
    made = read_published(the_list, officer, entities(("1", "Nur Kiyim"), ("2", "Dordoi Plastik"), ("4", "Ak Suu")))
    assert (made.new_count, made.changed_count, made.gone_count) == (1, 1, 1)
    assert set(made.staged.values_list("change", "value")) == {
        ("new", "Ak Suu"), ("changed", "Dordoi Plastik"), ("gone", "Ala Too"),
    }  # fmt: skip
    apply(made, officer)
    assert live(the_list) == {"": "Typed By Hand", "1": "Nur Kiyim", "2": "Dordoi Plastik", "4": "Ak Suu"}
    assert the_list.entries.get(source_id="1") == kept and the_list.entries.get(pk=typed.pk).ended_at is None
    assert the_list.entries.filter(source_id="2").count() == 2


def test_the_same_issue_again_changes_nothing(the_list, officer):
    files = [("1", "Nur Kiyim"), ("2", "Dordoi Plast")]
    apply(read_published(the_list, officer, entities(*files)), officer)
    the_list.refresh_from_db()
    stamp = the_list.changed_at
    made = read_published(the_list, officer, entities(*reversed(files)))
    assert (made.new_count, made.changed_count, made.gone_count) == (0, 0, 0)
    apply(made, officer)
    the_list.refresh_from_db()
    assert the_list.changed_at == stamp


def test_two_namesakes_are_two_entries(the_list, officer):
    apply(read_published(the_list, officer, entities(("1", "Nur Kiyim"), ("2", "Nur Kiyim"))), officer)
    assert len(live(the_list)) == 2


def test_a_difference_to_a_list_that_has_changed_is_refused(the_list, officer):
    made = read_published(the_list, officer, entities(("1", "Nur Kiyim")))
    add_entry(the_list, officer, value="Meanwhile")
    assert refusal(apply, made, officer) == "list_changed"
    assert live(the_list) == {"": "Meanwhile"}


def test_a_difference_is_settled_once(the_list, officer):
    made = read_published(the_list, officer, entities(("1", "Nur Kiyim")))
    set_aside(made, officer)
    assert refusal(apply, made, officer) == "settled_already"
    assert refusal(set_aside, made, officer) == "settled_already"
    assert not StagedEntry.objects.exists()


def test_a_second_reading_sets_the_first_aside(the_list, officer):
    first = read_published(the_list, officer, entities(("1", "Nur Kiyim")))
    read_published(the_list, officer, entities(("1", "Nur Kiyim")))
    first.refresh_from_db()
    assert (first.state, ListImport.objects.filter(state="read").count()) == ("set_aside", 1)


def test_a_list_of_vessels_takes_the_vessels(officer):
    ships = making.watch_list(kind="vessel")
    apply(read_published(ships, officer, given_files(["sdn.xml"])), officer)
    (ship,) = ships.entries.live()
    assert (ship.value, ship.value_key, ship.aliases) == ("9074729", "9074729", ["LAKE STAR"])
    assert refusal(read_published, making.watch_list(kind="plate"), officer, given_files(["sdn.xml"])) == (
        "list_of_another_kind"
    )


def test_it_opens_the_rounds_of_whom_it_names_by_an_alias(the_list, officer):
    case, other = here(consignee="NURLAN ASANOV"), here(consignee="Dordoi Plast")
    made = read_published(the_list, officer, entities(("1", "Somebody Else"), alias=["Асанов Нурлан"]))
    assert apply(made, officer) == 1
    assert (due(case), due(other)) == ("watch_list", None)


def test_a_long_issue_is_compared_by_a_worker(the_list, officer, monkeypatch):
    monkeypatch.setattr("profiling.watching.importing.MOST_AT_ONCE", 1)
    case = here(consignee="NURLAN ASANOV")
    made = read_published(the_list, officer, entities(("1", "Асанов Нурлан"), ("2", "Dordoi Plast")))
    assert (apply(made, officer), due(case)) == (None, None)
    assert (look_back(), due(case)) == (2, "watch_list")


def test_the_command_shows_and_applies(the_list):
    path, out = str(SAMPLES / "targets.simple.csv"), StringIO()
    call_command("import_watch_list", path, name="Published", unit="BATKEN", stdout=out)
    assert "2 entries: 2 new, 0 changed, 0 gone" in out.getvalue() and not the_list.entries.exists()
    call_command("import_watch_list", path, name="Published", unit="BATKEN", apply=True, stdout=out)
    assert the_list.entries.count() == 2
    with pytest.raises(CommandError):
        call_command("import_watch_list", path, name="Nothing", unit="BATKEN")
    with pytest.raises(CommandError):
        call_command("import_watch_list", str(SAMPLES / "missing"), name="Published", unit="BATKEN")
