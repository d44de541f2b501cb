"""The addresses of a running stack, for commands beside it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from pcu_platform.stack import private_json
from pcu_platform.stack.locking import is_held
from pcu_platform.stack.places import Home


@dataclass(frozen=True)
class Running:
    process: int
    port: int
    database_url: str
    redis_url: str


@contextmanager
def announced(home: Home, port: int, environment: Mapping[str, str]) -> Iterator[None]:
    """Tell others where the servers are, for as long as they may be used."""
    running = Running(os.getpid(), port, environment["DATABASE_URL"], environment["REDIS_URL"])
    private_json.write(home.state, asdict(running))
    try:
        yield
    finally:
        withdraw(home)


def withdraw(home: Home) -> None:
    """Forget the addresses, also those that a killed stack left behind."""
    home.state.unlink(missing_ok=True)


def running_stack(home: Home) -> Running | None:
    """The stack that runs on this PCU_HOME, or None: what a killed one left behind does not count."""
    said = private_json.read(home.state)
    return Running(**said) if said and is_held(home.lock) else None
