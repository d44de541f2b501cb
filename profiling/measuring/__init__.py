"""How well profiles and the random draw do: rates with their intervals, and the formula of every number."""

from .baseline import Baseline, random_baseline
from .performance import Performance, performance, performances
from .periods import Period, measured_unit
from .rates import Rate, wilson

__all__ = [
    "Baseline",
    "Performance",
    "Period",
    "Rate",
    "measured_unit",
    "performance",
    "performances",
    "random_baseline",
    "wilson",
]
