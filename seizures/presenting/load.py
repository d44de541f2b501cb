"""What lies in the piece that is opened, and what the examiner is told to look at first; no source, no score."""

from collections.abc import Sequence
from dataclasses import dataclass

from profiling.models import Assessment, Lane
from profiling.presenting.in_language import in_language
from profiling.presenting.parties import goods_in_short
from profiling.presenting.quantities import exact_mass
from seizures.models import Examination
from seizures.pieces import Piece, others_in
from seizures.seals import SealComparison, compare_seals


@dataclass(frozen=True)
class Load:
    """The head of the page. `vehicle` is "" where the piece is the vehicle itself."""

    lane: str
    vehicle: str
    goods: tuple[str, ...]
    instructions: tuple[str, ...]


@dataclass(frozen=True)
class SealSight:
    """`stated` None: the documents say nothing of seals."""

    stated: tuple[str, ...] | None
    comparison: SealComparison | None


def load_of(piece: Piece, examined: Sequence[Assessment]) -> Load:
    vehicle = examined[0].revision.manifest.conveyance_id
    strictest = min((one.lane for one in examined), key=Lane.values.index)
    return Load(
        lane=strictest,
        vehicle="" if vehicle == piece.number else vehicle,
        goods=tuple(_goods_line(one) for one in examined),
        instructions=instructions_for(examined),
    )


def instructions_for(examined: Sequence[Assessment]) -> tuple[str, ...]:
    """Return the instructions of the profiles and lists that hit, each once, in the reader's language."""
    texts = []
    for one in examined:
        hits = one.profile_hits.filter(answer="hit").select_related("version").order_by("-points_low")
        texts += [in_language(hit.version, "instruction") for hit in hits]
        texts += [hit.entry.watch_list.instruction for hit in one.list_hits.select_related("entry__watch_list")]
    return tuple(dict.fromkeys(filter(None, texts)))


def seal_sight(examination: Examination, piece: Piece) -> SealSight:
    return SealSight(piece.seals, compare_seals(examination.seal_read, piece.seals))


def not_yet_taken_in(piece: Piece, examined: Sequence[Assessment]) -> list[Assessment]:
    """Return the other consignments in the piece that are not examined with it (yet)."""
    others = others_in(piece, examined[0]).exclude(pk__in=[one.pk for one in examined])
    return list(others.select_related("consignment").order_by("consignment__reference"))


def _goods_line(assessment: Assessment) -> str:
    revision = assessment.revision
    description, code = goods_in_short(list(revision.goods.all()[:2]))
    told = [assessment.consignment.reference, description, code, exact_mass(revision.total_gross_mass_kg)]
    return " · ".join(filter(None, told))
