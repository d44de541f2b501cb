"""The catalogue describes exactly the columns that a condition may name."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from profiling.conditions.catalogue import FACTS, FactType, Level, facts_of
from profiling.models import ConsignmentFacts, GoodsItemFacts
from profiling.reading.history import SEEN_LIMIT
from profiling.reference.control_lists import CODES

NOT_FACTS = {
    ConsignmentFacts: {"id", "consignment", "revision", "round", "unit_id", "evidence"},
    GoodsItemFacts: {"id", "facts", "number", "evidence"},
}
COLUMN_OF = {
    FactType.NUMBER: models.FloatField,
    FactType.INTEGER: (models.IntegerField, models.BigIntegerField),
    FactType.BOOLEAN: models.BooleanField,
    FactType.TEXT: models.TextField,
    FactType.COUNTRY: models.CharField,
    FactType.CODE: models.CharField,
    FactType.ARRAY: ArrayField,
    FactType.MOMENT: models.DateTimeField,
}


def columns(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.fields if field.name not in NOT_FACTS[model]]


def test_every_column_is_a_fact_and_every_fact_a_column():
    for model, level in ((ConsignmentFacts, Level.CONSIGNMENT), (GoodsItemFacts, Level.ITEM)):
        assert [field.name for field in columns(model)] == [fact.name for fact in facts_of(level)]


def test_types_agree_with_the_columns():
    for model in (ConsignmentFacts, GoodsItemFacts):
        for field in columns(model):
            assert isinstance(field, COLUMN_OF[FACTS[field.name].type]), field.name


def test_every_fact_says_what_it_means_and_when_it_is_not_known():
    for fact in FACTS.values():
        assert str(fact.label)
        assert str(fact.meaning).endswith((".", "…"))
        assert str(fact.unknown_when).endswith(".")
        assert fact.unit if fact.type in (FactType.NUMBER, FactType.INTEGER) else not fact.unit


def test_control_lists_are_those_of_the_reference():
    assert FACTS["control_lists"].choices == tuple(CODES)


def test_counts_are_cut_where_the_history_cuts_them():
    for name in ("consignee_seen_365d", "consignor_seen_365d", "pair_seen_365d"):
        assert FACTS[name].counted_to == SEEN_LIMIT
