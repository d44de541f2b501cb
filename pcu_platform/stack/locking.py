"""One stack at a time in a PCU_HOME: a lock that the kernel drops when its holder dies, however it dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pcu_platform.stack.progress import StackError, say

INHERITED = "PCU_LOCK_DESCRIPTOR"
# A look whether the lock is held takes it for a moment: one refusal is no answer yet.
TRIES = 5


def hold(path: Path, purpose: str) -> int:
    """Take the lock or raise StackError naming who has it; return the descriptor that holds it."""
    descriptor = try_hold(path, purpose)
    if descriptor is None:
        raise StackError(
            f"{path.parent} is in use by {holder(path)}. Stop that first, or use another folder: "
            f"PCU_HOME=/some/where PCU_PORT=8001 ./pcu {purpose}"
        )
    return descriptor


def try_hold(path: Path, purpose: str) -> int | None:
    """Take the lock if it is free; a lock that was passed on to us through exec is ours already."""
    inherited = os.environ.pop(INHERITED, None)
    if inherited is not None:
        os.set_inheritable(int(inherited), False)
        return int(inherited)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    for _ in range(TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.05)
            continue
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"./pcu {purpose} (process {os.getpid()})".encode(), 0)
        return descriptor
    os.close(descriptor)
    return None


def holder(path: Path) -> str:
    """Who wrote its name into the lock last."""
    return path.read_text("utf-8").strip() or "another process"


def pass_on(descriptor: int) -> None:
    """Let the program that replaces this one by exec keep the lock."""
    os.set_inheritable(descriptor, True)
    os.environ[INHERITED] = str(descriptor)


def is_held(path: Path) -> bool:
    """Whether some process holds the lock now."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def waiting_turn(path: Path) -> Iterator[None]:
    """Hold the lock for a short while, waiting for whoever has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"  waiting for another ./pcu to let go of {path.name}")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
