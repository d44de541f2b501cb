"""Two processes that stand ready with their half of the rows and work at a word."""

import multiprocessing
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection

import django

from benchmarks.against_zen.contestants import CONTESTANTS, Answers, Half


class Crew:
    """Calling it runs both halves at once; returns the seconds it took, times `every`, as for all rows."""

    def __init__(self, contestant: str, halves: Sequence[tuple[int, int]], every: int = 1):
        self.every = every
        context = multiprocessing.get_context("spawn")
        self.lines: list[Connection] = []
        for first, last in halves:
            ours, theirs = context.Pipe()
            context.Process(
                target=stand_ready, args=(contestant, Half(first, last, every), theirs), daemon=True
            ).start()
            self.lines.append(ours)
        self._said("ready")

    def __call__(self) -> float:
        started = time.perf_counter()
        self._tell("work")
        self._said("done")
        return (time.perf_counter() - started) * self.every

    def answers(self) -> Answers:
        """Return what both halves answered last."""
        self._tell("answers")
        both: Answers = {}
        for line in self.lines:
            both |= line.recv()
        return both

    def dismiss(self) -> None:
        self._tell("go home")

    def _tell(self, word: str) -> None:
        for line in self.lines:
            line.send(word)

    def _said(self, word: str) -> None:
        for line in self.lines:
            assert line.recv() == word


def stand_ready(contestant: str, half: Half, line: Connection) -> None:
    """What a process of a crew does."""
    django.setup()
    work = CONTESTANTS[contestant](half)
    answers: Answers = {}
    line.send("ready")
    while (word := line.recv()) != "go home":
        if word == "work":
            answers = work()
            line.send("done")
        else:
            line.send(answers)
