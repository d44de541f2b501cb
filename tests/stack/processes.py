"""Runs a piece of Python as a process of its own, and sees which processes that carry a mark still live."""

import subprocess
import sys
import textwrap
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from pcu_platform.stack.places import ROOT


def a_mark() -> str:
    """A word that no other process has on its command line."""
    return f"mark-{uuid.uuid4().hex}"


def start(program: str, *arguments: str | Path, **options) -> subprocess.Popen:
    """Start Python on that text with the project importable; its output can be read as text."""
    prelude = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    command = [sys.executable, "-c", prelude + textwrap.dedent(program), *map(str, arguments)]
    options = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "text": True,
        **options,
    }
    return subprocess.Popen(command, **options)


def living(mark: str, besides: int = 0) -> list[int]:
    """The processes that have the mark on their command line or in their environment and have not ended."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        if mark.encode() in words and int(folder.name) != besides:
            found.append(int(folder.name))
    return found


def soon(condition: Callable[[], bool], within_s: float = 10) -> bool:
    """Whether the condition comes true in time."""
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()
