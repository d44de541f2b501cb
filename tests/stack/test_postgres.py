"""The embedded PostgreSQL: below a private folder with a space in its name, as root too, and after kill -9."""

import subprocess

import pytest

from pcu_platform.stack.postgres_programs import programs
from tests.stack.processes import living, soon, start

SERVER = """
import sys, time
from pathlib import Path
from pcu_platform.stack.postgres import start_postgres
from pcu_platform.stack.supervisor import Supervisor
data = Path(sys.argv[1])
with Supervisor() as supervisor:
    print(start_postgres(supervisor, data, data.parent / "postgres.log", "secret", throw_away=True), flush=True)
    time.sleep(600)
"""


def ask(url: str, statement: str) -> str:
    command = [programs() / "psql", "-X", "-Atqc", statement, url]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "a private place"
    folder.mkdir(mode=0o700)
    return folder / "postgres"


def test_what_was_committed_survives_kill_9_and_no_server_stays(data):
    first = start(SERVER, data)
    url = first.stdout.readline().strip()
    ask(url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)")
    first.kill()
    first.wait()
    # At once, while the old one may still be writing its checkpoint.
    second = start(SERVER, data)
    url = second.stdout.readline().strip()
    assert ask(url, "SELECT n FROM kept") == "7"
    second.terminate()
    second.wait(timeout=60)
    assert soon(lambda: living(str(data)) == [])


def test_a_half_made_cluster_is_made_anew_and_a_strangers_lock_file_ignored(data):
    (data.parent / "postgres.making").mkdir()
    (data.parent / "postgres.making" / "PG_VERSION").write_text("17\n")
    server = start(SERVER, data)
    assert server.stdout.readline().startswith("postgres://")
    server.terminate()
    server.wait(timeout=60)
    (data / "postmaster.pid").write_text("1\n/elsewhere\n")  # process 1 lives, and is no PostgreSQL of ours
    server = start(SERVER, data)
    url = server.stdout.readline().strip()
    assert ask(url, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'pcu'") == "bC.UTF-8"
    server.terminate()
    server.wait(timeout=60)


def test_data_of_another_version_are_refused(data):
    data.mkdir()
    (data / "PG_VERSION").write_text("9\n")
    server = start(SERVER, data)
    said, _ = server.communicate(timeout=60)
    assert server.returncode == 1
    assert "is PostgreSQL 9's" in said
