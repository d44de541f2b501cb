"""Run as a process of its own: a file on stdin, a small WebP picture of it on stdout.

Arguments: media type, page from 0, greatest width in pixels. Memory and time are limited first, so that a picture that
claims to be enormous ends this process and not the worker. Nothing of the file is executed: PDF scripts, forms and
annotations are not even loaded. Ends with 1 when no picture can be made.
"""

import io
import resource
import sys

import pypdfium2
from PIL import Image, ImageOps

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 15
MAX_PIXELS = 60_000_000  # a phone's best camera; Pillow refuses twice of it by itself
MAX_RATIO = 4  # of height to width: the foot of an endless page is left out
QUALITY = 80


def picture_of_page(raw: bytes, number: int, width_px: int) -> Image.Image:
    """Draw a page; one that is enormous or of no size raises ValueError."""
    document = pypdfium2.PdfDocument(raw)
    page = document[number]
    width_pt, height_pt = page.get_size()
    if not 1 <= width_pt <= 20_000 or not 1 <= height_pt <= 20_000:
        raise ValueError("the page has no size that can be drawn")
    scale = min(width_px / width_pt, width_px * MAX_RATIO / height_pt)
    return page.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")


def picture_of_image(raw: bytes, width_px: int) -> Image.Image:
    image = Image.open(io.BytesIO(raw), formats=["JPEG", "PNG", "WEBP", "TIFF"])
    if image.width * image.height > MAX_PIXELS:
        raise ValueError("too many pixels")
    image.draft("RGB", (2 * width_px, 2 * width_px))  # a JPEG is decoded no larger than is needed
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((width_px, width_px * MAX_RATIO))
    return upright.convert("RGB")


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    media_type, page, width_px = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    raw = sys.stdin.buffer.read()
    try:
        if media_type == "application/pdf":
            picture = picture_of_page(raw, page, width_px)
        else:
            picture = picture_of_image(raw, width_px)
    except Exception:  # whatever the readers say of a broken file, the answer is the same
        return 1
    answer = io.BytesIO()
    picture.save(answer, "WEBP", quality=QUALITY, exif=b"", icc_profile=b"", xmp=b"")
    sys.stdout.buffer.write(answer.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
