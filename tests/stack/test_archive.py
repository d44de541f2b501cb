"""A backup brings back the database and the documents; a damaged one, or a careless restore, changes nothing."""

import uuid
from pathlib import Path
from urllib.parse import quote

import psycopg2
import pytest
from django.conf import settings

from pcu_platform.stack import archive
from pcu_platform.stack.places import Home
from pcu_platform.stack.progress import StackError

DOCUMENT = "2026/11/манифест 1.edi"


def address(name: str) -> str:
    server = settings.DATABASES["default"]
    who = f"{quote(server['USER'])}:{quote(server['PASSWORD'])}"
    return f"postgres://{who}@{server['HOST']}:{server['PORT']}/{name}"


def ask(name: str, *statements: str) -> list:
    connection = psycopg2.connect(address(name))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


@pytest.fixture
def database(monkeypatch):
    name = f"archive_{uuid.uuid4().hex[:10]}"
    ask("postgres", f"CREATE DATABASE {name}")
    monkeypatch.setenv("DATABASE_URL", address(name))
    monkeypatch.setenv("REDIS_URL", settings.REDIS_URL)
    yield name
    ask("postgres", f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def home(tmp_path):
    return Home.at(tmp_path / "home with a space").made()


@pytest.fixture
def filled(database, home):
    """A trigram index, a trigger that forbids updates, a row in three scripts, and a document."""
    ask(
        database,
        "CREATE EXTENSION pg_trgm",
        "CREATE TABLE party (id int PRIMARY KEY, name text NOT NULL)",
        "CREATE INDEX party_name ON party USING gin (name gin_trgm_ops)",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'append-only'; END$$",
        "CREATE TRIGGER append_only BEFORE UPDATE ON party FOR EACH ROW EXECUTE FUNCTION refuse()",
        "INSERT INTO party VALUES (1, 'Ош Өнөр ЖЧК 义乌 Trading')",
    )
    document = home.media / DOCUMENT
    document.parent.mkdir(parents=True)
    document.write_bytes(b"UNB+UNOA:1'")
    return database


@pytest.fixture
def kept(filled, home, tmp_path) -> Path:
    file = tmp_path / "kept.pcu"
    assert archive.backup(home, [str(file)]) == 0
    return file


def emptied(database: str, home: Home) -> None:
    ask(database, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    (home.media / DOCUMENT).unlink()


def test_a_backup_brings_everything_back_into_an_empty_place(kept, filled, home):
    emptied(filled, home)
    assert archive.restore(home, [str(kept)]) == 0
    assert ask(filled, "SELECT name FROM party WHERE name % 'Ош Өнөр ЖЧК'") == [("Ош Өнөр ЖЧК 义乌 Trading",)]
    with pytest.raises(psycopg2.errors.RaiseException, match="append-only"):
        ask(filled, "UPDATE party SET name = ''")
    assert (home.media / DOCUMENT).read_bytes() == b"UNB+UNOA:1'"


def test_restore_refuses_a_database_with_tables_unless_forced(kept, filled, home):
    ask(filled, "INSERT INTO party VALUES (2, 'came later')")
    (home.media / "later.pdf").touch()
    with pytest.raises(StackError, match="not empty"):
        archive.restore(home, [str(kept)])
    assert ask(filled, "SELECT count(*) FROM party") == [(2,)]
    assert archive.restore(home, [str(kept), "--force"]) == 0
    assert ask(filled, "SELECT count(*) FROM party") == [(1,)]
    assert not (home.media / "later.pdf").exists()


@pytest.mark.parametrize("member", [b'"sha256"', b"PGDMP", b"UNB+UNOA"])
def test_a_damaged_backup_is_refused_and_nothing_changes(kept, filled, home, member):
    content = bytearray(kept.read_bytes())
    content[content.index(member) + 2] ^= 0x01
    kept.write_bytes(content)
    refused_and_unchanged(kept, filled, home)


def test_a_backup_cut_short_is_refused(kept, filled, home):
    kept.write_bytes(kept.read_bytes()[:4000])
    refused_and_unchanged(kept, filled, home)


def refused_and_unchanged(file: Path, database: str, home: Home) -> None:
    with pytest.raises(StackError, match=r"damaged|no backup"):
        archive.restore(home, [str(file), "--force"])
    assert ask(database, "SELECT count(*) FROM party") == [(1,)]
    assert (home.media / DOCUMENT).read_bytes() == b"UNB+UNOA:1'"


def test_a_file_that_is_no_backup_is_refused(filled, home, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("not a backup")
    with pytest.raises(StackError, match="no backup"):
        archive.restore(home, [str(other), "--force"])


def test_a_backup_that_fails_leaves_no_file(home, tmp_path, monkeypatch, database):
    monkeypatch.setenv("DATABASE_URL", address("no_such_database"))
    with pytest.raises(StackError, match="pg_dump failed"):
        archive.backup(home, [str(tmp_path / "half.pcu")])
    assert {path.name for path in tmp_path.iterdir()} == {home.folder.name}


def test_a_backup_is_for_its_owner_alone(kept):
    assert kept.stat().st_mode & 0o077 == 0
