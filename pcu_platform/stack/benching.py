"""./pcu bench: the benchmarks on servers of their own, set up as a real installation's (a commit reaches the disk)."""

import os
import sys
from collections.abc import Sequence

from pcu_platform.stack.managing import foreground
from pcu_platform.stack.places import ROOT, Home
from pcu_platform.stack.servers import start_servers, throw_away_home
from pcu_platform.stack.supervisor import Supervisor


def bench(home: Home, arguments: Sequence[str]) -> int:
    """Run `python -m benchmarks [NAME]`; its exit code is ours."""
    with throw_away_home() as scratch, Supervisor() as supervisor:
        environment = start_servers(supervisor, scratch)
        os.chdir(ROOT)
        return foreground([sys.executable, "-m", "benchmarks", *arguments], environment)
