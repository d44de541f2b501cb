"""How well profiles and the random draw do: rates with their intervals, and the formula of every number."""

from .baseline import Baseline, random_baseline
from .performance import Performance, performance, performances
from .periods import Period
from .rates import Rate, wilson

__all__ = ["Baseline", "Performance", "Period", "Rate", "performance", "performances", "random_baseline", "wilson"]
