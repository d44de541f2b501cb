"""Finds a Chromium for the browser tests, or installs Debian's where we may."""

import os
import shutil
from pathlib import Path

from pcu_platform.stack import debian
from pcu_platform.stack.progress import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core", "fonts-liberation")


def chromium_environment(log: Path) -> dict[str, str]:
    """PCU_CHROMIUM with a path, or PCU_NO_CHROMIUM with the reason that skipped browser tests show."""
    found = find()
    if found is None and debian.install(PACKAGES, "Chromium for the browser tests", log):
        found = find()
    if found:
        return {"PCU_CHROMIUM": found}
    why = "no Chromium found; install one (Debian: apt-get install chromium) or name it in PCU_CHROMIUM"
    say(f"  browser tests are skipped: {why}")
    return {"PCU_NO_CHROMIUM": why}


def find() -> str | None:
    named = os.environ.get("PCU_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)
