"""./pcu up: servers, migrations, first data, then web, worker and beat, until somebody stops it or one of them dies."""

import json
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from pcu_platform.stack.locking import hold
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.progress import StackError, say, step
from pcu_platform.stack.running import announced, withdraw
from pcu_platform.stack.secret_values import remember_accounts_made, secrets_of
from pcu_platform.stack.servers import start_servers
from pcu_platform.stack.supervisor import AskedToStop, Program, Supervisor

HEALTHY_LIMIT_S = 180
ACCOUNTS = "analyst examiner supervisor supervisor2 unithead coordinator auditor admin osh_analyst client"
GUNICORN_SETTINGS = Path(__file__).with_name("gunicorn_conf.py")


def refuse_bad_start(arguments: Sequence[str]) -> None:
    """Raise StackError for what is wrong already, before anything is downloaded."""
    if set(arguments) - {"--empty"}:
        raise StackError(f"./pcu up knows --empty only, not {' '.join(arguments)}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind_address(), port()))
        except OSError as problem:
            raise StackError(f"port {port()} cannot be had ({problem.strerror}): PCU_PORT=8001 ./pcu up") from None


def up(home: Home, arguments: Sequence[str]) -> int:
    """Run the platform; return 0 when it was asked to stop. StackError when something died."""
    lock = hold(home.lock, "up")
    withdraw(home)
    say(f"Port Control Unit platform, data in {home.folder}")
    try:
        with Supervisor() as supervisor:
            environment = start_servers(supervisor, home)
            make_ready(supervisor, home, environment, empty="--empty" in arguments)
            with announced(home, port(), environment):
                start_processes(supervisor, home.logs, environment)
                with step("web, worker and beat"):
                    wait_until_healthy(supervisor)
                show_the_way_in(home)
                supervisor.watch()
    except AskedToStop as request:
        say(f"stopped ({request})")
    finally:
        os.close(lock)
    return 0


def make_ready(supervisor: Supervisor, home: Home, environment: dict[str, str], *, empty: bool) -> None:
    """Migrations and first data, with the static files collected meanwhile."""
    static = Program(
        "collectstatic", django("collectstatic", "--noinput", "-v0"), home.logs / "static.log", environment
    )
    prepare = Program(
        "prepare", django("prepare", *(["--empty"] if empty else [])), home.logs / "prepare.log", environment
    )
    collecting = supervisor.start(static)
    say("  database and first data")
    preparing = supervisor.start(prepare)
    supervisor.finish(preparing, aloud=True)
    remember_accounts_made(home)
    with step("static files"):
        supervisor.finish(collecting)


def start_processes(supervisor: Supervisor, logs: Path, environment: dict[str, str]) -> None:
    celery = [sys.executable, "-m", "celery", "-A", "pcu_platform.celery"]
    beat = [*celery, "beat", "--pidfile=", "--loglevel=INFO"]
    worker = [*celery, "worker", "--concurrency=2", "--without-mingle", "--without-gossip", "--loglevel=INFO"]
    web = [sys.executable, "-m", "gunicorn", "-c", str(GUNICORN_SETTINGS)]
    for name, command in (("worker", worker), ("beat", beat), ("web", web)):
        supervisor.start(Program(name, command, logs / f"{name}.log", environment))


def wait_until_healthy(supervisor: Supervisor) -> None:
    deadline = time.monotonic() + HEALTHY_LIMIT_S
    while (fault := health_fault()) is not None:
        supervisor.refuse_the_dead()
        if time.monotonic() > deadline:
            raise StackError(f"not healthy after {HEALTHY_LIMIT_S} s: {fault}")
        time.sleep(0.2)


def health_fault() -> str | None:
    """What /healthz/ complains about; None when all is well."""
    try:
        with urllib.request.urlopen(f"{address()}healthz/", timeout=5):  # noqa: S310 - http, see address()
            return None
    except urllib.error.HTTPError as answer:
        parts = json.loads(answer.read() or b"{}").get("parts", {})
        return ", ".join(f"{part}: {said}" for part, said in parts.items() if said != "ok") or str(answer)
    except (OSError, ValueError) as problem:
        return str(problem)


def show_the_way_in(home: Home) -> None:
    sys.stdout.write(
        f"\n  {address()}\n\n  accounts: {ACCOUNTS}\n  password: {secrets_of(home).demo_password}\n"
        f"  logs:     {home.logs}\n\n  Ctrl-C stops everything.\n"
    )
    sys.stdout.flush()


def django(*words: str) -> list[str | Path]:
    return [sys.executable, ROOT / "manage.py", *words]


def port() -> int:
    raw = os.environ.get("PCU_PORT", "").strip() or "8000"
    if not raw.isdecimal() or not 0 < int(raw) < 65536:
        raise StackError(f"PCU_PORT={raw}: write a port number, such as 8000")
    return int(raw)


def bind_address() -> str:
    return os.environ.get("PCU_BIND", "").strip() or "127.0.0.1"


def address() -> str:
    shown = "127.0.0.1" if bind_address() == "0.0.0.0" else bind_address()  # noqa: S104 - compared, not bound
    return f"http://{shown}:{port()}/"
