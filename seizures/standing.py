"""How each seizure of a list stands now: who has the goods, what the laboratory says, how many were arrested."""

from django.db.models import OuterRef, Subquery

from .models import ArrestReport, CustodyStep, LaboratoryStep
from .querysets import SeizureLineQuerySet


def with_standing(lines: SeizureLineQuerySet) -> SeizureLineQuerySet:
    """Annotate what was told last: `held_by_now`, `laboratory_now`, `arrests_now` …; None where nothing was told.

    The steps hang on the first line of a seizure, its versions share the reference.
    """
    steps = CustodyStep.objects.filter(line__reference=OuterRef("reference")).order_by("-number")
    answers = LaboratoryStep.objects.filter(line__reference=OuterRef("reference")).order_by("-pk")
    arrests = ArrestReport.objects.filter(examination=OuterRef("examination"), consignment=OuterRef("consignment"))
    return lines.annotate(
        held_by_now=Subquery(steps.values("received_by")[:1]),
        destination_now=Subquery(steps.values("destination")[:1]),
        agency_now=Subquery(steps.values("agency")[:1]),
        act_now=Subquery(steps.values("act_number")[:1]),
        laboratory_now=Subquery(answers.values("state")[:1]),
        laboratory_name_now=Subquery(answers.values("laboratory")[:1]),
        laboratory_number_now=Subquery(answers.values("number")[:1]),
        laboratory_on_now=Subquery(answers.values("on")[:1]),
        arrests_now=Subquery(arrests.order_by("-pk").values("persons")[:1]),
    )
