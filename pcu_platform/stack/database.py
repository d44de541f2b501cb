"""Dumps and restores one database with PostgreSQL's own programs."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from pcu_platform.stack.leash import leashed
from pcu_platform.stack.postgres_programs import programs
from pcu_platform.stack.progress import StackError

EMPTY_FIRST = "SET lock_timeout = '30s'; DROP SCHEMA public CASCADE; CREATE SCHEMA public"


@dataclass(frozen=True)
class Database:
    url: str

    def dump(self, target: Path) -> None:
        """Write a custom-format dump, a consistent picture of one moment."""
        with target.open("wb") as output:
            self.run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges"], stdout=output)

    def has_tables(self) -> bool:
        question = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        return self.ask(question) != "0"

    def ask(self, statement: str) -> str:
        """Run one statement; return what it prints, columns apart by `|`."""
        return self.run(["psql", "-X", "-Atqc", statement], stdout=subprocess.PIPE).decode().strip()

    def restore(self, dump: Path) -> None:
        """Replace all that is in the schema `public` by the dump.

        In one transaction: whoever reads meanwhile sees all of the old or all of the new, and a failure leaves the old.
        """
        script = dump.with_suffix(".sql")
        plain = ["pg_restore", "--no-owner", "--no-privileges", "--file", str(script), str(dump)]
        self.run(plain, stdout=subprocess.DEVNULL)
        play = [
            "psql",
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "--single-transaction",
            "-c",
            EMPTY_FIRST,
            "-f",
            str(script),
        ]
        self.run(play, stdout=subprocess.DEVNULL)

    def run(self, command: Sequence[str], *, stdout) -> bytes:
        name, *options = command
        done = subprocess.run(
            [programs() / name, *options],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**os.environ, **self.as_variables()},
            preexec_fn=leashed(),
            check=False,
        )
        if done.returncode != 0:
            raise StackError(f"{name} failed:\n{done.stderr.decode('utf-8', 'replace').strip()[-2000:]}")
        return done.stdout or b""

    def as_variables(self) -> dict[str, str]:
        """The address as PostgreSQL's programs read it, so that no password stands on a command line."""
        url = urlsplit(self.url)
        options = dict(parse_qsl(url.query))
        variables = {
            "PGHOST": options.get("host") or unquote(url.hostname or ""),
            "PGPORT": options.get("port") or str(url.port or ""),
            "PGUSER": unquote(url.username or ""),
            "PGPASSWORD": unquote(url.password or ""),
            "PGDATABASE": unquote(url.path.lstrip("/")),
            "PGSSLMODE": options.get("sslmode", ""),
        }
        return {name: value for name, value in variables.items() if value}
