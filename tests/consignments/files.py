"""Files for tests: the smallest of each type, and PDFs set with Typst from a few lines."""

import io
import zipfile
from functools import cache

import typst
from PIL import Image


@cache
def picture(image_format: str = "PNG", size: tuple[int, int] = (60, 40), *, with_exif: bool = False) -> bytes:
    """Return a red picture; with_exif: with a comment and a place as a phone writes them."""
    buffer = io.BytesIO()
    options = {}
    if with_exif:
        exif = Image.Exif()
        exif[0x010E] = "at home of the officer"
        exif[0x0112] = 6  # turned by a quarter
        options["exif"] = exif
    Image.new("RGB", size, "red").save(buffer, image_format, **options)
    return buffer.getvalue()


@cache
def pdf(markup: str) -> bytes:
    """Return the PDF that Typst sets from its markup."""
    return typst.compile(markup.encode())


def office(member: str = "word/document.xml", *, macros: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "<w/>")
        if macros:
            archive.writestr("word/vbaProject.bin", b"macro")
    return buffer.getvalue()


def open_document(mimetype: str = "application/vnd.oasis.opendocument.text") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", mimetype)
    return buffer.getvalue()


def old_office(stream: str = "WordDocument", *, macros: bool = False) -> bytes:
    names = stream + ("_VBA_PROJECT" if macros else "")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + names.encode("utf-16-le")
