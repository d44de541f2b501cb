"""Thin history is not silence: a table of what counts as thin, and a story of both."""

import pytest

from profiling.assessing import assess_due
from profiling.excusing import thin_facts
from profiling.models import Assessment
from tests import factories as make
from tests.profiling import making

BOTH = ["consignee", "consignor"]
PRICED = {"item_value_per_kg_usd": 2.0, "hs6": "610910", "origin_country": "CN", "value_deviations": None}


@pytest.mark.parametrize(
    ("name", "values", "items", "roles", "thin", "not_thin"),
    [
        ("a named consignee without history", {}, [], ["consignee"], ["consignee_seen_365d"], ["pair_seen_365d"]),
        ("nobody is named", {}, [], [], ["open_warning"], ["consignee_seen_365d", "trader_is_trusted"]),
        ("a count is known", {"consignee_seen_365d": 0}, [], BOTH, ["pair_seen_365d"], ["consignee_seen_365d"]),
        ("a streak needs a mass", {}, [], BOTH, [], ["same_mass_streak"]),
        ("a priced line without a norm", {}, [PRICED], [], ["value_deviations"], []),
        ("a line without a value", {}, [PRICED | {"item_value_per_kg_usd": None}], [], [], ["value_deviations"]),
        ("one priced, one not", {}, [PRICED, PRICED | {"hs6": None}], [], [], ["value_deviations"]),
        ("a register that is kept", {"open_warning": False}, [], [], [], ["open_warning"]),
    ],
)
def test_what_is_thin(name, values, items, roles, thin, not_thin):
    found = thin_facts(values, items, roles)
    assert set(thin) <= set(found) and not set(not_thin) & set(found)


UNDERVALUED = making.DEFINITION | {
    "indicators": [{"code": "C07", "points": 30}, {"code": "A01", "points": 20}],
    "threshold": 50,
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "goods", "lane"),
    [
        ("all stated, no norm yet", {}, "green"),
        ("no value stated", {"value": None}, "green"),  # 30 of 50: silence alone does not reach the threshold
    ],
)
def test_a_new_post_is_not_all_yellow(name, goods, lane, settings):
    settings.RANDOM_DRAW_PERCENT = 0
    making.version(definition=UNDERVALUED)
    make.consignment(round_due="revision", goods=[make.USUAL_GOODS[0] | goods])
    assess_due()
    assert Assessment.objects.get().lane == lane


@pytest.mark.django_db
def test_silence_of_the_document_still_does_not_pay(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    making.version(definition=UNDERVALUED | {"threshold": 30})
    make.consignment(round_due="revision", goods=[make.USUAL_GOODS[0] | {"value": None}])
    assess_due()
    case = Assessment.objects.get()
    assert (case.lane, case.profile_hits.get().answer) == ("yellow", "not_evaluable")
