"""However the parent ends, nothing it started stays; whichever child dies, all stop and its last words are shown."""

import os
import signal
from pathlib import Path

import pytest

from tests.stack.processes import a_mark, living, soon, start

# A parent with a child that forks a grandchild, which ignores SIGTERM and would outlive a careless stop.
PARENT = """
import os, sys
from pathlib import Path
from pcu_platform.stack.progress import StackError
from pcu_platform.stack.supervisor import AskedToStop, Program, Supervisor

mark, folder, child = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
try:
    with Supervisor() as supervisor:
        steady = [sys.executable, "-c", "import time; time.sleep(600)", mark]
        supervisor.start(Program("steady", steady, folder / "a.log"))
        supervisor.start(Program("other", [sys.executable, "-c", child, mark], folder / "b.log", grace_s=0.5))
        print("started", flush=True)
        supervisor.watch()
except AskedToStop as request:
    print("asked:", request)
except StackError as problem:
    print("problem:", problem)
    sys.exit(1)
"""
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
WITH_GRANDCHILD = (
    "import subprocess, sys, time; "
    f"subprocess.Popen([sys.executable, '-c', {STUBBORN!r}, sys.argv[1]], start_new_session=True); time.sleep(600)"
)
DYING = "import time; time.sleep(1); print('the last line'); raise SystemExit(3)"


@pytest.fixture
def mark():
    mark = a_mark()
    yield mark
    for pid in living(mark):
        os.kill(pid, signal.SIGKILL)


def started(mark: str, folder: Path, child: str):
    parent = start(PARENT, mark, folder, child)
    assert parent.stdout.readline() == "started\n"
    return parent


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_children_and_grandchildren(mark, tmp_path, number):
    parent = started(mark, tmp_path, WITH_GRANDCHILD)
    assert soon(lambda: len(living(mark, besides=parent.pid)) == 3)
    parent.send_signal(number)
    said, _ = parent.communicate(timeout=60)
    assert said == f"asked: {number.name}\n"
    assert parent.returncode == 0
    assert living(mark) == []


def test_kill_9_of_the_parent_leaves_no_child(mark, tmp_path):
    parent = started(mark, tmp_path, STUBBORN)
    assert soon(lambda: len(living(mark, besides=parent.pid)) == 2)
    parent.kill()
    parent.wait()
    assert soon(lambda: living(mark) == [], within_s=10)


def test_a_dead_child_stops_all_and_its_last_lines_are_shown(mark, tmp_path):
    parent = started(mark, tmp_path, DYING)
    said, _ = parent.communicate(timeout=60)
    assert parent.returncode == 1
    assert "problem: other died (exit code 3)" in said
    assert "    the last line" in said
    assert living(mark) == []


def test_a_killed_child_is_told_by_its_signal(mark, tmp_path):
    parent = started(mark, tmp_path, STUBBORN)
    (stubborn,) = (pid for pid in living(mark, besides=parent.pid) if b"SIG_IGN" in command_line(pid))
    os.kill(stubborn, signal.SIGKILL)
    said, _ = parent.communicate(timeout=60)
    assert "other died (killed by SIGKILL)" in said


def test_a_step_that_fails_says_so(mark, tmp_path):
    program = """
    import sys
    from pathlib import Path
    from pcu_platform.stack.supervisor import Program, Supervisor
    with Supervisor() as supervisor:
        step = [sys.executable, "-c", "print('half way'); raise SystemExit(2)"]
        supervisor.finish(supervisor.start(Program("migrations", step, Path(sys.argv[1]) / "step.log")), aloud=True)
    """
    parent = start(program, tmp_path)
    said, _ = parent.communicate(timeout=60)
    assert parent.returncode == 1
    assert "    half way\n" in said
    assert "migrations failed (exit code 2)" in said


def command_line(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
