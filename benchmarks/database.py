"""Gives a benchmark a database of its own, migrated and empty, for as long as a block lasts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connection


@contextmanager
def own_database(name: str) -> Iterator[None]:
    """Point Django, and processes started meanwhile (DATABASE_URL), at a new database; drop it afterwards."""
    before, address = connection.settings_dict["NAME"], os.environ["DATABASE_URL"]
    own = f"bench_{name}"
    execute(f'DROP DATABASE IF EXISTS "{own}" WITH (FORCE)')
    execute(f'CREATE DATABASE "{own}"')
    use(own, urlunsplit(urlsplit(address)._replace(path=f"/{own}")))
    try:
        call_command("migrate", interactive=False, verbosity=0)
        yield
    finally:
        use(before, address)
        execute(f'DROP DATABASE "{own}" WITH (FORCE)')


def use(name: str, address: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
    os.environ["DATABASE_URL"] = address


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
