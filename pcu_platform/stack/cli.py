"""The verbs of ./pcu: each first gets the virtual environment it needs, then goes on inside it."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pcu_platform.stack import archive, benching, checking, managing, testing, up
from pcu_platform.stack.locking import hold, pass_on
from pcu_platform.stack.packages import DEVELOPMENT, RUNTIME, ready_python
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.progress import StackError, say
from pcu_platform.stack.supervisor import AskedToStop

USAGE = """\
./pcu up [--empty]      start everything; the first time loads the demo (--empty: accounts and reference data only)
./pcu manage ARGS…      a Django command, on the running stack or on one started for as long as it takes
./pcu backup FILE       database and documents into one file
./pcu restore FILE      the same back; --force overwrites what is there
./pcu test [ARGS…]      the tests (arguments go to pytest)
./pcu check             ruff, mypy, import-linter, missing migrations
./pcu bench [NAME]      the benchmarks
What the environment decides (PCU_HOME, PCU_PORT, DATABASE_URL …): docs/operations.md
"""

Verb = Callable[[Home, Sequence[str]], int]
VERBS: dict[str, tuple[Path, Verb]] = {
    "up": (RUNTIME, up.up),
    "manage": (RUNTIME, managing.manage),
    "backup": (RUNTIME, archive.backup),
    "restore": (RUNTIME, archive.restore),
    "test": (DEVELOPMENT, testing.test),
    "check": (DEVELOPMENT, checking.check),
    "bench": (DEVELOPMENT, benching.bench),
}


def main(arguments: Sequence[str]) -> int:
    """Run a verb; return the exit code."""
    verb, *rest = arguments or ["help"]
    if verb in {"help", "-h", "--help"}:
        sys.stdout.write(USAGE)
        return 0
    if verb not in VERBS:
        say(f"./pcu {verb}: no such thing\n\n{USAGE}")
        return 2
    lock, run = VERBS[verb]
    try:
        home = Home.from_environment().made()
        if verb == "up":
            lock_descriptor = hold(home.lock, "up")
            up.refuse_bad_start(rest)
            pass_on(lock_descriptor)
        go_inside(ready_python(home, lock), arguments)
        return run(home, rest)
    except StackError as problem:
        say(f"\n{problem}")
        return 1
    except (AskedToStop, KeyboardInterrupt):
        return 130


def go_inside(python: Path, arguments: Sequence[str]) -> None:
    """Become the virtual environment's Python with the same arguments, unless we are it."""
    venv = str(python.parent.parent)
    if sys.prefix == venv:
        return
    os.environ["PCU_VENV"] = venv
    os.environ["PATH"] = os.pathsep.join([str(python.parent), os.environ.get("PATH", "")])
    os.execv(python, [str(python), str(ROOT / "pcu"), *arguments])  # noqa: S606 - our own program
