"""A folder into which files are dropped: which of them are whole, what is in them, and where they are put away.

Nothing is followed or trusted: only plain files of the folder itself are looked at, links and folders are left alone,
every name is used below an opened folder, and no file is ever written over.
"""

import fcntl
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

DONE, FAILED = "done", "failed"
_PASSED_OVER = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".swp", ".lock")
_NO_FOLLOW = os.O_NOFOLLOW | os.O_CLOEXEC

Signature = tuple[int, int, int, int]  # inode, bytes, and when it was written and changed: a copy may set the former


class FolderInUse(Exception):
    """Another watcher has the folder."""


class NotTaken(Exception):
    """A file that is not read now: it changed meanwhile, is gone, is no plain file, or may not be read."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A whole file. raw: one byte more than the limit at most."""

    name: str
    raw: bytes
    signature: Signature


@dataclass(slots=True)
class DropFolder:
    """settle_s: how long a file must stay unchanged before it counts as whole."""

    path: Path
    settle_s: float
    clock: Callable[[], float] = time.monotonic
    _folders: dict[str, int] = field(default_factory=dict)
    _seen: dict[str, tuple[Signature, float]] = field(default_factory=dict)

    def __enter__(self) -> "DropFolder":
        """Open the folder and its two shelves; FolderInUse when another watcher has it."""
        try:
            here = self._folders[""] = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                fcntl.flock(here, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise FolderInUse(str(self.path)) from None
            for shelf in (DONE, FAILED):
                if not _is_there(shelf, here):
                    os.mkdir(shelf, 0o770, dir_fd=here)
                self._folders[shelf] = os.open(shelf, os.O_RDONLY | os.O_DIRECTORY | _NO_FOLLOW, dir_fd=here)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        while self._folders:
            os.close(self._folders.popitem()[1])

    def whole_files(self) -> list[str]:
        """Return the names of the files that have not changed since they were first seen so, the oldest first."""
        now = self.clock()
        signatures = self._signatures()
        self._seen = {
            name: (signature, self._seen[name][1] if self._seen.get(name, (None,))[0] == signature else now)
            for name, signature in signatures.items()
        }
        whole = [name for name, (_, since) in self._seen.items() if now - since >= self.settle_s]
        return sorted(whole, key=lambda name: (signatures[name][2], name))

    def read(self, name: str, limit_bytes: int) -> Dropped:
        """Return the file; NotTaken when it is not whole after all."""
        try:
            descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | _NO_FOLLOW, dir_fd=self._folders[""])
        except OSError as fault:
            raise NotTaken(fault.strerror) from None
        with os.fdopen(descriptor, "rb") as file:
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                raise NotTaken("no plain file")
            raw = file.read(limit_bytes + 1)
            if _signature(os.fstat(descriptor)) != _signature(before):
                raise NotTaken("still being written")
        return Dropped(name, raw, _signature(before))

    def put_away(self, dropped: Dropped, shelf: str, report: str = "") -> str:
        """Move the file to a shelf, its report beside it, and return its name there; NotTaken when another file has
        come under its name, which then is left to be taken."""
        here, there = self._folders[""], self._folders[shelf]
        if self._signatures().get(dropped.name) != dropped.signature:
            raise NotTaken("changed meanwhile")
        name = _free_name(dropped.name, there)
        if report:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_FOLLOW
            descriptor = os.open(f"{name}.problems.csv", flags, 0o660, dir_fd=there)
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                file.write(report)
        os.rename(dropped.name, name, src_dir_fd=here, dst_dir_fd=there)
        if _signature(os.stat(name, dir_fd=there, follow_symlinks=False))[:3] != dropped.signature[:3]:
            os.rename(name, dropped.name, src_dir_fd=there, dst_dir_fd=here)
            raise NotTaken("changed meanwhile")
        self._seen.pop(dropped.name, None)
        return name

    def _signatures(self) -> dict[str, Signature]:
        found = {}
        with os.scandir(self._folders[""]) as entries:
            for entry in entries:
                name = entry.name.lower()
                if name.startswith((".", "~$")) or name.endswith(_PASSED_OVER):
                    continue
                try:
                    if entry.is_file(follow_symlinks=False):
                        found[entry.name] = _signature(entry.stat(follow_symlinks=False))
                except FileNotFoundError:  # taken away meanwhile
                    continue
        return found


def _signature(of: os.stat_result) -> Signature:
    return of.st_ino, of.st_size, of.st_mtime_ns, of.st_ctime_ns


def _is_there(name: str, folder: int) -> bool:
    try:
        os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _free_name(name: str, folder: int) -> str:
    """Return the name, with a number where it is taken: week47.csv, week47 (2).csv."""
    parts = PurePath(name)
    stem, suffix = os.fsdecode(os.fsencode(parts.stem)[:180]), parts.suffix[:20]  # room for the name of the report
    free, number = f"{stem}{suffix}", 1
    while _is_there(free, folder):
        number += 1
        free = f"{stem} ({number}){suffix}"
    return free
