"""Opens a zip that a stranger sent, without being led to unpack or to list more than a document may hold."""

import io
import lzma
import zipfile
import zlib

MAX_MEMBERS = 5_000
_LISTED = b"PK\x01\x02"  # begins each entry of a zip's directory

# What reading a broken, locked or strange zip may raise; each way of packing has an error of its own.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)


def open_zip(raw: bytes) -> zipfile.ZipFile:
    """Return the archive; one of FAULTS when it cannot be read or lists more than MAX_MEMBERS, which is seen before
    its directory is: a directory of a million entries takes a gigabyte."""
    if raw.count(_LISTED) > MAX_MEMBERS:
        raise zipfile.BadZipFile("too many members")
    return zipfile.ZipFile(io.BytesIO(raw))
