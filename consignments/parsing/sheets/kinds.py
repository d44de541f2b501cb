"""The tables that are read."""

from ..kind import TABLES, Kind
from ..values import DocumentKind
from . import spreadsheet
from .carrying import SPREADSHEET_MANIFEST_CANNOT, SPREADSHEET_MANIFEST_MUST

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.SPREADSHEET_MANIFEST,
        TABLES,
        lambda sent: spreadsheet.recognises(sent.raw, sent.content_type, sent.filename),
        lambda sent: spreadsheet.parse(sent.raw, mapping=sent.mapping, local_zone=sent.local_zone),
        SPREADSHEET_MANIFEST_MUST,
        SPREADSHEET_MANIFEST_CANNOT,
    ),
)
