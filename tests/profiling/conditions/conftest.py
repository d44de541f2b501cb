"""The stage of the language's tests: empty tables of facts, seen by this test alone."""

import pytest
from django.db import connection

from tests.profiling.conditions.frozen import put_up_tables


@pytest.fixture
def cursor(db):
    with connection.cursor() as cursor:
        put_up_tables(cursor)
        yield cursor
