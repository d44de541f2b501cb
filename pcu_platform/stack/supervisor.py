"""Starts processes, watches them, and stops them all: when asked to, or when one of them dies."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

from pcu_platform.stack.leash import OURSELVES, Identity, adopt_orphans, leashed
from pcu_platform.stack.progress import StackError, say, tail


class AskedToStop(BaseException):
    """SIGTERM, SIGINT or SIGHUP arrived; not an Exception, so that nothing on the way swallows it."""


@dataclass
class Child:
    name: str
    process: subprocess.Popen
    log: Path
    stop_signal: int = signal.SIGTERM
    grace_s: float = 10


@dataclass
class Supervisor:
    """Use it as a context: whatever was started inside is gone when the block is left."""

    children: list[Child] = field(default_factory=list)

    def __enter__(self) -> "Supervisor":
        adopt_orphans()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(number) != signal.SIG_IGN:  # nohup wants to outlive its terminal
                signal.signal(number, ask_to_stop)
        return self

    def __exit__(self, *problem: object) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        self.stop()

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        environment: Mapping[str, str] | None = None,
        identity: Identity = OURSELVES,
        stop_signal: int = signal.SIGTERM,
        death_signal: int = signal.SIGKILL,
        grace_s: float = 10,
        feed: bytes | None = None,
        folder: Path | None = None,
    ) -> Child:
        """Start a process in its own session with its output in `log`; `feed` goes to its standard input."""
        with fresh(log) as output:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL if feed is None else subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=None if environment is None else dict(environment),
                cwd=folder,
                start_new_session=True,
                preexec_fn=leashed(death_signal, identity),
            )
        if feed is not None and process.stdin is not None:
            process.stdin.write(feed)
            process.stdin.close()
        child = Child(name, process, log, stop_signal, grace_s)
        self.children.append(child)
        return child

    def finish(self, child: Child, *, aloud: bool = False) -> None:
        """Wait for a step that must succeed, showing its output as it comes when `aloud`; StackError when it fails."""
        if aloud:
            echo(child)
        code = child.process.wait()
        self.children.remove(child)
        if code != 0:
            raise StackError(f"{child.name} failed ({ending(code)}); its last lines ({child.log}):\n{tail(child.log)}")

    def watch(self) -> NoReturn:
        """Wait for ever: end with AskedToStop, or with StackError when a child died."""
        while True:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
            self.refuse_the_dead()
            reap_orphans({child.process.pid for child in self.children})

    def refuse_the_dead(self) -> None:
        """Raise StackError with its last lines when a child has died."""
        for child in self.children:
            code = child.process.poll()
            if code is not None:
                raise StackError(
                    f"{child.name} died ({ending(code)}); its last lines ({child.log}):\n{tail(child.log)}"
                )

    def stop(self) -> None:
        """Stop all, the last started first; then whatever is still below us."""
        for child in reversed(self.children):
            end(child)
        self.children.clear()
        kill_descendants()


def ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise AskedToStop(signal.Signals(number).name)


def echo(child: Child) -> None:
    """Show a step's lines until it ends."""
    with child.log.open(encoding="utf-8", errors="replace") as lines:
        while True:
            over = child.process.poll() is not None
            for line in lines:
                say(f"    {line.rstrip()}")
            if over:
                return
            time.sleep(0.1)


def end(child: Child) -> None:
    """Ask the process to stop, give it time, then kill its whole group."""
    if child.process.poll() is None:
        child.process.send_signal(child.stop_signal)
        try:
            child.process.wait(child.grace_s)
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


def fresh(log: Path) -> IO[bytes]:
    """Open an empty log that only its owner may read, keeping the one of the last start as `.1`."""
    if log.exists():
        log.replace(log.with_name(f"{log.name}.1"))
    return os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb")


def ending(code: int) -> str:
    """An exit code in words."""
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
