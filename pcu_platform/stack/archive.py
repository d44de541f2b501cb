"""./pcu backup and restore: the database and the documents in one file that knows its own checksums.

The file is a tar: `manifest.json`, `database.dump` (pg_dump's custom format) and `media/…`.
"""

import hashlib
import io
import json
import shutil
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from pcu_platform.stack.database import Database
from pcu_platform.stack.managing import reachable_servers
from pcu_platform.stack.places import Home
from pcu_platform.stack.progress import StackError, say, step

FORMAT = 1
MANIFEST, DUMP, MEDIA = "manifest.json", "database.dump", "media/"


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself; `sha256` names every other member."""

    format: int
    made_at: str
    sha256: dict[str, str]


def backup(home: Home, arguments: Sequence[str]) -> int:
    """Write FILE, whole or not at all; the stack may run meanwhile."""
    if len(arguments) != 1:
        raise StackError("./pcu backup FILE")
    target = Path(arguments[0]).absolute()
    if not target.parent.is_dir():
        raise StackError(f"there is no folder {target.parent}")
    with reachable_servers(home, "backup") as environment, scratch_beside(target) as scratch:
        with step("database"):
            Database(environment["DATABASE_URL"]).dump(scratch / "dump")
        with step("documents and checksums"):
            pack(scratch / "archive", scratch / "dump", home.media)
        (scratch / "archive").replace(target)
    say(f"  {target} ({target.stat().st_size / 1e6:.1f} MB)")
    return 0


def restore(home: Home, arguments: Sequence[str]) -> int:
    """Read FILE back; refuse a damaged one, and a database with tables in it unless --force."""
    names = [word for word in arguments if word != "--force"]
    if len(names) != 1:
        raise StackError("./pcu restore FILE [--force]")
    archive = Path(names[0]).absolute()
    with scratch_beside(home.media) as scratch:
        with step("checksums"):
            unpack(archive, scratch)
        with reachable_servers(home, "restore") as environment:
            database = Database(environment["DATABASE_URL"])
            if "--force" not in arguments and database.has_tables():
                raise StackError("the database is not empty: --force throws away what is in it")
            with step("database"):
                database.restore(scratch / DUMP)
            with step("documents"):
                put_in_place(scratch / MEDIA, home.media)
    say("  restored; restart a stack that was running meanwhile")
    return 0


def pack(archive: Path, dump: Path, media: Path) -> None:
    members = {DUMP: dump}
    members |= {f"{MEDIA}{path.relative_to(media)}": path for path in sorted(media.rglob("*")) if path.is_file()}
    sums = {name: sha256(path) for name, path in members.items()}
    made_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    text = json.dumps(asdict(Manifest(FORMAT, made_at, sums)), indent=1).encode()
    with tarfile.open(archive, "w") as tar:
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(text)
        tar.addfile(entry, io.BytesIO(text))
        for name, path in members.items():
            tar.add(path, name, recursive=False)
    archive.chmod(0o600)


def unpack(archive: Path, folder: Path) -> None:
    """Unpack into an empty folder; StackError unless every member is there and is what the manifest says."""
    try:
        with tarfile.open(archive) as tar:
            for member in tar:
                extract(tar, member, folder)
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text("utf-8")))
    except (OSError, tarfile.TarError, ValueError, TypeError) as problem:
        raise StackError(f"{archive} is no backup, or a damaged one: {problem}") from None
    if manifest.format != FORMAT:
        raise StackError(f"{archive} has format {manifest.format}; this version reads {FORMAT}")
    for name, expected in manifest.sha256.items():
        path = folder / name
        if not path.is_file() or sha256(path) != expected:
            raise StackError(f"{archive} is damaged: {name} is not what was packed")
    (folder / MEDIA).mkdir(exist_ok=True)


def extract(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Write one plain file below the folder; anything else has no business in a backup."""
    target = folder / member.name
    content = tar.extractfile(member) if member.isfile() else None
    if content is None or ".." in target.parts or not target.is_relative_to(folder):
        raise ValueError(f"unexpected member {member.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with content, target.open("wb") as file:
        shutil.copyfileobj(content, file)


def put_in_place(new: Path, media: Path) -> None:
    """Exchange the documents' folder for the new one."""
    old = new.with_name("media-before")
    if media.exists():
        media.rename(old)
    new.rename(media)
    media.chmod(0o700)


@contextmanager
def scratch_beside(place: Path) -> Iterator[Path]:
    """A private folder on the same disk, so that what is made in it can be moved into place at once."""
    place.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".pcu-", dir=place.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
