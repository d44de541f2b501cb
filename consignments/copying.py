"""Writes many rows at once with COPY: the fastest door into PostgreSQL, for rows that are known to be right."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO

from django.db import connection, models

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v"})


def copy_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Insert `rows` (values in the order of `columns`, which are column names) into the table of `model`.

    Values may be None, str, int, float, Decimal, bool, date, datetime, UUID, list (an array) and dict (JSON). Defaults
    of the model do not apply. Raises what PostgreSQL raises; the transaction is then to be rolled back.
    """
    buffer = StringIO()
    for row in rows:
        buffer.write("\t".join([_field(value) for value in row]))
        buffer.write("\n")
    buffer.seek(0)
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {quote(model._meta.db_table)} ({names}) FROM STDIN", buffer)


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """Reserve `count` primary keys of a table with an integer key."""
    column = model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, column, count],
        )
        return [row[0] for row in cursor.fetchall()]


def _field(value) -> str:
    if value is None:
        return "\\N"
    kind = type(value)
    if kind is str:
        return value.translate(_ESCAPES)
    if kind is bool:
        return "t" if value else "f"
    if kind in (datetime, date):
        return value.isoformat()
    if kind in (list, tuple):
        return _array(value).translate(_ESCAPES)
    if kind is dict:
        return json.dumps(value, ensure_ascii=False, default=str).translate(_ESCAPES)
    return str(value).translate(_ESCAPES)


def _array(values: Sequence) -> str:
    return "{" + ",".join(_element(value) for value in values) + "}"


def _element(value) -> str:
    if value is None:
        return "NULL"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
