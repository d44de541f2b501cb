"""Ties a child process to this one: when the parent dies, even by kill -9, the kernel sends the child a signal."""

import ctypes
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
CLONE_NEWUSER = 0x10000000
INSIDE_UID = 1000

libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Identity:
    """As whom a child runs: ourselves, an account (uid, gid), or ourselves under another number in a user namespace."""

    name: str = "ourselves"
    uid: int | None = None
    gid: int | None = None
    own_namespace: bool = False

    def assume(self) -> None:
        """Become that identity for good; call it in a fresh child only. OSError where the system forbids it."""
        if self.own_namespace:
            enter_user_namespace()
        elif self.uid is not None and self.gid is not None:
            os.setgroups([])
            os.setresgid(self.gid, self.gid, self.gid)
            os.setresuid(self.uid, self.uid, self.uid)


OURSELVES = Identity()
IN_NAMESPACE = Identity("ourselves in a user namespace", own_namespace=True)


def leashed(death_signal: int = signal.SIGKILL, identity: Identity = OURSELVES) -> Callable[[], None]:
    """Return what the child does between fork and exec: assume the identity, then ask for the signal.

    The order matters: the kernel forgets the wish when credentials change. The wish is tied to the parent's thread,
    so start children from the main thread.
    """
    parent = os.getpid()

    def between_fork_and_exec() -> None:
        identity.assume()
        tie_to(parent, death_signal)

    return between_fork_and_exec


def tie_to(parent: int, death_signal: int = signal.SIGKILL) -> None:
    """Ask the kernel for the signal when our parent dies; end at once if it is dead already."""
    if libc.prctl(PR_SET_PDEATHSIG, death_signal) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getppid() != parent:
        os._exit(1)


def adopt_orphans() -> None:
    """Make grandchildren whose parent dies our own children, so that none can get away."""
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1)


def can(identity: Identity, question: Callable[[], bool]) -> bool:
    """Ask a question in a short-lived child of that identity; False also where the identity cannot be assumed."""
    pid = os.fork()
    if pid == 0:
        try:
            identity.assume()
            os._exit(0 if question() else 1)
        except BaseException:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def enter_user_namespace() -> None:
    """Go on as uid 1000 of a namespace of one: outside still the same user, inside not root."""
    uid, gid = os.getuid(), os.getgid()
    if libc.unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "unshare(CLONE_NEWUSER)")
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{INSIDE_UID} {uid} 1"),
        ("gid_map", f"{INSIDE_UID} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(line)
