"""The search box over assessments: those whose consignment a text names."""

from django.db.models import QuerySet

from consignments.searching import Found, find_consignments, look

__all__ = ["Found", "find_consignments", "matching"]


def matching(assessments: QuerySet, text: str) -> QuerySet:
    """Narrow assessments, already scoped to an officer, to consignments that the text names."""
    rows, _is_cut = look(text)
    return assessments.filter(consignment__in={pk for pk, _unit in rows})
