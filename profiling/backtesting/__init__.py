"""What a version would have done in the past, on the facts as they were known then."""

from .backtest import backtest
from .findings import Findings
from .replay import Replay, replay

__all__ = ["Findings", "Replay", "backtest", "replay"]
