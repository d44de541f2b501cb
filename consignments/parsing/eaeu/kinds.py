"""The XML documents of the Union that are read, and their mirrors in the Russian album."""

from ..kind import XML, Kind
from ..values import DocumentKind
from . import esadout, goods_declaration, rail, road, transit
from .esadout_carrying import ESADOUT_DECLARATION_CANNOT, ESADOUT_DECLARATION_MUST
from .goods_declaration_carrying import EAEU_GOODS_DECLARATION_CANNOT, EAEU_GOODS_DECLARATION_MUST
from .rail_carrying import EAEU_RAIL_PRELIMINARY_CANNOT, EAEU_RAIL_PRELIMINARY_MUST
from .road_carrying import EAEU_ROAD_PRELIMINARY_CANNOT, EAEU_ROAD_PRELIMINARY_MUST
from .transit_carrying import EAEU_TRANSIT_DECLARATION_CANNOT, EAEU_TRANSIT_DECLARATION_MUST

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.EAEU_ROAD_PRELIMINARY,
        XML,
        lambda sent: road.recognises(sent.raw),
        lambda sent: road.parse(sent.raw, local_zone=sent.local_zone),
        EAEU_ROAD_PRELIMINARY_MUST,
        EAEU_ROAD_PRELIMINARY_CANNOT,
    ),
    Kind(
        DocumentKind.EAEU_RAIL_PRELIMINARY,
        XML,
        lambda sent: rail.recognises(sent.raw),
        lambda sent: rail.parse(sent.raw, local_zone=sent.local_zone),
        EAEU_RAIL_PRELIMINARY_MUST,
        EAEU_RAIL_PRELIMINARY_CANNOT,
    ),
    Kind(
        DocumentKind.EAEU_TRANSIT_DECLARATION,
        XML,
        lambda sent: transit.recognises(sent.raw),
        lambda sent: transit.parse(sent.raw, local_zone=sent.local_zone),
        EAEU_TRANSIT_DECLARATION_MUST,
        EAEU_TRANSIT_DECLARATION_CANNOT,
    ),
    # A goods declaration of transit is read as the transit declaration that it is: `parse` of its module decides.
    Kind(
        DocumentKind.EAEU_GOODS_DECLARATION,
        XML,
        lambda sent: goods_declaration.recognises(sent.raw),
        lambda sent: goods_declaration.parse(sent.raw, local_zone=sent.local_zone),
        EAEU_GOODS_DECLARATION_MUST,
        EAEU_GOODS_DECLARATION_CANNOT,
    ),
    Kind(
        DocumentKind.ESADOUT_DECLARATION,
        XML,
        lambda sent: esadout.recognises(sent.raw),
        lambda sent: esadout.parse(sent.raw, local_zone=sent.local_zone),
        ESADOUT_DECLARATION_MUST,
        ESADOUT_DECLARATION_CANNOT,
    ),
)
