"""The papers that can be typed by hand."""

from .air_waybill import AIR_WAYBILL
from .bill_of_lading import BILL_OF_LADING
from .cmr_note import CMR_NOTE
from .paper import Paper
from .smgs_note import SMGS_NOTE
from .tir_carnet import TIR_CARNET

PAPERS: tuple[Paper, ...] = (CMR_NOTE, TIR_CARNET, SMGS_NOTE, AIR_WAYBILL, BILL_OF_LADING)
BY_SLUG = {paper.slug: paper for paper in PAPERS}
BY_KIND = {paper.kind.value: paper for paper in PAPERS}
CONTENT_TYPES = frozenset(paper.content_type for paper in PAPERS)
