"""Who decides in a unit, and how many open cases each has."""

from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Count

from profiling.models import Assessment


def deciders_of(unit_id: UUID) -> list[Any]:
    """The officers of the unit who may decide, by name."""
    officers = get_user_model().objects.filter(unit=unit_id, is_active=True).order_by("full_name", "pk")
    return [officer for officer in officers if officer.may("decide")]


def workload_of(unit_id: UUID) -> dict[UUID, int]:
    """Open cases by the id of their officer."""
    assigned = Assessment.objects.filter(unit=unit_id, assigned_to__isnull=False).need_a_decision()
    return dict(assigned.values_list("assigned_to").annotate(cases=Count("pk")).order_by())
