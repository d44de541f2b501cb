"""./pcu manage without a running stack: servers for as long as the command takes, and its stdout left alone."""

import os
import subprocess

import pytest

from tests.stack.processes import a_mark, living, start

MANAGE = """
import sys
from pathlib import Path
from pcu_platform.stack.managing import manage
from pcu_platform.stack.places import Home
sys.exit(manage(Home.at(Path(sys.argv[1])).made(), sys.argv[2:]))
"""


@pytest.fixture
def environment():
    """As a newcomer's: no server is named."""
    ours = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL", "PCU_HOME"}}
    return {**ours, "PCU_MARK": a_mark()}


def test_stdout_and_exit_code_are_the_commands_own_and_nothing_stays(tmp_path, environment):
    asked = "from django.db import connection as c; c.ensure_connection(); print('token'); raise SystemExit(7)"
    command = start(MANAGE, tmp_path, "shell", "--no-imports", "-c", asked, env=environment, stderr=subprocess.PIPE)
    said, chatter = command.communicate(timeout=120)
    assert (said, command.returncode) == ("token\n", 7), chatter
    assert "PostgreSQL" in chatter
    assert living(environment["PCU_MARK"]) == []


def test_no_password_stands_on_a_command_line(tmp_path, environment):
    asked = "import os; os.system('ps -A -o args')"
    command = start(MANAGE, tmp_path, "shell", "--no-imports", "-c", asked, env=environment, stderr=subprocess.DEVNULL)
    listing, _ = command.communicate(timeout=120)
    assert f"-D {tmp_path}/postgres" in listing
    secrets = (tmp_path / "secrets.json").read_text().split('"')[3::4]
    assert len(secrets) == 4
    assert not [secret for secret in secrets if secret in listing]
