"""Pictures of files: small, without metadata, and none of what is broken or too large."""

import io
import struct
import zlib

import pytest
from PIL import Image

from consignments.picturing import picture_of

from .files import pdf, picture


def enormous_png(width: int, height: int) -> bytes:
    """A file of a few bytes that claims these many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def blank_png(width: int, height: int) -> bytes:
    """A sound picture that is small packed and large unpacked."""
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_an_image_is_made_small(image_format):
    raw = picture(image_format, (1600, 800))
    drawn = Image.open(io.BytesIO(picture_of(raw, f"image/{image_format.lower()}", width_px=320)))
    assert (drawn.format, drawn.size) == ("WEBP", (320, 160))


def test_a_photo_is_upright_and_tells_nothing_of_where_it_was_taken():
    raw = picture("JPEG", (400, 200), with_exif=True)
    assert b"at home" in raw
    small = picture_of(raw, "image/jpeg", width_px=100)
    drawn = Image.open(io.BytesIO(small))
    assert drawn.size == (100, 200)
    assert not drawn.getexif() and b"at home" not in small


def test_a_page_of_a_pdf_is_drawn():
    raw = pdf("First #pagebreak() Second")
    first, second = (picture_of(raw, "application/pdf", width_px=200, page=page) for page in (0, 1))
    assert Image.open(io.BytesIO(first)).size == (200, 283)
    assert first != second
    assert picture_of(raw, "application/pdf", width_px=200, page=2) is None


@pytest.mark.parametrize(
    ("what", "raw", "media_type"),
    [
        ("a bomb", enormous_png(60_000, 60_000), "image/png"),
        ("a bomb of 100 million pixels", enormous_png(10_000, 10_000), "image/png"),
        ("more pixels than are drawn", blank_png(8_000, 8_000), "image/png"),
        ("half a picture", picture("JPEG", (600, 600))[:200], "image/jpeg"),
        ("a broken PDF", b"%PDF-1.7\n1 0 obj\n<<>>", "application/pdf"),
        ("an image said to be another", picture("PNG"), "application/pdf"),
        ("a text", b"text", "text/plain"),
        ("HEIC, which is not drawn", b"\x00\x00\x00\x18ftypheic", "image/heic"),
    ],
)
def test_there_is_no_picture_of(what, raw, media_type):
    assert picture_of(raw, media_type, width_px=320) is None
