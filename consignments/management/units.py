"""The unit that a command works for."""

from django.core.management.base import CommandError, OutputWrapper

from consignments.models import PortControlUnit


def unit_of(code: str | None, stderr: OutputWrapper) -> PortControlUnit:
    """Return the unit of this code; without one the first, and say so. CommandError when there is none."""
    units = PortControlUnit.objects.order_by("code")
    found = units.filter(code__iexact=code).first() if code else units.first()
    if found is None:
        known = ", ".join(units.values_list("code", flat=True)) or "none yet: load the reference data first"
        raise CommandError(f"No unit {code or ''}. Units: {known}")
    if not code:
        stderr.write(f"No --unit given: documents that name no post of ours fall to {found.code}.")
    return found
