"""Installs Debian packages where we may: as root, with apt at hand."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pcu_platform.stack.leash import leashed
from pcu_platform.stack.log_files import tail
from pcu_platform.stack.progress import say, step


def install(packages: Sequence[str], purpose: str, log: Path) -> bool:
    """Install the packages, saying what for; False where that cannot be done. What apt says goes to the log."""
    apt = shutil.which("apt-get")
    if os.getuid() != 0 or apt is None:
        return False
    with step(f"{purpose} (apt-get)"), log.open("ab") as output:
        for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            if apt_get([apt, "-o", "DPkg::Lock::Timeout=120", *words], output) != 0:
                say(f"apt-get {words[0]} failed:\n{tail(log)}")
                return False
    return True


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
