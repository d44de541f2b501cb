"""Tells the person at the terminal what is going on, always on stderr so that a command's stdout stays its own."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class StackError(Exception):
    """Something a person has to mend; the message says what and how."""


def say(text: str = "") -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announce a step and, when it is through, how long it took."""
    started = time.monotonic()
    sys.stderr.write(f"  {title} … ")
    sys.stderr.flush()
    try:
        yield
    except BaseException:
        say("stopped")
        raise
    say(f"{time.monotonic() - started:.1f} s")
