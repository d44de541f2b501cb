"""What holds the load of a truck without containers: its trailers, else its own body."""

from .values import StatedEquipment, StatedManifest

MAX_TRAILERS = 10  # of one truck; they go into every consignment of the document


def body_numbers(manifest: StatedManifest) -> tuple[str, ...]:
    """Return the plates of the trailers, else of the truck itself; empty when no plate is stated."""
    return manifest.trailer_ids or ((manifest.conveyance_id,) if manifest.conveyance_id else ())


def load_bodies(manifest: StatedManifest) -> tuple[StatedEquipment, ...]:
    """Return the bodies as equipment, so that a truck without a container can be selected and examined, too."""
    return tuple(StatedEquipment("trailer", number[:40]) for number in body_numbers(manifest))
