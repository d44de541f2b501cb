"""The embedded PostgreSQL: made once with initdb, then a child of the stack on a loopback port with a password."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from pcu_platform.stack.database import Database
from pcu_platform.stack.leash import leashed
from pcu_platform.stack.postgres_programs import Arrangement, arrange, major_version, own, programs
from pcu_platform.stack.progress import StackError
from pcu_platform.stack.supervisor import Child, Program, Supervisor

USER = DATABASE = "pcu"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",  # a socket's path ends at 107 bytes, and PCU_HOME may lie anywhere
    "max_connections": "80",
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",  # compiling a wide expression of a hundred profiles takes longer than running it
    "log_timezone": "UTC",
    # Statements and their errors hold names and numbers of documents; the platform's own log says what failed.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
# For data that is thrown away: nothing needs to survive a power cut.
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum_naptime": "10s"}
START_LIMIT_S = 60
STOP_LIMIT_S = 30


def start_postgres(supervisor: Supervisor, data: Path, log: Path, password: str, *, throw_away: bool = False) -> str:
    """Start it, making the cluster and the database at the first time; return the DATABASE_URL."""
    arrangement = arrange(programs(), data)
    if not (arrangement.data / "PG_VERSION").exists():
        make_cluster(arrangement, password)
    refuse_other_version(arrangement)
    wait_for_predecessor(arrangement.data)
    port = free_port()
    settings = {**SETTINGS, **(THROW_AWAY if throw_away else {}), "port": str(port)}
    server = Program(
        "PostgreSQL",
        [arrangement.programs / "postgres", "-D", arrangement.data, *option_words(settings)],
        log=log,
        folder=arrangement.data,
        identity=arrangement.identity,
        stop_signal=signal.SIGINT,  # fast: rolls back what runs, writes a checkpoint
        death_signal=signal.SIGINT,
        grace_s=STOP_LIMIT_S,
        serves=True,
    )
    child = supervisor.start(server)
    wait_until_ready(arrangement, child, port)
    url = f"postgres://{USER}:{password}@127.0.0.1:{port}/{DATABASE}"
    make_database(url)
    return url


def make_cluster(arrangement: Arrangement, password: str) -> None:
    """initdb beside the final place, then rename: one that was killed half way leaves nothing that looks finished."""
    data = arrangement.data
    if any(data.iterdir()):
        raise StackError(f"{data} is not empty and is no PostgreSQL data folder: move it away")
    draft = data.with_name(f"{data.name}.making")
    password_file = data.with_name(f"{data.name}.password")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    password_file.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password)
        own(draft, arrangement.identity)
        own(password_file, arrangement.identity)
        run_initdb(arrangement, draft, password_file)
    finally:
        password_file.unlink(missing_ok=True)
    data.rmdir()
    draft.rename(data)


def run_initdb(arrangement: Arrangement, data: Path, password_file: Path) -> None:
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    locale = builtin if major_version(arrangement.programs) >= 17 else ["--locale=C.UTF-8"]
    command = [
        str(arrangement.programs / "initdb"),
        "--pgdata",
        str(data),
        "--pwfile",
        str(password_file),
        f"--username={USER}",
    ]
    made = subprocess.run(
        [*command, "--auth=scram-sha-256", "--encoding=UTF8", *locale],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=data,
        preexec_fn=leashed(identity=arrangement.identity),
        check=False,
    )
    if made.returncode != 0:
        raise StackError(f"initdb failed:\n{made.stdout}{made.stderr}")


def refuse_other_version(arrangement: Arrangement) -> None:
    data_major = (arrangement.data / "PG_VERSION").read_text().strip()
    own_major = str(major_version(arrangement.programs))
    if data_major != own_major:
        raise StackError(
            f"the data in {arrangement.data} is PostgreSQL {data_major}'s, the programs are {own_major}: "
            f"back up with the old programs (PCU_PG_BIN=… ./pcu backup FILE), then restore into a new PCU_HOME"
        )


def wait_for_predecessor(data: Path) -> None:
    """After kill -9 the last postmaster may still be writing its checkpoint: let it finish.

    A lock file whose process number now belongs to a stranger is removed; PostgreSQL itself would refuse to start.
    """
    lock_file = data / "postmaster.pid"
    deadline = time.monotonic() + STOP_LIMIT_S
    while lock_file.exists():
        pid = lock_file.read_text().split("\n", 1)[0]
        if not is_postmaster(pid, data):
            lock_file.unlink(missing_ok=True)
            return
        if time.monotonic() > deadline:
            raise StackError(f"another PostgreSQL (process {pid}) still runs on {data}")
        time.sleep(0.1)


def is_postmaster(pid: str, data: Path) -> bool:
    try:
        words = Path(f"/proc/{int(pid)}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return False
    return os.fsencode(data) in words


def wait_until_ready(arrangement: Arrangement, child: Child, port: int) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    question = [str(arrangement.programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port), "-U", USER]
    while subprocess.run(question, check=False).returncode != 0:
        if child.process.poll() is not None or time.monotonic() > deadline:
            raise StackError(f"PostgreSQL did not start {child.last_words}")
        time.sleep(0.02)


def make_database(url: str) -> None:
    """Create the database unless it exists."""
    server = Database(url.removesuffix(DATABASE) + "postgres")
    if not server.ask(f"SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'"):
        server.ask(f"CREATE DATABASE {DATABASE}")


def option_words(settings: dict[str, str]) -> Sequence[str]:
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]


def free_port() -> int:
    """A loopback port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
