"""Finds a Chromium for the browser tests, or installs Debian's where we may."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pcu_platform.stack.leash import leashed
from pcu_platform.stack.log_files import tail
from pcu_platform.stack.progress import say, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core", "fonts-liberation")


def chromium_environment(log: Path) -> dict[str, str]:
    """PCU_CHROMIUM with a path, or PCU_NO_CHROMIUM with the reason that skipped browser tests show."""
    found = find() or install(log)
    if found:
        return {"PCU_CHROMIUM": found}
    why = "no Chromium found; install one (Debian: apt-get install chromium) or name it in PCU_CHROMIUM"
    say(f"  browser tests are skipped: {why}")
    return {"PCU_NO_CHROMIUM": why}


def find() -> str | None:
    named = os.environ.get("PCU_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def install(log: Path) -> str | None:
    """As root with apt at hand, install it; None where that cannot be done."""
    apt = shutil.which("apt-get")
    if os.getuid() != 0 or apt is None:
        return None
    with step("Chromium for the browser tests (apt-get)"), log.open("ab") as output:
        for words in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
            if apt_get([apt, "-o", "DPkg::Lock::Timeout=120", *words], output) != 0:
                say(f"apt-get {words[0]} failed:\n{tail(log)}")
                return None
    return find()


def apt_get(command: Sequence[str], output) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        env=environment,
        preexec_fn=leashed(signal.SIGTERM),  # dpkg should finish its step
        check=False,
    ).returncode
