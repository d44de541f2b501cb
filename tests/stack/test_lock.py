"""The locks: every package with its hashes, no address of anything, the developers' holding all of the runtime's."""

import re
import tomllib

from pcu_platform.stack.packages import DEVELOPMENT, RUNTIME
from pcu_platform.stack.places import ROOT

PACKAGE = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)( ; .*)?( \\)?$")


def packages(text: str) -> dict[tuple[str, str], int]:
    """Name and version of each package, with how many hashes it has."""
    found: dict[tuple[str, str], int] = {}
    last = None
    for line in text.splitlines():
        if match := PACKAGE.match(line):
            last = (match[1], match[2])
            found[last] = 0
        else:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line), line
            found[last] += 1
    return found


def test_every_package_has_its_hashes_and_nothing_else_is_said():
    for lock in (RUNTIME, DEVELOPMENT):
        assert all(packages(lock.read_text()).values()), lock.name


def test_the_developers_lock_holds_the_runtime_lock():
    runtime, development = packages(RUNTIME.read_text()), packages(DEVELOPMENT.read_text())
    assert runtime.keys() <= development.keys()


def test_whatever_the_project_asks_for_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {
        RUNTIME: project["project"]["dependencies"],
        DEVELOPMENT: project["dependency-groups"]["dev"],
    }
    for lock, requirements in asked.items():
        locked = {name for name, _ in packages(lock.read_text())}
        names = {re.split(r"[\[<>=~! ]", requirement)[0].lower() for requirement in requirements}
        assert names <= locked, f"run again what docs/operations.md tells under Packages: {names - locked}"
