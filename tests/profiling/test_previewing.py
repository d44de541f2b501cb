"""The preview is bounded: a draft that never ends is given up, and one that was overtaken is cancelled."""

import threading
import time

import pytest
from django.db import connection, connections

from profiling import previewing
from profiling.conditions.definition import stored_definition
from profiling.measuring import Period
from profiling.previewing import Superseded, TookTooLong, preview
from tests import factories as make
from tests.profiling import making

ENDLESS = previewing._REST + ", pg_sleep(30)"
DEFINITION = stored_definition(making.DEFINITION)


def ask(asker: str = "officer:page", **more):
    return preview(DEFINITION, Period.last_days(30), make.unit(), asker=asker, **more)


def running(asker: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE application_name = %s", [f"preview {asker}"])
        return cursor.fetchone()[0] > 0


@pytest.mark.django_db
def test_what_takes_too_long_is_given_up_in_time(monkeypatch):
    monkeypatch.setattr(previewing, "_REST", ENDLESS)
    started = time.monotonic()
    with pytest.raises(TookTooLong):
        ask(limit_ms=100)
    assert time.monotonic() - started < 5


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("second_asker", "ends"), [("officer:page", True), ("officer:other", False)])
def test_a_later_question_of_the_same_page_cancels_the_earlier(monkeypatch, second_asker, ends):
    make.unit()
    monkeypatch.setattr(previewing, "_REST", ENDLESS)
    raised: list[Exception] = []

    def ask_first() -> None:
        try:
            ask(limit_ms=4_000)
        except (Superseded, TookTooLong) as error:
            raised.append(error)
        finally:
            connections.close_all()

    first = threading.Thread(target=ask_first)
    first.start()
    while not running("officer:page"):
        time.sleep(0.02)
    time.sleep(0.2)
    monkeypatch.undo()
    assert ask(second_asker).assessed == 0
    first.join(1.5)
    assert first.is_alive() is not ends
    first.join()
    assert isinstance(raised[0], Superseded if ends else TookTooLong)


@pytest.mark.django_db
def test_goods_items_are_asked_of_one_in_so_many_where_there_are_many(monkeypatch):
    """One in so many stands for the rest, and the preview says so."""
    monkeypatch.setattr(previewing, "MOST_ASKED", 1)
    vague = {"any_item": {"fact": "description_is_vague", "op": "is_true"}}
    definition = stored_definition(making.DEFINITION | {"indicators": [{"code": "C01", "points": 50, "when": vague}]})
    for _ in range(4):
        facts = making.assessment().facts
        facts.items.create(number=1, description_is_vague=True)
    found = preview(definition, Period.last_days(30), make.unit(), asker="x")
    assert found.pace == 4 and found.hits in (0, 4, 8, 12, 16)
    monkeypatch.undo()
    assert preview(definition, Period.last_days(30), make.unit(), asker="x").hits == 4


@pytest.mark.django_db
def test_a_consignment_counts_once_whatever_its_rounds():
    of = make.consignment()
    for number in (1, 2):
        making.assessment(of, round=number, state="" if number == 2 else "superseded",
                          facts_values={"container_number_invalid": True})  # fmt: skip
    found = ask()
    assert (found.assessed, found.rounds_hit, found.hits, len(found.recent)) == (2, 2, 1, 1)
