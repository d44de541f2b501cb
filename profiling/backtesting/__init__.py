"""What a version would have done in the past, on the facts as they were known then."""

from .backtest import Backtest, backtest
from .replay import Replay, replay

__all__ = ["Backtest", "Replay", "backtest", "replay"]
