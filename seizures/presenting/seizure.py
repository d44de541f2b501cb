"""A seizure as its page tells it: the goods and their versions, who has them, what the laboratory says, the route."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consignments.models import ConsignmentRevision
from profiling.presenting.parties import name_and_country
from profiling.presenting.quantities import money, number
from seizures.models import ArrestReport, CustodyStep, EvidencePhoto, ExaminationPhoto, LaboratoryStep, SeizureLine
from seizures.whereabouts import LEAVES_THE_UNIT

from .told import Told, told_of_seizure

ROLES = {
    "consignor": _("Consignor"),
    "consignee": _("Consignee"),
    "notify_party": _("Notify party"),
    "carrier": _("Carrier"),
    "declarant": _("Declarant"),
}


@dataclass(frozen=True)
class SeizureSight:
    """`versions` are the older lines that corrections replaced, newest first; `newest` is what is shown."""

    newest: SeizureLine
    versions: list[SeizureLine]
    quantity: str
    value: str
    held_by: str
    has_left: bool
    custody: list[CustodyStep]
    laboratory: list[LaboratoryStep]
    arrests: ArrestReport | None
    photos: list[EvidencePhoto]
    examination_photos: list[ExaminationPhoto]
    route: list[str]
    vehicle: str
    parties: list[tuple[str, str]]
    told: list[Told]


def seizure_sight(line: SeizureLine) -> SeizureSight:
    """Return what the page shows of a seizure, whichever of its versions was asked for."""
    related = ["unit", "examination__post", "examination__examiner", "consignment", "recorded_by", "corrected_by"]
    lines = SeizureLine.objects.filter(reference=line.reference).select_related(*related)
    newest, *versions = sorted(lines, key=lambda one: (not hasattr(one, "corrected_by"), one.recorded_at), reverse=True)
    custody = list(newest.custody_steps().select_related("recorded_by"))
    row = newest.examination.examined.select_related("assessment__revision__manifest").get(
        assessment__consignment=newest.consignment_id
    )
    revision = row.assessment.revision
    return SeizureSight(
        newest=newest,
        versions=versions,
        quantity=f"{number(newest.quantity)} {newest.get_quantity_unit_display()}",
        value=money(newest.value, newest.currency),
        held_by=newest.held_by(),
        has_left=bool(custody) and custody[-1].destination in LEAVES_THE_UNIT,
        custody=custody,
        laboratory=list(newest.laboratory_steps().select_related("recorded_by")),
        arrests=newest.arrest_reports().last(),
        photos=list(newest.photos().defer("file__content", "file__thumbnail")),
        examination_photos=list(newest.examination.photos.in_place().without_content()),
        route=_route(revision, newest),
        vehicle=revision.manifest.conveyance_id,
        parties=_parties(revision),
        told=told_of_seizure([one.pk for one in (newest, *versions)]),
    )


def _route(revision: ConsignmentRevision, line: SeizureLine) -> list[str]:
    post = str(line.examination.post or "")
    return list(filter(None, [revision.dispatch_country, post, revision.destination_country]))


def _parties(revision: ConsignmentRevision) -> list[tuple[str, str]]:
    return [(str(ROLES[one.role]), name_and_country(one)) for one in revision.parties.all() if one.role in ROLES]
