"""The records of what was found."""

from seizures.kinds import ExaminationKind
from seizures.seized import Category, Concealment, Method, QuantityUnit, Seized

from .arrests import ArrestReport
from .closing import Examination
from .custody import CustodyStep
from .evidence import EvidencePhoto
from .examination import ExaminationState
from .examined import ExaminedConsignment
from .inspection_act import InspectionAct
from .laboratory import LaboratoryStep
from .mark import PictureMark
from .photo import ExaminationPhoto, PhotoKind
from .seizure import SeizureLine
from .synced_entry import SyncedEntry

__all__ = [
    "ArrestReport",
    "Category",
    "Concealment",
    "CustodyStep",
    "EvidencePhoto",
    "Examination",
    "ExaminationKind",
    "ExaminationPhoto",
    "ExaminationState",
    "ExaminedConsignment",
    "InspectionAct",
    "LaboratoryStep",
    "Method",
    "PhotoKind",
    "PictureMark",
    "QuantityUnit",
    "Seized",
    "SeizureLine",
    "SyncedEntry",
]
