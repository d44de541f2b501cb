"""Reads the body of a request as bytes, whatever its type, and no more of it than a document may have."""

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import UnreadablePostError
from rest_framework.parsers import BaseParser

from consignments.receiving import refuse_size, refuse_type


class RawBody(BaseParser):
    """`request.data` is the bytes. Raises Refused for a type that is not taken, and for a body that is too large."""

    media_type = "*/*"

    def parse(self, stream, media_type=None, parser_context=None) -> Any:
        refuse_type(media_type or "")
        refuse_size(_stated_length(stream.META.get("CONTENT_LENGTH")))
        try:
            # A body sent in chunks states no length: read one byte more than is allowed to know that it is too large.
            raw = stream.read(settings.MAX_DOCUMENT_BYTES + 1)
        except UnreadablePostError as fault:
            raise BadRequest("The body broke off.") from fault
        refuse_size(len(raw))
        return raw


def _stated_length(header: str | None) -> int:
    return int(header) if header and header.isdigit() else 0
