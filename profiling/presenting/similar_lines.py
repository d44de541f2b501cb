"""Similar consignments ready for a page: what they share, and what became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiling.models import Assessment, Outcome, SelectedBy
from profiling.presenting.moments import clock
from profiling.reading.similar import Similar

SHOWN_EXAMINED, SHOWN_UNEXAMINED = 6, 3
IN_COMMON: dict[str, Promise] = {
    "pattern": gettext_lazy("goods, origin, route, packing"),
    "consignee": gettext_lazy("consignee"),
    "consignor": gettext_lazy("consignor"),
    "heading": gettext_lazy("heading"),
    "route": gettext_lazy("route"),
    "carrier": gettext_lazy("carrier"),
}


@dataclass(frozen=True, slots=True)
class SimilarLine:
    """outcome: "" where it was not examined; tone: class of its tag."""

    consignment_id: UUID
    reference: str
    when: str
    consignee: str
    in_common: str
    selected_by: str
    outcome: str
    tone: str


@dataclass(frozen=True, slots=True)
class SimilarPast:
    """The counts are of all that were looked at, in every unit; hidden: those of other units."""

    lines: list[SimilarLine]
    examined: int
    positive: int
    unexamined: int
    hidden: int


def chosen(found: Iterable[Similar], unit_id: UUID | None) -> list[Similar]:
    """Choose which are shown: the examined most alike, then some that nobody examined. unit_id: None for all units."""
    ours = [each for each in found if unit_id is None or each.unit_id == unit_id]
    examined = [each for each in ours if each.is_positive is not None][:SHOWN_EXAMINED]
    return examined + [each for each in ours if each.is_positive is None][:SHOWN_UNEXAMINED]


def similar_past(
    found: list[Similar],
    unit_id: UUID | None,
    rounds: Mapping[UUID, Assessment],
    consignees: Mapping[UUID, str],
    now: datetime,
) -> SimilarPast | None:
    """rounds and consignees: of those chosen, by revision. None where nothing is alike."""
    if not found:
        return None
    results = [each.is_positive for each in found]
    return SimilarPast(
        lines=[
            _line(each, rounds.get(each.revision_id), consignees.get(each.revision_id, ""), now)
            for each in chosen(found, unit_id)
        ],
        examined=sum(result is not None for result in results),
        positive=sum(result is True for result in results),
        unexamined=sum(result is None for result in results),
        hidden=sum(unit_id is not None and each.unit_id != unit_id for each in found),
    )


def _line(each: Similar, of: Assessment | None, consignee: str, now: datetime) -> SimilarLine:
    outcome = of.outcome if of else Outcome.NOT_RECORDED
    shared = [part for part in each.shared if not (part in {"heading", "route"} and "pattern" in each.shared)]
    return SimilarLine(
        consignment_id=each.consignment_id,
        reference=of.consignment.reference if of else "",
        when=clock(each.known_at, now, only_the_day=True),
        consignee=consignee or _("not stated"),
        in_common=", ".join(str(IN_COMMON[part]) for part in shared),
        selected_by=", ".join(str(SelectedBy(by).label) for by in of.selected_by) if of else "",
        outcome=str(Outcome(outcome).label) if outcome != Outcome.NOT_RECORDED else "",
        tone={Outcome.NIL: "green", Outcome.INCONCLUSIVE: ""}.get(Outcome(outcome), "red"),
    )
