"""Checks of the box: what the indicators of group E answered for its riskiest consignment."""

from profiling.explaining import reasons_of
from profiling.models import Assessment
from profiling.presenting.why import IndicatorLine, why

GROUP = "E"
_ORDER = {"hit": 0, "not_evaluable": 1, "no_hit": 2}


def checks_of_box(assessment: Assessment) -> list[IndicatorLine]:
    """Return the lines of group E, hits first, then what could not be answered, each once."""
    told = why(assessment, reasons_of(assessment))
    lines = {line.code: line for line in [*told.no_hits, *told.others, *told.unknowns, *told.hits]}
    ours = [line for line in lines.values() if line.code.startswith(GROUP)]
    return sorted(ours, key=lambda line: (_ORDER[line.answer], -line.points, line.code))
