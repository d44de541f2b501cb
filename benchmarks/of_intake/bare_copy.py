"""The bare COPY: the same rows, formatted beforehand, into copies of the tables with their indexes, constraints and
foreign keys, committed. Nothing that stores these rows with its guarantees can be faster."""

import io
import time
from collections.abc import Sequence

from django.db import connection, models, transaction

from benchmarks.database import execute

_FOREIGN_KEYS = """
SELECT c.conname, t.relname, r.relname, pg_get_constraintdef(c.oid) FROM pg_constraint c
JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
WHERE c.contype = 'f' AND t.relnamespace = 'public'::regnamespace AND t.relname = ANY(%s)
"""


class BareCopy:
    """Copies of tables, and the rows that stand in the tables now, as COPY writes them.

    given: tables whose rows are there beforehand; they are copied too, before the clock starts.
    """

    def __init__(self, tables: Sequence[type[models.Model]], given: Sequence[type[models.Model]] = ()):
        self.given = {model._meta.db_table: _rows_of(model._meta.db_table) for model in given}
        self.rows = {model._meta.db_table: _rows_of(model._meta.db_table) for model in tables}
        self.names = [*self.given, *self.rows]
        execute("DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare")
        for name in self.names:
            execute(f"CREATE TABLE bare.{name} (LIKE public.{name} INCLUDING ALL)")
        self._add_foreign_keys()

    @property
    def row_count(self) -> int:
        return sum(rows.count(b"\n") for rows in self.rows.values())

    def run(self) -> float:
        """Copy all rows into the emptied copies; return the seconds of copying and committing."""
        execute("TRUNCATE " + ", ".join(f"bare.{name}" for name in self.names))
        _copy(self.given)
        execute("CHECKPOINT")
        started = time.perf_counter()
        _copy(self.rows)
        return time.perf_counter() - started

    def _add_foreign_keys(self) -> None:
        """References among the copied tables stay among the copies; all others go to the tables themselves."""
        with connection.cursor() as cursor:
            cursor.execute(_FOREIGN_KEYS, [self.names])
            for constraint, table, referred, definition in cursor.fetchall():
                schema = "bare" if referred in self.names else "public"
                own = definition.replace(f"REFERENCES {referred}(", f"REFERENCES {schema}.{referred}(")
                cursor.execute(f"ALTER TABLE bare.{table} ADD CONSTRAINT {constraint} {own}")


def _copy(rows_of_tables: dict[str, bytes]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for name, rows in rows_of_tables.items():
            cursor.copy_expert(f"COPY bare.{name} FROM STDIN", io.BytesIO(rows), 1 << 20)


def _rows_of(name: str) -> bytes:
    buffer = io.BytesIO()
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY public.{name} TO STDOUT", buffer)
    return buffer.getvalue()
