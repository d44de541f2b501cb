"""The EDIFACT lexer against pydifact's parser, on the same bytes; both give the same segments."""

import logging
import time
import warnings

from pydifact.parser import Parser

from benchmarks.of_intake.documents import cuscar
from benchmarks.pairs import Row, at_least, interleaved, row_of_ratios
from consignments.parsing.edifact.lexer import Lexer
from consignments.parsing.noting import Notes

BILLS = 2_000


def run() -> list[Row]:
    logging.getLogger("pydifact").setLevel(logging.WARNING)
    warnings.simplefilter("ignore")  # it misses its own directories, which the splitting does not need
    raw = cuscar(BILLS)
    text = raw.decode("iso8859-1")
    if (segments := ours(raw)) != pydifacts(text):
        raise AssertionError("the two do not read the same segments")

    def lex() -> float:
        started = time.perf_counter()
        for _segment in Lexer(raw, Notes([])).segments():
            pass
        return time.perf_counter() - started

    def parse() -> float:
        started = time.perf_counter()
        for _segment in Parser().parse(text):
            pass
        return time.perf_counter() - started

    rounds = interleaved(lex, parse)
    count = len(segments)
    note = f"{count:,} segments; ours {count / middle(rounds, 0):,.0f}/s, pydifact {count / middle(rounds, 1):,.0f}/s"
    name = f"lexer, a CUSCAR of {BILLS:,} bills, to pydifact's parser"
    return [row_of_ratios(name, [b / a for a, b in rounds], "times as fast", at_least(5), note)]


def ours(raw: bytes) -> list[tuple[str, list[list[str]]]]:
    return [(segment.tag, segment.elements) for segment in Lexer(raw, Notes([])).segments()]


def pydifacts(text: str) -> list[tuple[str, list[list[str]]]]:
    """Its segments in our shape: an element of one component comes as that text itself."""
    return [
        (segment.tag, [[each] if isinstance(each, str) else list(each) for each in segment.elements])
        for segment in Parser().parse(text)
    ]


def middle(rounds: list[tuple[float, float]], which: int) -> float:
    return sorted(each[which] for each in rounds)[len(rounds) // 2]
