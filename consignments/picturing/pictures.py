"""Makes a small picture of a file: of an image, or of one page of a PDF."""

import subprocess
import sys
from pathlib import Path

from consignments.media_types import HEIC, IMAGES, PDF

SECONDS = 20
_CHILD = Path(__file__).with_name("picture_child.py")
_WEBP = b"RIFF"


def picture_of(raw: bytes, media_type: str, *, width_px: int, page: int = 0) -> bytes | None:
    """Return a WebP picture at most `width_px` wide, without the metadata of the original; None when there is none:
    the type has no picture, the page is not there, or the file is broken, locked, or too large to be drawn.

    page: of a PDF, from 0.
    """
    if media_type != PDF and media_type not in IMAGES - {HEIC}:
        return None
    command = [sys.executable, "-I", str(_CHILD), media_type, str(page), str(width_px)]
    try:
        child = subprocess.run(command, input=raw, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return child.stdout if child.returncode == 0 and child.stdout.startswith(_WEBP) else None
