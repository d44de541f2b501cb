"""How the values of a norm are spread is kept at its refresh."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.models import GoodsItemFacts
from profiling.reading.norms import SHARES, refresh_norms, shapes_for
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db
PAIR = ("620342", "CN")


def declared(*values: float) -> None:
    for usd in values:
        of = make.consignment(known_at=timezone.now() - timedelta(days=3))
        facts = making.facts(of)
        GoodsItemFacts.objects.create(
            facts=facts, number=1, hs6=PAIR[0], origin_country=PAIR[1], item_value_per_kg_usd=usd
        )


def test_the_spread_is_that_of_what_was_declared():
    declared(*[float(usd) for usd in range(1, 22)])
    refresh_norms(timezone.now())
    shape = shapes_for([PAIR, ("999999", "XX")])[PAIR]
    assert len(shape.quantiles) == len(SHARES)
    assert (shape.quantiles[0], shape.quantiles[6], shape.quantiles[-1]) == (1.0, 11.0, 21.0)
    assert (shape.count, list(shape.quantiles)) == (21, sorted(shape.quantiles))


def test_a_refresh_takes_the_new_spread():
    declared(*[5.0] * 20)
    refresh_norms(timezone.now())
    declared(*[50.0] * 40)
    refresh_norms(timezone.now() + timedelta(seconds=1))
    assert shapes_for([PAIR])[PAIR].quantiles[6] == 50.0


def test_too_few_make_no_norm_and_nobody_asked_asks_nothing(django_assert_num_queries):
    declared(*[5.0] * 19)
    refresh_norms(timezone.now())
    assert shapes_for([PAIR]) == {}
    with django_assert_num_queries(0):
        assert shapes_for([]) == {}
