"""The files that the processes' output goes to: afresh at each start, never growing for ever, read when one died."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

LARGEST_BYTES = 50_000_000
TAIL_LINES = 20
TAIL_BYTES = 20_000


def fresh(log: Path) -> IO[bytes]:
    """Open an empty log that only its owner may read, keeping the one of the last start as `.1`."""
    if log.exists():
        log.replace(earlier(log))
    return os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb")


def trim(log: Path) -> None:
    """Move what was written to `.1` once it is too much; its writer appends, and so goes on at the top."""
    if log.stat().st_size > LARGEST_BYTES:
        shutil.copyfile(log, earlier(log))
        os.truncate(log, 0)


def tail(log: Path) -> str:
    """Return the last lines of a log, indented, or a note that it is empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - TAIL_BYTES))
            last = file.read().decode("utf-8", "replace").splitlines()[-TAIL_LINES:]
    except FileNotFoundError:
        last = []
    return "\n".join(f"    {line}" for line in last) if last else "    (its log is empty)"


def lines_until(log: Path, is_over: Callable[[], bool]) -> Iterator[str]:
    """Yield a log's whole lines as they come, until its writer is through."""
    part = ""
    with log.open(encoding="utf-8", errors="replace") as file:
        while True:
            over = is_over()
            *whole, part = (part + file.read()).split("\n")
            yield from whole
            if over:
                yield from filter(None, [part])
                return
            time.sleep(0.1)


def earlier(log: Path) -> Path:
    return log.with_name(f"{log.name}.1")
