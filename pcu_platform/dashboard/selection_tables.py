"""Whether the selection is better than chance: the steps, the origins of selection, the league of versions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from profiling.measuring import Rate
from profiling.measuring.formulas import FORMULAS
from profiling.measuring.league import Placed
from profiling.models import SelectedBy
from profiling.presenting.funnel import funnel
from profiling.presenting.in_language import in_language

from .cells import Cell, Column, Count, HitRate, Row, Share, Table, Times, Words
from .figures import Figures, UnitBeside
from .formulas import judged, judging_rule, rate_formula, share_formula

# The orders of the league by their names in the address; each puts the greatest first, the code last decides.
ORDERS = {
    "low": lambda placed: placed.rate.low if placed.rate.examined else -1.0,
    "rate": lambda placed: placed.rate.share if placed.rate.share is not None else -1.0,
    "selected": lambda placed: placed.measured.selections,
    "examined": lambda placed: placed.rate.examined,
    "positive": lambda placed: placed.rate.positive,
}
BEST_FIRST = "low"


def steps_table(figures: Figures) -> Table:
    """From received to result, each step with its share of the one before."""
    bars = funnel(figures.steps)
    rows = []
    for number, bar in enumerate(bars):
        before = bars[number - 1].count if number else 0
        told = " ".join(filter(None, [str(bar.formula), share_formula(bar.count, before)]))
        rows.append(Row(str(bar.label), [Count(f"step:{bar.name}", bar.count), Share(bar.share)], told))
    columns = [
        Column(_("Step"), False),
        Column(_("Consignments")),
        Column(_("Share of the step before")),
    ]
    return Table(
        "steps", _("From received to result"), columns, rows, aside=_("share of the step before"), chart="funnel"
    )


def origins_table(figures: Figures) -> Table:
    """The hit rate of each reason of selection beside the random draw."""
    baseline = figures.baseline
    rows = [
        _rate_row(str(origin.reason.label), f"origin:{origin.reason}", origin.selections, origin.rate, baseline.rate)
        for origin in figures.origins
        # The draw has its own row: among all drawn, as its formula says.
        if origin.reason != SelectedBy.RANDOM
    ]
    rows.append(_rate_row(_("Random draw"), "draw", baseline.drawn, baseline.rate, baseline.rate))
    missed = _rate_row(
        _("Drawn, selected by nothing else"), "missed", baseline.drawn_alone, baseline.missed, baseline.rate
    )
    notes = [str(FORMULAS["origin"]), str(FORMULAS["baseline"]), str(FORMULAS["missed"]), judging_rule()]
    return Table(
        "origins",
        _("Hit rate by who selected"),
        _rate_columns(_("Selected by")),
        [*rows, missed],
        notes,
        aside=_("Wilson intervals of 95 %"),
    )


def league_table(figures: Figures, order: str = BEST_FIRST) -> Table:
    """Each version of a profile that selected something or is active, in one of the ORDERS."""
    placed = sorted(figures.league, key=ORDERS.get(order, ORDERS[BEST_FIRST]), reverse=True)
    rows = [_version_row(each, figures.baseline.rate) for each in placed]
    notes = [str(FORMULAS["selections"]), str(FORMULAS["hit_rate"]), str(FORMULAS["lift"]), judging_rule()]
    return Table(
        "league",
        _("Profiles"),
        _rate_columns(_("Profile"), with_orders=True),
        rows,
        notes,
        aside=_("best lower bound first") if order == BEST_FIRST else "",
        when_empty=_("No version selected anything in this period."),
    )


def units_table(figures: Figures) -> Table:
    """The units beside one another; a row leads to the unit's own dashboard."""
    columns = [
        Column(_("Unit"), False),
        Column(_("Received")),
        Column(_("Selected")),
        Column(_("Examined with a result")),
        Column(_("Positive")),
        Column(_("Positive of examined"), False),
        Column(_("Selections with a result")),
        Column(_("Seizure lines")),
    ]
    return Table("units", _("Units side by side"), columns, [_unit_row(each) for each in figures.units])


def _unit_row(each: UnitBeside) -> Row:
    unit, steps = each.unit.code, each.steps
    cells: list[Cell] = [
        Count(f"step:received@{unit}", steps.received),
        Count(f"step:selected@{unit}", steps.selected),
        Count(f"step:examined@{unit}", steps.examined),
        Count(f"step:positive@{unit}", steps.positive),
        HitRate(each.rate),
        Share(each.feedback.share),
        Count(f"lines:all@{unit}", each.lines),
    ]
    told = share_formula(each.feedback.with_result, each.feedback.selected)
    return Row(str(each.unit), cells, f"{rate_formula(each.rate)} {told}".strip())


def _version_row(placed: Placed, baseline: Rate) -> Row:
    version = placed.version
    key = f"version:{version.profile.code}:{version.number}"
    head = f"{version.profile.code} v{version.number} {in_language(version.profile, 'title')}"
    path = reverse("profiling:version-show", args=[version.profile.code, version.number])
    return _rate_row(head, key, placed.measured.selections, placed.rate, baseline, path)


def _rate_columns(first: str, *, with_orders: bool = False) -> list[Column]:
    named = [
        (_("Selections"), "selected"),
        (_("Examined"), "examined"),
        (_("Positive"), "positive"),
        (_("Hit rate with interval"), "low"),
        (_("× random"), "rate"),
    ]
    return [
        Column(first, False),
        *(Column(label, order != "low", order if with_orders else "") for label, order in named),
        Column(_("Beside the draw"), False),
    ]


def _rate_row(head: str, key: str, selections: int, rate: Rate, baseline: Rate, path: str = "") -> Row:
    is_the_draw = rate is baseline
    cells: list[Cell] = [
        Count(f"{key}:all", selections),
        Count(f"{key}:examined", rate.examined),
        Count(f"{key}:positive", rate.positive),
        HitRate(rate),
        Times(None if is_the_draw else rate.lift_over(baseline)),
        Words("") if is_the_draw else judged(rate, baseline),
    ]
    return Row(head, cells, rate_formula(rate, None if is_the_draw else baseline), path)
