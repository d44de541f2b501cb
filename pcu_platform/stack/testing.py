"""./pcu test: pytest with throw-away servers and a browser; pytest's closing line is the last line."""

import os
import sys
from collections.abc import Sequence

from pcu_platform.stack.chromium import chromium_environment
from pcu_platform.stack.managing import foreground
from pcu_platform.stack.openmp import ready_openmp
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.servers import start_servers, throw_away_home
from pcu_platform.stack.supervisor import Supervisor


def test(home: Home, arguments: Sequence[str]) -> int:
    """Run pytest in the project's root; its exit code is ours. Arguments are pytest's own."""
    with throw_away_home() as scratch, Supervisor() as supervisor:
        ready_openmp(scratch.logs / "apt.log")
        environment = {
            **start_servers(supervisor, scratch, throw_away=True),
            **chromium_environment(scratch.logs / "apt.log"),
            "PCU_TEST": "1",
        }
        os.chdir(ROOT)
        return foreground([sys.executable, "-m", "pytest", *arguments], environment)
