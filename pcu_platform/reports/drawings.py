"""The drawings of a report: the charts of the page as pictures of their own, with colours for paper."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from pcu_platform.dashboard.cells import HitRate, Table
from pcu_platform.dashboard.charts import days_chart
from pcu_platform.dashboard.figures import Figures
from profiling.measuring import Rate
from profiling.presenting.funnel import funnel
from profiling.presenting.rate_charts import RateLine, rate_line, top_of

# The classes of the page's charts, for white paper and a printer without colours.
STYLE = (
    "<style>text{font-family:'Libertinus Serif';font-size:12px;fill:#333}.strong{font-weight:bold}"
    ".big{font-size:20px;font-weight:bold;fill:#000}.mid{text-anchor:middle}.end{text-anchor:end}"
    ".bar{fill:#8e99c9}.on{fill:#1f2a5c}.axis{stroke:#777;fill:none}.limit{stroke:#a11;stroke-dasharray:3 3}"
    ".thisfill{fill:#a11}.range{stroke:#3b4a8f;stroke-width:2}.point{fill:#1f2a5c}"
    ".base{stroke:#8a6a00;stroke-width:1.4;stroke-dasharray:4 3}.basefill{fill:#f4ead0}</style>"
)
# A drawing twice as wide as the others is made half as large.
WIDE_STYLE = STYLE.replace("font-size:12px", "font-size:16px")
ROW_HEIGHT = 26
LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Drawing:
    """svg: a picture of its own. words: what it shows, for who does not see it."""

    svg: bytes
    words: str


@dataclass(frozen=True, slots=True)
class ForestRow:
    label: str
    told: str
    y: int
    line: RateLine
    rate: Rate


def drawing_of(table: Table, figures: Figures) -> Drawing | None:
    """The drawing that goes with a table; None where it has none."""
    match table.name:
        case "steps":
            shown = {"funnel": funnel(figures.steps)}
            return _drawn("profiling/figures/_funnel.html", shown, table.title, WIDE_STYLE)
        case "posts":
            words = _("Selections by day, beside what all posts can examine.")
            return _drawn("pcu_platform/reports/_days.svg", {"days": days_chart(figures)}, words)
        case "origins" | "league" if table.rows:
            return _forest(table, figures)
    return None


def _forest(table: Table, figures: Figures) -> Drawing | None:
    told = [(row.head, cell) for row in table.rows for cell in row.cells if isinstance(cell, HitRate)]
    told = [(head, cell) for head, cell in told if cell.rate.examined]
    if not told:
        return None
    baseline = figures.baseline.rate
    top = top_of([baseline, *(cell.rate for _head, cell in told)])
    rows = [
        ForestRow(_short(head), cell.text, number * ROW_HEIGHT, rate_line(cell.rate, baseline, top), cell.rate)
        for number, (head, cell) in enumerate(told)
    ]
    shown = {"rows": rows, "height": len(rows) * ROW_HEIGHT, "base": rows[0].line, "top": top, "baseline": baseline}
    words = _("Hit rates with their intervals over the band of the random draw.")
    return _drawn("pcu_platform/reports/_forest.svg", shown, words)


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


def _drawn(template: str, shown: dict, words: str, style: str = STYLE) -> Drawing:
    svg = render_to_string(template, shown)
    head, _end, rest = svg[svg.index("<svg") :].partition(">")
    named = head.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Drawing(f"{named}>{style}{rest}".encode(), words)
