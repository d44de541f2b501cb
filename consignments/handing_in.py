"""A file becomes a delivery: its kind by its bytes, its columns known or to be asked about."""

from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.columns_known import columns_are_known
from consignments.content_types import content_type_of
from consignments.models import Source
from consignments.parsing.documents import KINDS
from consignments.parsing.kind import Submitted
from consignments.parsing.values import DocumentKind
from consignments.receiving import SPREADSHEETS, WRONG_TYPE, Delivery
from consignments.refusing import Refused

_BEGINNING = 1024  # bytes that tell the kind of a file


def delivery_of(raw: bytes, file_name: str, source: Source, idempotency_key: str) -> Delivery:
    """Return the file as it is handed in for the source; Refused when it is of no kind that is read."""
    # Browsers guess the type from the name alone, and each its own way.
    content_type = content_type_of(file_name, raw[:_BEGINNING])
    if content_type is None:
        raise Refused(WRONG_TYPE, _("This kind of file is not read here."))
    is_asked = content_type in SPREADSHEETS and _is_manifest(raw, content_type, file_name)
    is_clear = not is_asked or columns_are_known(raw, content_type, source.layouts_told())
    return Delivery(
        raw=raw,
        content_type=content_type,
        idempotency_key=idempotency_key,
        file_name=file_name,
        awaits_columns=not is_clear,
    )


def _is_manifest(raw: bytes, content_type: str, file_name: str) -> bool:
    """Whether a table is read as a manifest: one of readings has columns of its own, which nobody is asked about."""
    sent = Submitted(raw, content_type, file_name, None, timezone.get_default_timezone())
    kind = next((kind for kind in KINDS if kind.recognises(sent)), None)
    return kind is not None and kind.kind == DocumentKind.SPREADSHEET_MANIFEST
