"""How far a process of its own grows while it reads or registers one document: its peak above what the imports took."""

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path

import django


def growth_mb(doing: str, raw: bytes, content_type: str, submission_id: str = "") -> float:
    """Return megabytes. doing: read (the bytes are there beforehand), or register (they come from the database)."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(raw)
        file.flush()
        command = [sys.executable, "-m", "benchmarks.of_intake.memory", doing, file.name, content_type, submission_id]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return float(done.stdout.splitlines()[-1])


def main(doing: str, path: str, content_type: str, submission_id: str) -> None:
    django.setup()
    grown = importlib.import_module("benchmarks.of_intake.grown")  # its models can be imported only now
    if doing == "read":
        print(grown.by_reading(Path(path), content_type))
    else:
        print(grown.by_registering(submission_id))


if __name__ == "__main__":
    main(*sys.argv[1:])
