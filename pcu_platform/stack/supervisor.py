"""Starts processes, watches them, and stops them all: when asked to, or when one of them dies."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from pcu_platform.stack.leash import OURSELVES, Identity, adopt_orphans, leashed
from pcu_platform.stack.log_files import fresh, lines_until, tail, trim
from pcu_platform.stack.progress import StackError, say

WATCH_EVERY_S = 0.5


class AskedToStop(BaseException):
    """SIGTERM, SIGINT or SIGHUP arrived; not an Exception, so that nothing on the way swallows it."""


@dataclass(frozen=True)
class Program:
    """What to start and how it wants to end; `feed` goes to its standard input, its output to `log`."""

    name: str
    command: Sequence[str | Path]
    log: Path
    environment: Mapping[str, str] | None = None
    folder: Path | None = None
    feed: bytes | None = None
    identity: Identity = OURSELVES
    stop_signal: int = signal.SIGTERM
    death_signal: int = signal.SIGKILL
    grace_s: float = 10
    serves: bool = False  # others lean on it: it is stopped after them


@dataclass(frozen=True)
class Child:
    """A started program."""

    program: Program
    process: subprocess.Popen

    @property
    def last_words(self) -> str:
        """How it ended, and its last lines."""
        code = self.process.poll()
        ended = "still runs" if code is None else ending(code)
        return f"({ended}); its last lines ({self.program.log}):\n{tail(self.program.log)}"


@dataclass
class Supervisor:
    """Use it as a context: whatever was started inside is gone when the block is left."""

    children: list[Child] = field(default_factory=list)
    handlers: dict[int, Any] = field(default_factory=dict)

    def __enter__(self) -> "Supervisor":
        adopt_orphans()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            self.handlers[number] = signal.getsignal(number)
            if self.handlers[number] != signal.SIG_IGN:  # nohup wants to outlive its terminal
                signal.signal(number, ask_to_stop)
        return self

    def __exit__(self, *problem: object) -> None:
        for number in self.handlers:
            signal.signal(number, signal.SIG_IGN)
        self.stop()
        for number, handler in self.handlers.items():
            signal.signal(number, handler)

    def start(self, program: Program) -> Child:
        """Start it in its own session, tied to our life."""
        with fresh(program.log) as output:
            process = subprocess.Popen(
                [str(word) for word in program.command],
                stdin=subprocess.DEVNULL if program.feed is None else subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=None if program.environment is None else dict(program.environment),
                cwd=program.folder,
                start_new_session=True,
                preexec_fn=leashed(program.death_signal, program.identity),
            )
        if program.feed is not None and process.stdin is not None:
            process.stdin.write(program.feed)
            process.stdin.close()
        child = Child(program, process)
        self.children.append(child)
        return child

    def finish(self, child: Child, *, aloud: bool = False) -> None:
        """Wait for a step that must succeed, showing its output as it comes when `aloud`; StackError when it fails."""
        if aloud:
            for line in lines_until(child.program.log, lambda: child.process.poll() is not None):
                say(f"    {line}")
        code = child.process.wait()
        self.children.remove(child)
        if code != 0:
            told = f"({ending(code)}), as told above" if aloud else child.last_words
            raise StackError(f"{child.program.name} failed {told}")

    def watch(self) -> NoReturn:
        """Wait for ever: end with AskedToStop, or with StackError when a child died."""
        while True:
            self.refuse_the_dead()
            reap_orphans({child.process.pid for child in self.children})
            for child in self.children:
                trim(child.program.log)
            time.sleep(WATCH_EVERY_S)

    def refuse_the_dead(self) -> None:
        """Raise StackError with its last lines when a child has died."""
        for child in self.children:
            if child.process.poll() is not None:
                raise StackError(f"{child.program.name} died {child.last_words}")

    def stop(self) -> None:
        """Stop all: those that lean on servers first and at once, then the servers, then whatever is still below us."""
        for serves in (False, True):
            group = [child for child in reversed(self.children) if child.program.serves is serves]
            for child in group:
                ask_to_end(child)
            for child in group:
                end(child)
        self.children.clear()
        kill_descendants()


def ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise AskedToStop(signal.Signals(number).name)


def ask_to_end(child: Child) -> None:
    if child.process.poll() is None:
        child.process.send_signal(child.program.stop_signal)


def end(child: Child) -> None:
    """Give a process that was asked to end its time, then kill its whole group."""
    try:
        child.process.wait(child.program.grace_s)
    except subprocess.TimeoutExpired:
        pass
    try:
        os.killpg(child.process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    child.process.wait()


def kill_descendants() -> None:
    """Kill what has no other parent left than us, until there is nothing."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        below = children_of(os.getpid())
        if not below:
            return
        for pid in below:
            os.kill(pid, signal.SIGKILL)
        reap_orphans(set())
        time.sleep(0.02)


def children_of(pid: int) -> list[int]:
    """The processes whose parent is `pid`, ended and not yet collected ones too."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(after_name[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def reap_orphans(keep: set[int]) -> None:
    """Collect the ended children that are not in `keep`: adopted ones nobody waits for."""
    for pid in set(children_of(os.getpid())) - keep:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            pass


def ending(code: int) -> str:
    """An exit code in words."""
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
