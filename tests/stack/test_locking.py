"""One stack at a time: the second is refused by name, and a lock dies with its holder."""

import pytest

from pcu_platform.stack.locking import hold, is_held
from pcu_platform.stack.progress import StackError
from tests.stack.processes import soon, start

HOLDER = """
import sys, time
from pathlib import Path
from pcu_platform.stack.locking import hold
hold(Path(sys.argv[1]), "up")
print("held", flush=True)
time.sleep(600)
"""
PASSING_ON = """
import os, sys
from pathlib import Path
from pcu_platform.stack.locking import hold, pass_on
if sys.argv[2:] == ["second"]:
    hold(Path(sys.argv[1]), "up")  # ours already: refused otherwise
    print("still held", flush=True)
    import time; time.sleep(600)
pass_on(hold(Path(sys.argv[1]), "up"))
os.execv(sys.executable, [sys.executable, "-c", sys.orig_argv[2], sys.argv[1], "second"])
"""


@pytest.fixture
def lock(tmp_path):
    return tmp_path / "pcu.lock"


def test_a_second_holder_is_refused_and_told_who_has_it(lock):
    holder = start(HOLDER, lock)
    holder.stdout.readline()
    with pytest.raises(StackError, match=rf"in use by ./pcu up \(process {holder.pid}\)"):
        hold(lock, "up")
    holder.kill()
    holder.wait()


def test_kill_9_drops_the_lock(lock):
    holder = start(HOLDER, lock)
    holder.stdout.readline()
    assert is_held(lock)
    holder.kill()
    holder.wait()
    assert soon(lambda: not is_held(lock))


def test_the_lock_survives_exec(lock):
    holder = start(PASSING_ON, lock)
    assert holder.stdout.readline() == "still held\n"
    assert is_held(lock)
    holder.kill()
    holder.wait()


def test_a_lock_nobody_made_is_not_held(lock):
    assert not is_held(lock)
