"""The catalogue of indicators by code: one file per group."""

from .a_parties import PARTIES
from .a_traders_compared import TRADERS_COMPARED
from .b_places import PLACES
from .b_routing import ROUTING
from .c_goods import GOODS
from .c_goods_by_tables import GOODS_BY_TABLES
from .d_documents import DOCUMENTS
from .e_equipment import EQUIPMENT
from .f_freight import FREIGHT
from .g_timing import TIMING
from .h_transport import TRANSPORT
from .i_history import HISTORY
from .indicator import Indicator

__all__ = ["INDICATORS", "Indicator"]

INDICATORS: dict[str, Indicator] = {
    indicator.code: indicator
    for indicator in sorted(
        (
            *PARTIES,
            *TRADERS_COMPARED,
            *ROUTING,
            *PLACES,
            *GOODS,
            *GOODS_BY_TABLES,
            *DOCUMENTS,
            *EQUIPMENT,
            *FREIGHT,
            *TIMING,
            *TRANSPORT,
            *HISTORY,
        ),
        key=lambda each: each.code,
    )
}
