"""The records of what arrives."""

from .case_event import CaseEvent, record, record_each
from .consignment import Consignment, ConsignmentParty, ConsignmentRevision, Manifest, Mode
from .goods import EquipmentKind, GoodsItem, SupportingDocument, TransportEquipment
from .layout import ColumnLayout
from .moving import Movement
from .party import Party
from .submission import Source, Status, Submission, SubmissionProblem
from .units import CustomsPost, PortControlUnit

__all__ = [
    "CaseEvent",
    "ColumnLayout",
    "Consignment",
    "ConsignmentParty",
    "ConsignmentRevision",
    "CustomsPost",
    "EquipmentKind",
    "GoodsItem",
    "Manifest",
    "Mode",
    "Movement",
    "Party",
    "PortControlUnit",
    "Source",
    "Status",
    "Submission",
    "SubmissionProblem",
    "SupportingDocument",
    "TransportEquipment",
    "record",
    "record_each",
]
