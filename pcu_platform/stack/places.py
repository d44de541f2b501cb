"""Where everything lies: the project's root, and the folder PCU_HOME that holds all that is made at run time."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Home:
    """The folder of one installation, and in it or elsewhere its documents (media) and collected static files."""

    folder: Path
    media: Path
    static: Path

    @classmethod
    def at(cls, folder: Path) -> "Home":
        return cls(folder, folder / "media", folder / "static")

    @classmethod
    def from_environment(cls) -> "Home":
        """PCU_HOME (default `.pcu/` beside the script), PCU_MEDIA_ROOT, PCU_STATIC_ROOT."""
        folder = folder_named("PCU_HOME", ROOT / ".pcu")
        return cls(
            folder, folder_named("PCU_MEDIA_ROOT", folder / "media"), folder_named("PCU_STATIC_ROOT", folder / "static")
        )

    def made(self) -> "Home":
        self.folder.mkdir(parents=True, exist_ok=True)
        self.static.mkdir(parents=True, exist_ok=True)
        for private in (self.logs, self.media):
            private.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    @property
    def logs(self) -> Path:
        return self.folder / "log"

    @property
    def postgres_data(self) -> Path:
        return self.folder / "postgres"

    @property
    def secrets(self) -> Path:
        return self.folder / "secrets.json"

    @property
    def state(self) -> Path:
        """What a running stack tells other commands: its servers' addresses."""
        return self.folder / "running.json"

    @property
    def lock(self) -> Path:
        return self.folder / "pcu.lock"

    def venv(self, version: str) -> Path:
        return self.folder / f"venv-{version}"


def folder_named(variable: str, default: Path) -> Path:
    given = os.environ.get(variable, "").strip()
    return Path(given).expanduser().absolute() if given else default
