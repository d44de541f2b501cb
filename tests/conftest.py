"""Shared stage for the stories: units, posts and the people of the tests."""

import pytest
from django.db import connection


@pytest.fixture(scope="session", autouse=True)
def emptied_between_tests(django_db_setup, django_db_blocker):
    """The append-only tables of a throw-away database may be emptied by the test runner, and only there."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"ALTER DATABASE {name} SET pcu.allow_truncate = 'on'")
        cursor.execute("SET pcu.allow_truncate = 'on'")
