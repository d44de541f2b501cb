"""The virtual environment in PCU_HOME with the locked packages, each checked against its hash."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pcu_platform.stack.leash import leashed
from pcu_platform.stack.locking import waiting_turn
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.progress import StackError, step

RUNTIME = ROOT / "requirements" / "runtime.txt"
DEVELOPMENT = ROOT / "requirements" / "dev.txt"  # holds all of RUNTIME too, in the same versions
MARK = "pcu-lock.txt"


def ready_python(home: Home, lock: Path) -> Path:
    """Return the Python of an environment in which all packages of the lock are installed, making it when needed."""
    version = "{}.{}".format(*sys.version_info)
    venv = home.venv(version)
    python = venv / "bin" / "python"
    with waiting_turn(home.folder / "packages.lock"):
        if holds(venv, lock):
            return python
        with step(f"packages for Python {version} (the first time takes a while)"):
            # Without the mark an installation was cut short, and nothing in it is to be trusted.
            if not (venv / MARK).exists() or not runs(python):
                make_environment(venv)
            (venv / MARK).unlink(missing_ok=True)
            install(python, lock)
            (venv / MARK).write_text("\n".join(held_after(lock)))
    return python


def holds(venv: Path, lock: Path) -> bool:
    """Whether the environment works and was filled from this very lock, or from the larger one."""
    try:
        held = (venv / MARK).read_text().split()
    except FileNotFoundError:
        return False
    return digest(lock) in held and runs(venv / "bin" / "python")


def held_after(lock: Path) -> Iterator[str]:
    yield digest(lock)
    if lock == DEVELOPMENT:
        yield digest(RUNTIME)


def make_environment(venv: Path) -> None:
    """Make an empty environment with whichever tool works here; Debian's Python may lack half of `venv`."""
    ways = [[sys.executable, "-m", "venv"], [sys.executable, "-m", "virtualenv"]]
    if uv := shutil.which("uv"):
        ways.insert(0, [uv, "venv", "--quiet", "--no-project", "--python", sys.executable])
    if has_pip_for_others():
        ways.append([sys.executable, "-m", "venv", "--without-pip"])
    for way in ways:
        shutil.rmtree(venv, ignore_errors=True)
        if quietly([*way, str(venv)]).returncode == 0 and runs(venv / "bin" / "python"):
            return
    raise StackError(
        f"{sys.executable} cannot make a virtual environment. Install one of: the Debian package "
        f"python{'{}.{}'.format(*sys.version_info)}-venv, virtualenv, or uv"
    )


def install(python: Path, lock: Path) -> None:
    """Install with uv where there is one, else with pip; raise StackError with what the installer said.

    Nothing is compiled ahead: that costs as much as installing, and the processes keep what they compile.
    """
    said = ""
    for way in installers(python):
        done = quietly([*way, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)])
        if done.returncode == 0:
            return
        said = done.stdout + done.stderr
    raise StackError(f"the packages could not be installed:\n{said[-3000:]}")


def installers(python: Path) -> Iterator[list[str]]:
    if uv := shutil.which("uv"):
        yield [uv, "pip", "install", "--quiet", "--python", str(python)]
    if quietly([str(python), "-m", "pip", "--version"]).returncode == 0:
        yield [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"]
    elif has_pip_for_others():
        yield [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-compile"]


def has_pip_for_others() -> bool:
    """Whether our own pip can install into another environment (22.3 and later)."""
    return quietly([sys.executable, "-m", "pip", "--python", sys.executable, "--version"]).returncode == 0


def runs(python: Path) -> bool:
    return python.exists() and quietly([str(python), "-c", ""]).returncode == 0


def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a tool that dies with us; its output is kept for the case that it fails."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=own_environment(),
        preexec_fn=leashed(),
    )


def own_environment() -> dict[str, str]:
    """Ours without what would steer the installer away from the environment we name."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in {"VIRTUAL_ENV", "PYTHONHOME", "PIP_TARGET", "PIP_USER"}
    }


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
