"""The XML documents of the Union that are read."""

from ..kind import XML, Kind
from ..values import DocumentKind
from . import road
from .road_carrying import EAEU_ROAD_PRELIMINARY_CANNOT, EAEU_ROAD_PRELIMINARY_MUST

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.EAEU_ROAD_PRELIMINARY,
        XML,
        lambda sent: road.recognises(sent.raw),
        lambda sent: road.parse(sent.raw, local_zone=sent.local_zone),
        EAEU_ROAD_PRELIMINARY_MUST,
        EAEU_ROAD_PRELIMINARY_CANNOT,
    ),
)
