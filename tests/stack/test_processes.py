"""The real web, worker and beat: their heartbeat reaches /healthz/, and kill -9 of the parent leaves none of them."""

import json
import os
import signal
import sys
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from pcu_platform.stack.places import Home
from pcu_platform.stack.postgres import free_port
from pcu_platform.stack.servers import platform_environment
from tests.stack.processes import a_mark, living, soon, start

PARENT = """
import os, sys
from pathlib import Path
from pcu_platform.stack.supervisor import Supervisor
from pcu_platform.stack.up import start_processes
with Supervisor() as supervisor:
    start_processes(supervisor, Path(sys.argv[1]), dict(os.environ))
    supervisor.watch()
"""
# web, worker and beat, the two workers of web, the pool of two of worker; PostgreSQL and Valkey are not ours here
ALL = 7


@pytest.fixture
def environment(tmp_path, django_db_setup, monkeypatch):
    """The tests' database, and a queue of its own, so that nobody else's messages are worked off."""
    server = settings.DATABASES["default"]
    who = f"{server['USER']}:{server['PASSWORD']}" if server["PASSWORD"] else server["USER"]
    database = f"postgres://{who}@{server['HOST']}:{server['PORT']}/{connection.settings_dict['NAME']}"
    queue = urlsplit(settings.REDIS_URL)._replace(path="/9").geturl()
    home = Home.at(tmp_path / "home").made()
    return {
        **platform_environment(home, database, queue),
        "PCU_PORT": str(free_port()),
        "PCU_TEST": "1",
        "PCU_MARK": a_mark(),
    }


def parts(environment) -> dict[str, str]:
    try:
        answer = urllib.request.urlopen(f"http://127.0.0.1:{environment['PCU_PORT']}/healthz/", timeout=5)
    except urllib.error.HTTPError as problem:
        answer = problem
    except OSError:
        return {}
    return json.loads(answer.read())["parts"]


def test_heartbeats_arrive_and_kill_9_leaves_nothing(environment):
    parent = start(PARENT, Path(environment["PCU_HOME"]) / "log", env=environment, stdout=sys.stderr)
    mark = environment["PCU_MARK"]
    try:
        assert soon(lambda: parts(environment).items() >= {"worker": "ok", "beat": "ok"}.items(), within_s=120)
        assert len(living(mark, besides=parent.pid)) == ALL
        parent.kill()
        parent.wait()
        assert soon(lambda: living(mark) == [], within_s=10)
    finally:
        for pid in living(mark):
            os.kill(pid, signal.SIGKILL)
