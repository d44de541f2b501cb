"""The head of a case: who sends what to whom, in what vehicle, when it arrives."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from profiling.listing import ListedCase
from profiling.presenting.moments import clock, distance
from profiling.presenting.parties import boxes, goods_in_short, in_role, name_of
from profiling.presenting.quantities import exact_mass, money


@dataclass(frozen=True, slots=True)
class CaseHead:
    """Every text is ready to be shown; "" where the documents say nothing."""

    reference: str
    revision: int
    known: str
    lane: str
    consignee: str
    consignor: str
    goods: str
    start: str
    post: str
    end: str
    arrives: str
    arrives_in: str
    vehicle: str
    box: str


def case_head(case: ListedCase, now: datetime) -> CaseHead:
    assessment, stated = case.assessment, case.stated
    revision, manifest = assessment.revision, assessment.revision.manifest
    description, code = goods_in_short(stated.goods)
    mass, value = exact_mass(revision.total_gross_mass_kg), money(revision.total_value, revision.total_currency)
    return CaseHead(
        reference=assessment.consignment.reference,
        revision=revision.number,
        known=clock(revision.known_at, now),
        lane=assessment.lane,
        consignee=name_of(in_role(stated.parties, "consignee")),
        consignor=name_of(in_role(stated.parties, "consignor")),
        goods=" · ".join(filter(None, [description, code, mass, value])),
        start=_place(revision.place_of_loading, revision.dispatch_country),
        post=str(assessment.post) if assessment.post else "",
        end=_place(revision.place_of_delivery, revision.destination_country),
        arrives=clock(assessment.arrival_at, now, only_the_day=manifest.arrival_is_a_day) or _("not stated"),
        arrives_in="" if manifest.arrival_is_a_day else distance(assessment.arrival_at, now),
        vehicle=manifest.conveyance_id,
        box=boxes(stated.equipment, manifest.conveyance_id),
    )


def _place(place: str, country: str) -> str:
    return " ".join(filter(None, [place, country])) or _("not stated")
