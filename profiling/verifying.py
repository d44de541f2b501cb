"""Recomputes the draws, drawn and undrawn, from the rows of an export or of the database (docs/draws.md)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from consignments.models import Consignment
from profiling.draw_export import COLUMNS
from profiling.drawing import commitment, draw_number
from profiling.models import Assessment, Draw, DrawPeriod


class Unreadable(Exception):
    """What was given is no export of draws; the message says where."""


@dataclass(slots=True)
class Verification:
    """How many rows were recomputed, how many ought to be drawn, and a sentence for each difference."""

    rows: int = 0
    drawn: int = 0
    differences: list[str] = field(default_factory=list)
    periods: set[datetime] = field(default_factory=set)
    consignments: set[str] = field(default_factory=set)


def verify(rows: Iterable[Mapping[str, str]]) -> Verification:
    """Recompute rows with the columns of an export; `missing_from` finds what it leaves out. Raises Unreadable."""
    done = Verification()
    wrong_seeds: set[str] = set()
    for place, row in enumerate(rows, start=1):
        try:
            _verify_row(row, done, wrong_seeds)
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable(f"row {place} is no row of {', '.join(COLUMNS)}: {error}") from error
    return done


def rows_of_database() -> Iterator[dict[str, str]]:
    """Yield the draws of every period, also of those whose seed is still secret, as rows of an export."""
    for draw in Draw.objects.select_related("period").order_by("period__starts_at", "pk").iterator(chunk_size=5000):
        yield {
            "period_starts_at": draw.period.starts_at.isoformat(),
            "seed_sha256": draw.period.seed_sha256,
            "seed": draw.period.seed,
            "percent": str(draw.period.percent),
            "consignment_id": str(draw.pk),
            "drawn": str(int(draw.is_drawn)),
        }


def stored_otherwise() -> Iterator[str]:
    """Yield a sentence for each stored draw number, period or assessment that is not what the draw makes it."""
    for draw in Draw.objects.select_related("period", "consignment").iterator(chunk_size=5000):
        if draw.number != draw_number(draw.period.seed, str(draw.pk)):
            yield f"{draw.pk}: the stored draw number is not the one its seed gives"
        if not draw.period.starts_at <= draw.consignment.first_known_at < draw.period.ends_at:
            yield f"{draw.pk}: drawn with the seed of a period in which it was not known first"
    of_consignment = Draw.objects.filter(consignment=OuterRef("consignment"))
    agreeing = Exists(of_consignment.filter(is_drawn=OuterRef("is_drawn")))
    otherwise = Assessment.objects.filter(~agreeing, Exists(of_consignment)).order_by("consignment", "round")
    for assessment in otherwise.only("consignment", "round").iterator():
        yield f"{assessment.consignment_id}: round {assessment.round} says otherwise than its draw"


def never_drawn() -> Iterator[str]:
    """Yield a sentence for each consignment that was assessed and has no draw."""
    assessed = Assessment.objects.filter(consignment=OuterRef("pk"))
    drawn = Draw.objects.filter(consignment=OuterRef("pk"))
    undrawn = Consignment.objects.filter(Exists(assessed), ~Exists(drawn)).order_by("first_known_at", "pk")
    for pk in undrawn.values_list("pk", flat=True).iterator():
        yield f"{pk}: assessed but never drawn"


def missing_from(export: Verification) -> Iterator[str]:
    """Yield a sentence for each consignment assessed in the periods of the export that has no row in it."""
    within = Q(pk__in=[])
    for period in DrawPeriod.objects.filter(starts_at__in=export.periods):
        within |= Q(first_known_at__gte=period.starts_at, first_known_at__lt=period.ends_at)
    assessed = Assessment.objects.filter(consignment=OuterRef("pk"))
    for pk in Consignment.objects.filter(within, Exists(assessed)).order_by("pk").values_list("pk", flat=True):
        if str(pk) not in export.consignments:
            yield f"{pk}: assessed in a period of the export, but not in it"


def _verify_row(row: Mapping[str, str], done: Verification, wrong_seeds: set[str]) -> None:
    seed, consignment, said = row["seed"], row["consignment_id"], row["drawn"]
    if said not in {"0", "1"}:
        raise ValueError(f"drawn is {said!r}, not 0 or 1")
    done.rows += 1
    done.periods.add(datetime.fromisoformat(row["period_starts_at"]))
    if commitment(seed) != row["seed_sha256"] and seed not in wrong_seeds:
        wrong_seeds.add(seed)
        done.differences.append(f"the seed of {row['period_starts_at']} is not the one that was committed to")
    if consignment in done.consignments:
        done.differences.append(f"{consignment}: drawn twice")
    done.consignments.add(consignment)
    should_be_drawn = draw_number(seed, consignment) < float(row["percent"]) / 100
    done.drawn += should_be_drawn
    if should_be_drawn != (said == "1"):
        done.differences.append(f"{consignment}: {'not ' * (said == '0')}drawn, recomputed otherwise")
