"""A file becomes a delivery: its kind by its bytes, its columns known or to be asked about."""

from django.utils.translation import gettext as _

from consignments.columns_known import columns_are_known
from consignments.content_types import content_type_of
from consignments.models import Source
from consignments.receiving import SPREADSHEETS, WRONG_TYPE, Delivery
from consignments.refusing import Refused

_BEGINNING = 1024  # bytes that tell the kind of a file


def delivery_of(raw: bytes, file_name: str, source: Source, idempotency_key: str) -> Delivery:
    """Return the file as it is handed in for the source; Refused when it is of no kind that is read."""
    # Browsers guess the type from the name alone, and each its own way.
    content_type = content_type_of(file_name, raw[:_BEGINNING])
    if content_type is None:
        raise Refused(WRONG_TYPE, _("This kind of file is not read here."))
    is_clear = content_type not in SPREADSHEETS or columns_are_known(raw, content_type, source.layouts_told())
    return Delivery(
        raw=raw,
        content_type=content_type,
        idempotency_key=idempotency_key,
        file_name=file_name,
        awaits_columns=not is_clear,
    )
