"""The records of what was found."""

from seizures.kinds import ExaminationKind
from seizures.seized import Category, Concealment, QuantityUnit, Seized

from .closing import Examination
from .examination import ExaminationState
from .examined import ExaminedConsignment
from .mark import PictureMark
from .photo import ExaminationPhoto, PhotoKind
from .seizure import SeizureLine
from .synced_entry import SyncedEntry

__all__ = [
    "Category",
    "Concealment",
    "Examination",
    "ExaminationKind",
    "ExaminationPhoto",
    "ExaminationState",
    "ExaminedConsignment",
    "PhotoKind",
    "PictureMark",
    "QuantityUnit",
    "Seized",
    "SeizureLine",
    "SyncedEntry",
]
