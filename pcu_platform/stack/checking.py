"""./pcu check: everything about the code that a machine can judge without running it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pcu_platform.stack.managing import foreground
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.progress import say
from pcu_platform.stack.servers import start_servers, throw_away_home
from pcu_platform.stack.supervisor import Supervisor

PACKAGES = ("pcu_platform", "seizures", "profiling", "consignments")


def check(home: Home, arguments: Sequence[str]) -> int:
    """Run all checks, also after one has failed; 0 when all hold."""
    with throw_away_home() as scratch, Supervisor() as supervisor:
        environment = {**start_servers(supervisor, scratch, throw_away=True), "PCU_TEST": "1"}
        os.chdir(ROOT)
        failed = [name for name, command in commands() if not holds(name, command, environment)]
    say(f"\nfailed: {', '.join(failed)}" if failed else "\nall checks hold")
    return 1 if failed else 0


def commands() -> list[tuple[str, list[str]]]:
    python = sys.executable
    return [
        ("ruff check", [python, "-m", "ruff", "check", "--quiet", "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("mypy", [python, "-m", "mypy", *PACKAGES]),
        ("import-linter", [str(Path(python).with_name("lint-imports")), "--no-logo"]),
        ("missing migrations", [python, "manage.py", "makemigrations", "--check", "--dry-run"]),
    ]


def holds(name: str, command: Sequence[str], environment: dict[str, str]) -> bool:
    say(f"\n== {name}")
    return foreground(command, environment) == 0
