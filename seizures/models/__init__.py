"""The records of what was found."""

from seizures.kinds import ExaminationKind
from seizures.seized import Category, Concealment, QuantityUnit, Seized

from .closing import Examination
from .examination import ExaminationState
from .examined import ExaminedConsignment
from .seizure import SeizureLine

__all__ = [
    "Category",
    "Concealment",
    "Examination",
    "ExaminationKind",
    "ExaminationState",
    "ExaminedConsignment",
    "QuantityUnit",
    "Seized",
    "SeizureLine",
]
