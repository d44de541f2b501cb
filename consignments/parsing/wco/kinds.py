"""The documents of the WCO Data Model that are read."""

from ..kind import XML, Kind
from ..values import DocumentKind
from . import cargo_report, declaration, metadata
from .carrying import (
    WCO_CARGO_REPORT_CANNOT,
    WCO_CARGO_REPORT_MUST,
    WCO_DECLARATION_CANNOT,
    WCO_DECLARATION_MUST,
)

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.WCO_DECLARATION,
        XML,
        lambda sent: metadata.is_declaration(sent.raw),
        lambda sent: declaration.parse(sent.raw, local_zone=sent.local_zone),
        WCO_DECLARATION_MUST,
        WCO_DECLARATION_CANNOT,
    ),
    Kind(
        DocumentKind.WCO_CARGO_REPORT,
        XML,
        lambda sent: metadata.is_cargo_report(sent.raw),
        lambda sent: cargo_report.parse(sent.raw, local_zone=sent.local_zone),
        WCO_CARGO_REPORT_MUST,
        WCO_CARGO_REPORT_CANNOT,
    ),
)
