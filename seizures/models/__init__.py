"""The records of what was found."""

from .examination import Examination, ExaminationKind, ExaminationState, ExaminedConsignment
from .seizure import Category, Concealment, QuantityUnit, SeizureLine

__all__ = [
    "Category",
    "Concealment",
    "Examination",
    "ExaminationKind",
    "ExaminationState",
    "ExaminedConsignment",
    "QuantityUnit",
    "SeizureLine",
]
