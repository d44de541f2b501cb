"""What goes in by COPY comes out as it was."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from consignments.copying import copy_rows
from consignments.models import CaseEvent, GoodsItem
from tests import factories as make

TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=5,
)


class RoundTrip(TestCase):
    def setUp(self):
        self.revision = make.revision_of(make.consignment(goods=[]))

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(TEXT, st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)))
    def test_any_text_and_array(self, text, numbers):
        GoodsItem.objects.all().delete()
        columns = ["revision_id", "number", "commodity_code", "description", "gross_mass_kg", "equipment_numbers"]
        columns += ["package_kind", "currency", "origin_country", "un_number", "marks"]
        copy_rows(GoodsItem, columns, [(self.revision.id, 1, "", text, Decimal("1.5"), numbers, "", "", "", "", "")])
        item = GoodsItem.objects.get()
        assert (item.description, item.equipment_numbers, item.gross_mass_kg) == (text, numbers, Decimal("1.5"))
        assert item.net_mass_kg is None

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.dictionaries(TEXT, JSON, min_size=1))
    def test_any_json(self, after):
        columns = ["subject_kind", "subject_id", "verb", "reason", "request_id", "at", "after"]
        row = ("test", self.revision.id, "tried", "", "", datetime(2026, 11, 24, tzinfo=UTC), after)
        copy_rows(CaseEvent, columns, [row])
        assert CaseEvent.objects.order_by("-id")[0].after == after


@pytest.mark.django_db
def test_a_broken_constraint_is_djangos_error():
    revision = make.revision_of(make.consignment(equipment=[]))
    columns = ["revision_id", "number", "commodity_code", "description", "equipment_numbers", "package_kind"]
    columns += ["currency", "origin_country", "un_number", "marks"]
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_rows(GoodsItem, columns, [(revision.id, 1, "", "", [], "", "", "", "", "")])


@pytest.mark.django_db
def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        copy_rows(GoodsItem, ["revision_id"], [])


@pytest.mark.django_db
def test_it_works_while_statements_are_logged():
    columns = ["subject_kind", "subject_id", "verb", "reason", "request_id", "at"]
    row = ("test", make.unit().pk, "tried", "", "", datetime(2026, 11, 24, tzinfo=UTC))
    with CaptureQueriesContext(connection):
        copy_rows(CaseEvent, columns, [row])
    assert CaseEvent.objects.get(subject_kind="test").verb == "tried"
