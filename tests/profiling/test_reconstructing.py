"""Facts that are younger than a round are reckoned as of its moment, apart from the frozen ones."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import ConsignmentFacts, ReconstructedFacts
from profiling.reconstructing import NotReconstructable, _told_as_of, check_columns, reconstruct, reconstruct_all
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

NO_SEALS = [{"number": "MSKU1234560", "seals": []}]


def old_round(**fields) -> ConsignmentFacts:
    """A round that was frozen before any column of its own was known."""
    return making.facts(make.consignment(equipment=NO_SEALS, **fields))


def test_what_the_document_said_is_filled_and_the_frozen_stay():
    old = old_round()
    assert reconstruct(["seal_missing", "container_number_invalid"]) == 1
    kept = ReconstructedFacts.objects.get(facts=old)
    assert kept.values == {"seal_missing": True, "container_number_invalid": True}
    assert kept.columns == ["container_number_invalid", "seal_missing"]
    old.refresh_from_db()
    assert old.seal_missing is None
    assert reconstruct(["seal_missing", "container_number_invalid"]) == 0


def test_what_the_live_platform_would_have_frozen_is_what_is_reckoned():
    old = old_round()
    twin = make.consignment(equipment=NO_SEALS, round_due="revision")
    assess_due()
    live = ConsignmentFacts.objects.get(consignment=twin)
    names = ["seal_missing", "container_number_invalid", "gross_mass_kg", "mode", "route_countries"]
    assert reconstruct_all(names) == 1
    kept = ReconstructedFacts.objects.get(facts=old).values
    assert {name: kept.get(name) for name in names} == {name: getattr(live, name) for name in names}


def test_an_unknown_from_the_columns_own_time_stays_unknown():
    old = old_round()
    making.facts(make.consignment(), seal_missing=False)
    young = old_round()
    assert reconstruct_all(["seal_missing"]) == 1
    assert ReconstructedFacts.objects.get().facts_id == old.pk != young.pk


def test_history_is_asked_as_of_the_round():
    """What came after the round is no history of it."""
    long_ago = timezone.now() - timedelta(days=9)
    first = make.consignment(document_number="CMR-77", round_due="revision", known_at=long_ago)
    assess_due()
    again = make.consignment(document_number="CMR-77", round_due="revision")
    assess_due()
    frozen = {of.pk: ConsignmentFacts.objects.get(consignment=of) for of in (first, again)}
    old = {pk: making.facts(facts.consignment, round=2, known_at=facts.known_at) for pk, facts in frozen.items()}
    for facts in old.values():
        told, _items, is_remembered = _told_as_of(facts, facts.known_at)
        same = frozen[facts.consignment_id]
        assert is_remembered and told["document_number_reused"] == same.document_number_reused
    assert [frozen[pk].document_number_reused for pk in (first.pk, again.pk)] == [False, True]


def test_a_round_whose_papers_came_later_is_left_out():
    old = old_round()
    make.supporting_document(consignment=old.consignment, known_at=old.known_at + timedelta(hours=1))
    assert reconstruct_all(["seal_missing"]) == 0


def test_goods_items_are_filled_by_number():
    goods = [{"number": 1, "commodity_code": "610910", "description": "T-shirts"}]
    old = making.facts(make.consignment(goods=goods))
    old.items.create(number=1)
    reconstruct_all(["hs4"])
    assert ReconstructedFacts.objects.get(facts=old).items == {"1": {"hs4": "6109"}}


@pytest.mark.parametrize("column", ["colour", "is_drawn", "trader_is_trusted", "open_warning"])
def test_what_is_not_kept_as_it_was_is_refused(column):
    with pytest.raises(NotReconstructable):
        check_columns([column])
    with pytest.raises(CommandError):
        call_command("reconstruct_facts", column)


def test_the_command_tells_how_many():
    old_round()
    out = StringIO()
    call_command("reconstruct_facts", "seal_missing", stdout=out)
    assert out.getvalue() == "1 rounds reckoned\n"
