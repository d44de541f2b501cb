"""The records of what arrives."""

from .attachment import Attachment, AttachmentKind
from .case_event import CaseEvent, record, record_each
from .consignment import Consignment, ConsignmentParty, ConsignmentRevision, Manifest, Mode
from .document_draft import DocumentDraft, DraftState
from .goods import EquipmentKind, GoodsItem, NamedDocument, TransportEquipment
from .layout import ColumnLayout
from .moving import Movement
from .observation import Observation, ObservedEvent, ObservedKind, SealCondition
from .party import Party
from .stored_file import StoredFile
from .submission import Source, Status, Submission, SubmissionProblem
from .supporting_document import PermitSort, StatedBy, SupportingDocument, SupportingGoods, SupportingKind
from .units import CustomsPost, PortControlUnit

__all__ = [
    "Attachment",
    "AttachmentKind",
    "CaseEvent",
    "ColumnLayout",
    "Consignment",
    "ConsignmentParty",
    "ConsignmentRevision",
    "CustomsPost",
    "DocumentDraft",
    "DraftState",
    "EquipmentKind",
    "GoodsItem",
    "Manifest",
    "Mode",
    "Movement",
    "NamedDocument",
    "Observation",
    "ObservedEvent",
    "ObservedKind",
    "Party",
    "PermitSort",
    "PortControlUnit",
    "SealCondition",
    "Source",
    "StatedBy",
    "Status",
    "StoredFile",
    "Submission",
    "SubmissionProblem",
    "SupportingDocument",
    "SupportingGoods",
    "SupportingKind",
    "TransportEquipment",
    "record",
    "record_each",
]
