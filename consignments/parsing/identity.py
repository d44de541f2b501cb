"""The date in a consignment's identity."""

from datetime import date, tzinfo

from .values import StatedManifest


def identity_date(issued_on: date | None, manifest: StatedManifest, local_zone: tzinfo) -> date | None:
    """Return the issue date of the transport document, else the local day on which its conveyance arrives."""
    if issued_on:
        return issued_on
    if manifest.arrival_at:
        return manifest.arrival_at.astimezone(local_zone).date()
    return manifest.arrival_on
