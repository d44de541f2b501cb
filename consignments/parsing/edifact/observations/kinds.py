"""The messages about equipment that are read."""

from ...fields import FIELDS
from ...kind import EDIFACT, Kind
from ...values import DocumentKind
from ..recognising import is_message
from . import baplie, iftsta, movement_reports

# They state nothing of a consignment: what they lack, no consignment has left out.
NOTHING_OF_A_CONSIGNMENT = frozenset(FIELDS)

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.BAPLIE,
        EDIFACT,
        lambda sent: is_message(sent.raw, "BAPLIE"),
        lambda sent: baplie.parse(sent.raw, local_zone=sent.local_zone),
        cannot=NOTHING_OF_A_CONSIGNMENT,
    ),
    Kind(
        DocumentKind.COARRI,
        EDIFACT,
        lambda sent: is_message(sent.raw, "COARRI"),
        lambda sent: movement_reports.parse_coarri(sent.raw, local_zone=sent.local_zone),
        cannot=NOTHING_OF_A_CONSIGNMENT,
    ),
    Kind(
        DocumentKind.CODECO,
        EDIFACT,
        lambda sent: is_message(sent.raw, "CODECO"),
        lambda sent: movement_reports.parse_codeco(sent.raw, local_zone=sent.local_zone),
        cannot=NOTHING_OF_A_CONSIGNMENT,
    ),
    Kind(
        DocumentKind.COPRAR,
        EDIFACT,
        lambda sent: is_message(sent.raw, "COPRAR"),
        lambda sent: movement_reports.parse_coprar(sent.raw, local_zone=sent.local_zone),
        cannot=NOTHING_OF_A_CONSIGNMENT,
    ),
    Kind(
        DocumentKind.IFTSTA,
        EDIFACT,
        lambda sent: is_message(sent.raw, "IFTSTA"),
        lambda sent: iftsta.parse(sent.raw, local_zone=sent.local_zone),
        cannot=NOTHING_OF_A_CONSIGNMENT,
    ),
)
