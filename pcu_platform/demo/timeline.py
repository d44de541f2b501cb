"""What happens when: steps of the demo year, done one after the other in the order of their moments."""

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

from pcu_platform.demo.clock import Clock


class Timeline:
    """Steps by moment. A step may put later steps into the timeline; what lies beyond its end is never done."""

    def __init__(self, clock: Clock, ends_at: datetime):
        self._clock = clock
        self._ends_at = ends_at
        self._steps: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()  # steps of one moment keep the order in which they were put in

    def at(self, moment: datetime, step: Callable[[], None]) -> None:
        if moment <= self._ends_at:
            heapq.heappush(self._steps, (moment, next(self._order), step))

    def run(self) -> None:
        while self._steps:
            moment, _, step = heapq.heappop(self._steps)
            self._clock.move_to(moment)
            step()
        self._clock.move_to(self._ends_at)
