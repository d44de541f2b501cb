"""PostgreSQL and Valkey for as long as a block lasts: those the environment names, or embedded ones."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.postgres import start_postgres
from pcu_platform.stack.postgres_programs import discard
from pcu_platform.stack.progress import step
from pcu_platform.stack.secret_values import secrets_of
from pcu_platform.stack.supervisor import Supervisor
from pcu_platform.stack.valkey import start_valkey


def start_servers(supervisor: Supervisor, home: Home, *, throw_away: bool = False) -> dict[str, str]:
    """Start what DATABASE_URL and REDIS_URL do not name; return the whole environment for the platform's processes."""
    secrets = secrets_of(home)
    database_url, redis_url = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
    if not database_url:
        with step("PostgreSQL"):
            log = home.logs / "postgres.log"
            database_url = start_postgres(
                supervisor, home.postgres_data, log, secrets.database_password, throw_away=throw_away
            )
    if not redis_url:
        with step("Valkey"):
            redis_url = start_valkey(supervisor, home.logs / "valkey.log", secrets.broker_password)
    return platform_environment(home, database_url, redis_url)


def platform_environment(home: Home, database_url: str, redis_url: str) -> dict[str, str]:
    """The environment that the settings read (docs/operations.md)."""
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **ours,
        **secrets_of(home).environment(),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PCU_HOME": str(home.folder),
        "PCU_MEDIA_ROOT": str(home.media),
        "PCU_STATIC_ROOT": str(home.static),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "pcu_platform.settings",
    }


@contextmanager
def throw_away_home() -> Iterator[Home]:
    """A PCU_HOME for one run of tests or benchmarks."""
    with tempfile.TemporaryDirectory(prefix="pcu-", ignore_cleanup_errors=True) as folder:
        home = Home.at(Path(folder)).made()
        try:
            yield home
        finally:
            discard(home.postgres_data)
