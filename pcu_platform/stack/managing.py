"""./pcu manage: a Django command on the running stack, or on servers started for as long as it takes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pcu_platform.stack.leash import leashed
from pcu_platform.stack.locking import holder, try_hold
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.progress import say
from pcu_platform.stack.running import running_stack, withdraw
from pcu_platform.stack.servers import platform_environment, start_servers
from pcu_platform.stack.supervisor import Supervisor


def manage(home: Home, arguments: Sequence[str]) -> int:
    """Run manage.py with the terminal as it is; nothing of ours goes to its stdout."""
    with reachable_servers(home, "manage") as environment:
        return foreground([sys.executable, str(ROOT / "manage.py"), *arguments], environment)


@contextmanager
def reachable_servers(home: Home, purpose: str) -> Iterator[dict[str, str]]:
    """The environment of the running stack; where none runs, of servers that are stopped afterwards."""
    database_url, redis_url = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
    if database_url and redis_url:
        yield platform_environment(home, database_url, redis_url)
        return
    waited = False
    while (running := running_stack(home)) is None:
        lock = try_hold(home.lock, purpose)
        if lock is not None:
            withdraw(home)
            with Supervisor() as supervisor:
                yield start_servers(supervisor, home)
            os.close(lock)
            return
        if not waited:
            say(f"  waiting for {holder(home.lock)}")
            waited = True
        time.sleep(0.3)
    yield platform_environment(home, running.database_url, running.redis_url)


def foreground(command: Sequence[str], environment: dict[str, str]) -> int:
    """Run a command on our terminal and return its exit code; Ctrl-C reaches it from there, SIGTERM is passed on."""
    process = subprocess.Popen(command, env=environment, preexec_fn=leashed())
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: process.send_signal(number))
    try:
        code = process.wait()
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    return code if code >= 0 else 128 - code
