"""`python -m benchmarks [NAME…]`: each benchmark in a process of its own, then all rows with their verdicts."""

import importlib
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

import django

from pcu_platform.stack.leash import leashed

LIMIT_S = 600
NOT_BENCHMARKS = {"__init__", "__main__", "pairs", "database", "processes"}


def main(arguments: list[str]) -> int:
    """Return 0 unless a row fails or a benchmark does not come to its end."""
    if arguments[:1] == ["--alone"]:
        return run_here(arguments[1])
    known = names()
    unknown = [name for name in arguments if name not in known]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
        return 2
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()} {platform.release()}")
    codes = [run_apart(name) for name in arguments or known]
    return max(codes, default=0)


def names() -> list[str]:
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in NOT_BENCHMARKS)


def run_apart(name: str) -> int:
    """Run one in its own process, so that no benchmark inherits another's memory or connections."""
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    try:
        alone = [sys.executable, "-m", "benchmarks", "--alone", name]
        code = subprocess.run(alone, timeout=LIMIT_S, check=False, preexec_fn=leashed()).returncode
    except subprocess.TimeoutExpired:
        print(f"{name} took longer than {LIMIT_S} s")
        return 1
    print(f"   took {time.monotonic() - started:.0f} s", flush=True)
    return code


def run_here(name: str) -> int:
    django.setup()
    rows = importlib.import_module(f"benchmarks.{name}").run()
    for row in rows:
        print(f"   {row}", flush=True)
    return 1 if any(row.verdict == "fails" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
