"""Installs the OpenMP runtime that the second ranker's trees need and no Python package brings."""

import ctypes
from pathlib import Path

from pcu_platform.stack import debian
from pcu_platform.stack.progress import say

LIBRARY = "libgomp.so.1"


def ready_openmp(log: Path) -> bool:
    """Whether the library can be loaded, after installing it where we may. Without it all but those trees works."""
    if loads() or (debian.install(["libgomp1"], "OpenMP for the second ranker", log) and loads()):
        return True
    say(f"  no {LIBRARY}: the second ranker cannot grow trees (Debian: apt-get install libgomp1)")
    return False


def loads() -> bool:
    try:
        ctypes.CDLL(LIBRARY)
    except OSError:
        return False
    return True
