"""One table from error to HTTP answer: `{"detail": …, "code": …}`."""

from django.http import Http404
from rest_framework import status
from rest_framework.exceptions import ParseError
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from consignments.refusing import Refused

# What a refused verb answers when it is not a conflict with the present state.
STATUS_OF_CODE = {
    "reason_missing": status.HTTP_400_BAD_REQUEST,
    "due_in_the_past": status.HTTP_400_BAD_REQUEST,
    "answer_empty": status.HTTP_400_BAD_REQUEST,
    "hold_in_the_past": status.HTTP_400_BAD_REQUEST,
    "outcome_unknown": status.HTTP_400_BAD_REQUEST,
    "document_too_large": status.HTTP_413_REQUEST_ENTITY_TOO_LARGE,
    "empty_document": status.HTTP_400_BAD_REQUEST,
    "idempotency_key_not_usable": status.HTTP_400_BAD_REQUEST,
    "length_required": status.HTTP_411_LENGTH_REQUIRED,
    "source_is_a_clients": status.HTTP_400_BAD_REQUEST,
    "empty_file": status.HTTP_400_BAD_REQUEST,
    "file_too_large": status.HTTP_413_REQUEST_ENTITY_TOO_LARGE,
    "file_type_not_kept": status.HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    "content_type_not_supported": status.HTTP_415_UNSUPPORTED_MEDIA_TYPE,
}


def answer_error(exc, context):
    """Answer a refused verb with 409 (or as the table says), everything else as DRF does, always with a code."""
    if isinstance(exc, Refused):
        set_rollback()
        code = STATUS_OF_CODE.get(exc.code, status.HTTP_409_CONFLICT)
        return Response({"detail": exc.message, "code": exc.code}, status=code)
    if isinstance(exc, RecursionError):  # the JSON of a body; a document's own parser counts its levels
        exc = ParseError("The body is nested too deeply.")
    response = exception_handler(exc, context)
    if response is not None and isinstance(response.data, dict) and "detail" in response.data:
        default = "not_found" if isinstance(exc, Http404) else "error"
        response.data.setdefault("code", getattr(response.data["detail"], "code", default))
    return response
