"""Reads the body of a request as bytes, whatever its type, and no more of it than a document may have."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import UnreadablePostError
from rest_framework.parsers import BaseParser

from consignments.receiving import WRONG_TYPE, refuse_size, refuse_type
from consignments.refusing import Refused


class RawBody(BaseParser):
    """`request.data` is the bytes. Raises Refused for a type that is not taken, and for a body that is too large."""

    media_type = "*/*"

    def parse(self, stream, media_type=None, parser_context=None) -> Any:
        refuse_type(media_type or "")
        return read_body(stream, settings.MAX_DOCUMENT_BYTES, refuse_size)


def read_body(stream: Any, limit_bytes: int, refuse_size: Callable[[int], None]) -> bytes:
    """Return the body; `refuse_size` is asked before it is read and after."""
    refuse_size(_stated_length(stream.META.get("CONTENT_LENGTH")))
    try:
        raw = stream.read(limit_bytes + 1)
    except UnreadablePostError as fault:
        raise BadRequest("The body broke off.") from fault
    refuse_size(len(raw))
    return raw


def refuse_framing(headers: Mapping[str, str]) -> None:
    """Refuse what would be read as an empty document (no length) or as another document (packed)."""
    if headers.get("Transfer-Encoding"):
        raise Refused("length_required", "Send the document with a Content-Length, not in chunks.")
    if headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refused(WRONG_TYPE, "Send the document as it is, not compressed.")


def _stated_length(header: str | None) -> int:
    return int(header) if header and header.isdigit() else 0
