"""Small JSON files that only their owner may read: secrets and addresses."""

import json
import os
from pathlib import Path
from typing import Any


def write(path: Path, content: dict[str, Any]) -> None:
    """Write whole or not at all, mode 0600 from the first byte."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
    draft.replace(path)


def read(path: Path) -> dict[str, Any]:
    """Return the content; empty when the file is missing."""
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
