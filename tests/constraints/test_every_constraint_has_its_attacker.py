"""Every constraint and trigger of our tables has an attacker, and withstands it."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

pytestmark = pytest.mark.django_db

OUR_TABLES = "^(consignments|profiling|seizures|pcu_platform)_"
# What Django adds by itself to a positive integer column.
OF_A_COLUMN_TYPE = re.compile(r"(consignments|profiling|seizures|pcu_platform)_\w+_check")

IN_THE_DATABASE = """
SELECT c.conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
WHERE c.contype IN ('c', 'u', 'x') AND t.relnamespace = 'public'::regnamespace AND t.relname ~ %(ours)s
UNION
SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
WHERE x.indisunique AND t.relnamespace = 'public'::regnamespace AND t.relname ~ %(ours)s
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)
UNION
SELECT g.tgname FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
WHERE NOT g.tgisinternal AND t.relnamespace = 'public'::regnamespace AND t.relname ~ %(ours)s
"""

ATTACKERS = {
    name: attacker
    for path in sorted(Path(__file__).parent.glob("attackers_*.py"))
    for name, attacker in import_module(f"tests.constraints.{path.stem}").ATTACKERS.items()
}


def names_of(statement: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"ours": OUR_TABLES})
        return {name for (name,) in cursor.fetchall()}


def test_no_constraint_is_without_an_attacker():
    constraints = {name for name in names_of(IN_THE_DATABASE) if not OF_A_COLUMN_TYPE.fullmatch(name)}
    assert sorted(constraints - ATTACKERS.keys()) == []


def test_no_attacker_is_without_a_constraint():
    assert sorted(ATTACKERS.keys() - names_of(IN_THE_DATABASE)) == []


@pytest.mark.parametrize("name", sorted(ATTACKERS))
def test_it_withstands_its_attacker(name):
    with pytest.raises(DatabaseError) as raised, transaction.atomic():
        ATTACKERS[name]()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    broken = raised.value.__cause__.diag.constraint_name
    if broken is None:
        said = str(raised.value)
        assert name in said or table_of_trigger(name) in said, "refused, but not by this trigger"
    else:
        assert broken == name


def table_of_trigger(name: str) -> str:
    """Return the table whose trigger this is: its refusal names the table or itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [name])
        return cursor.fetchone()[0]
