"""The UN/EDIFACT messages that are read."""

from ..kind import EDIFACT, Kind
from ..values import DocumentKind
from . import cuscar
from .cuscar_carrying import CUSCAR_CANNOT, CUSCAR_MUST
from .observations import kinds as observations
from .recognising import is_message

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.CUSCAR,
        EDIFACT,
        lambda sent: is_message(sent.raw, "CUSCAR"),
        lambda sent: cuscar.parse(sent.raw, local_zone=sent.local_zone),
        CUSCAR_MUST,
        CUSCAR_CANNOT,
    ),
    *observations.KINDS,
)
