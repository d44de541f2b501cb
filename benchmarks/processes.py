"""Starts web and worker on the benchmark's own database, for figures that go through all of the platform."""

import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pcu_platform.stack.postgres import free_port
from pcu_platform.stack.supervisor import Supervisor
from pcu_platform.stack.up import start_processes

START_LIMIT_S = 60


@contextmanager
def running_platform() -> Iterator[str]:
    """Web, worker and beat; yields the address, such as `http://127.0.0.1:40123/`, once the web answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    with Supervisor() as supervisor:
        start_processes(supervisor, Path(os.environ["PCU_HOME"]) / "log", {**os.environ, "PCU_PORT": str(port)})
        deadline = time.monotonic() + START_LIMIT_S
        while not answers(address):
            supervisor.refuse_the_dead()
            if time.monotonic() > deadline:
                raise TimeoutError(f"{address} does not answer")
            time.sleep(0.2)
        yield address


def answers(address: str) -> bool:
    """Whether the web server answers at all, healthy or not."""
    try:
        urllib.request.urlopen(f"{address}healthz/", timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
